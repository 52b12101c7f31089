// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.assignment;

import java.util.Arrays;
import org.nifiquantum.optimization.problem.Matrix;

/** The cheapest of all permutations; a beginning that already costs more than the best is not continued. */
final class AllPermutations {
    static final int LARGEST = 9;

    private final Qap problem;
    private final int[] places;
    private final boolean[] taken;
    private int[] best = {};
    private double lowest = Double.POSITIVE_INFINITY;

    private AllPermutations(Qap problem) {
        this.problem = problem;
        this.places = new int[problem.size()];
        this.taken = new boolean[problem.size()];
    }

    static int[] cheapest(Qap problem) {
        AllPermutations search = new AllPermutations(problem);
        search.place(0, 0);
        return search.best;
    }

    private void place(int facility, double cost) {
        if (cost >= lowest) {
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
