// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.routing;

import java.util.Arrays;
import java.util.Optional;
import org.nifiquantum.optimization.solver.SolverBudget;

/** The shortest tour by dynamic programming over sets of cities: M. Held, R. Karp, J. SIAM 10, 196 (1962). */
final class HeldKarp {
    /** 2^14 sets of 14 cities: some milliseconds. */
    static final int MOST_CITIES = 15;

    private static final int SETS_BETWEEN_CLOCKS = 64;

    private HeldKarp() {}

    /** Empty if the clock ran out. */
    static Optional<int[]> shortest(double[][] distances, SolverBudget.Clock clock) {
        int last = distances.length - 1;
        int sets = 1 << last;
        // From the last city through a set to its city.
        double[][] lengths = new double[sets][last];
        int[][] before = new int[sets][last];
        for (double[] row : lengths) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int city = 0; city < last; city++) {
            lengths[1 << city][city] = distances[last][city];
        }
        for (int set = 1; set < sets; set++) {
            if (set % SETS_BETWEEN_CLOCKS == 0 && clock.exhausted()) {
                return Optional.empty();
            }
            for (int city = 0; city < last; city++) {
                for (int next = 0; next < last && lengths[set][city] < Double.POSITIVE_INFINITY; next++) {
                    int larger = set | 1 << next;
                    double length = lengths[set][city] + distances[city][next];
                    if (larger != set && length < lengths[larger][next]) {
                        lengths[larger][next] = length;
                        before[larger][next] = city;
                    }
                }
            }
        }
        int city = 0;
        for (int other = 1; other < last; other++) {
            if (lengths[sets - 1][other] + distances[other][last] < lengths[sets - 1][city] + distances[city][last]) {
                city = other;
            }
        }
        int[] tour = new int[last + 1];
        tour[last] = last;
        for (int place = last - 1, set = sets - 1; place >= 0; place--) {
            tour[place] = city;
            int previous = before[set][city];
            set &= ~(1 << city);
            city = previous;
        }
        return Optional.of(tour);
    }
}
