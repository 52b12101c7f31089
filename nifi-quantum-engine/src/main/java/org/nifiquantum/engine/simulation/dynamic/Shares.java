// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.dynamic;

import java.util.Optional;

/** How shots, or their probability, divide at a measurement. */
interface Shares<S> {

    /** The part of a share that goes to each outcome; empty for none. */
    record Parts<S>(Optional<S> zero, Optional<S> one) {}

    /**
     * Divides a share.
     *
     * @param measurement counted from 0 along the way of these shots
     * @param probabilityOfOne as the state says
     */
    Parts<S> divide(S share, int measurement, double probabilityOfOne);
}
