// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.dynamic;

import java.util.Optional;

/** All shots at once, by their probability. */
final class Probabilities implements Shares<Double> {
    /** Outcomes less likely than this are rounding. */
    private static final double NEGLIGIBLE = 1e-14;

    @Override
    public Parts<Double> divide(Double share, int measurement, double probabilityOfOne) {
        return new Parts<>(likely(share * (1 - probabilityOfOne)), likely(share * probabilityOfOne));
    }

    private static Optional<Double> likely(double probability) {
        return probability < NEGLIGIBLE ? Optional.empty() : Optional.of(probability);
    }
}
