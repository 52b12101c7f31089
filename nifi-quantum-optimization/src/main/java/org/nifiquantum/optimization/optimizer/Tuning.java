// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.OptionalInt;

/**
 * What some optimisers only have a use for.
 *
 * @param starts from how many points the optimisation begins, one after the other: the first is the start, the others are
 *     random between the bounds, or within half a turn of the start where there are none
 * @param population how many points a generation of CMA-ES has; empty for its own rule, 4 + 3 ln n
 * @param blocking whether SPSA takes back a step that made the value worse by more than its noise
 */
public record Tuning(int starts, OptionalInt population, boolean blocking) {
    /** One start, nothing special. */
    public static final Tuning NONE = new Tuning(1, OptionalInt.empty(), false);

    /** Fewer have no covariance to learn from. */
    private static final int LEAST_POPULATION = 4;

    public Tuning {
        if (starts < 1) {
            throw new IllegalArgumentException("starts must be at least 1, not " + starts + ".");
        }
        if (population.isPresent() && population.getAsInt() < LEAST_POPULATION) {
            throw new IllegalArgumentException(
                    "population must be at least " + LEAST_POPULATION + ", not " + population.getAsInt() + ".");
        }
    }
}
