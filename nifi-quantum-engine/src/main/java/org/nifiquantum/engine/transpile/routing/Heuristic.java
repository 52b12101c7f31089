// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import java.util.List;

/**
 * What an exchange is judged by, beside the ready interactions. No choice is best for all circuits, so trials take turns.
 *
 * @param upcoming how many interactions after the ready ones count
 * @param upcomingWeight how much they count, all together, the ready ones counting 1
 * @param costWeight how much it counts that an exchange is cheaper than three gates
 */
record Heuristic(int upcoming, double upcomingWeight, double costWeight) {
    private static final List<Heuristic> CHOICES = List.of(
            new Heuristic(20, 0.5, 0.5),
            new Heuristic(50, 0.5, 1),
            new Heuristic(20, 0.25, 0.5),
            new Heuristic(50, 0.25, 1));

    static Heuristic ofTrial(int trial) {
        return CHOICES.get(trial % CHOICES.size());
    }
}
