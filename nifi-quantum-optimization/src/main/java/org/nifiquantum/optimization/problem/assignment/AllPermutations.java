// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.assignment;

import java.util.Arrays;
import java.util.Optional;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.solver.SolverBudget;

/** The cheapest of all permutations; a beginning that already costs more than the best is not continued. */
final class AllPermutations {
    static final int LARGEST = 9;

    private static final int NODES_BETWEEN_CLOCKS = 1 << 10;

    private final Qap problem;
    private final SolverBudget.Clock clock;
    private final int[] places;
    private final boolean[] taken;
    private int[] best = {};
    private double lowest = Double.POSITIVE_INFINITY;
    private long nodes;
    private boolean cutShort;

    private AllPermutations(Qap problem, SolverBudget.Clock clock) {
        this.clock = clock;
        this.problem = problem;
        this.places = new int[problem.size()];
        this.taken = new boolean[problem.size()];
    }

    /** Empty if the clock ran out. */
    static Optional<int[]> cheapest(Qap problem, SolverBudget.Clock clock) {
        AllPermutations search = new AllPermutations(problem, clock);
        search.place(0, 0);
        return search.cutShort ? Optional.empty() : Optional.of(search.best);
    }

    private void place(int facility, double cost) {
        if (cost >= lowest || isOver()) {
            return;
        }
        if (facility == places.length) {
            lowest = cost;
            best = places.clone();
            return;
        }
        for (int location = 0; location < places.length; location++) {
            if (!taken[location]) {
                places[facility] = location;
                taken[location] = true;
                place(facility + 1, cost + added(facility));
                taken[location] = false;
            }
        }
        Arrays.fill(places, facility, places.length, 0);
    }

    private boolean isOver() {
        if (!cutShort && ++nodes % NODES_BETWEEN_CLOCKS == 0 && clock.exhausted()) {
            cutShort = true;
        }
        return cutShort;
    }

    /** What the last placed facility costs with itself and those before. */
    private double added(int facility) {
        Matrix flows = problem.flows();
        Matrix distances = problem.distances();
        double added = flows.get(facility, facility) * distances.get(places[facility], places[facility]);
        for (int other = 0; other < facility; other++) {
            added += flows.get(facility, other) * distances.get(places[facility], places[other])
                    + flows.get(other, facility) * distances.get(places[other], places[facility]);
        }
        return added;
    }
}
