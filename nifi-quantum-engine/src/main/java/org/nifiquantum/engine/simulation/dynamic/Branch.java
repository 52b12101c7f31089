// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.dynamic;

import java.util.BitSet;
import java.util.Optional;
import org.nifiquantum.engine.simulation.trajectory.PureState;

/**
 * Where the outcomes of some shots part from those of others.
 *
 * @param outcomes of the measurements and resets so far, the last being the one in which they part
 * @param measurements how many there are
 * @param share what of all shots has these outcomes: their numbers, or their probability
 * @param before the state before the last measurement; empty where memory was short, to be computed again
 */
record Branch<S>(BitSet outcomes, int measurements, S share, Optional<PureState> before) {}
