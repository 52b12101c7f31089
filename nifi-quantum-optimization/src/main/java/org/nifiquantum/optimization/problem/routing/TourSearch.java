// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.routing;

import java.util.SplittableRandom;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Iterated local search: reversals (2-opt) and moves of up to three cities (or-opt) until none shortens the tour, then a
 * double bridge, which neither can undo; a tour that came out longer is dropped. O. Martin, S. Otto, E. Felten, Complex
 * Systems 5, 299 (1991). Distances may differ by direction: a reversal is then measured along all it turns.
 */
final class TourSearch {
    private static final int LONGEST_MOVE = 3;
    private static final double ROUNDING = 1e-9;

    private final double[][] distances;
    private final boolean symmetric;
    private final SolverBudget budget;
    private final SplittableRandom random;
    private final int size;

    TourSearch(double[][] distances, SolverBudget budget) {
        this.distances = distances;
        this.symmetric = isSymmetric(distances);
        this.budget = budget;
        this.random = new SplittableRandom(budget.seed());
        this.size = distances.length;
    }

    static boolean isSymmetric(double[][] distances) {
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < i; j++) {
                if (distances[i][j] != distances[j][i]) {
                    return false;
                }
            }
        }
        return true;
    }

    int[] run() {
        SolverBudget.Clock clock = budget.start();
        int[] best = nearestNeighbours();
        improve(best, clock);
        double shortest = length(best);
        while (size > 3 && !budget.isMetBy(shortest) && !clock.exhausted()) {
            int[] tour = bridged(best);
            improve(tour, clock);
            double length = length(tour);
            if (length <= shortest) {
                shortest = length;
                best = tour;
            }
        }
        return best;
    }

    private int[] nearestNeighbours() {
        int[] tour = new int[size];
        boolean[] visited = new boolean[size];
        int city = random.nextInt(size);
        for (int place = 0; place < size; place++) {
            tour[place] = city;
            visited[city] = true;
            int nearest = -1;
            for (int other = 0; other < size; other++) {
                if (!visited[other] && (nearest < 0 || distances[city][other] < distances[city][nearest])) {
                    nearest = other;
                }
            }
            city = nearest;
        }
        return tour;
    }

    private void improve(int[] tour, SolverBudget.Clock clock) {
        boolean improved = true;
        while (improved && !clock.exhausted()) {
            improved = false;
            for (int from = 1; from < size; from++) {
                for (int to = from; to < size; to++) {
                    if (to > from && reversalGain(tour, from, to) > ROUNDING) {
                        reverse(tour, from, to);
                        improved = true;
                    }
                }
                improved |= moved(tour, from);
            }
        }
    }

    /** What reversing the places from one to another saves. */
    private double reversalGain(int[] tour, int from, int to) {
        int before = tour[from - 1];
        int after = tour[(to + 1) % size];
        double gain = distances[before][tour[from]]
                + distances[tour[to]][after]
                - distances[before][tour[to]]
                - distances[tour[from]][after];
        for (int place = from; !symmetric && place < to; place++) {
            gain += distances[tour[place]][tour[place + 1]] - distances[tour[place + 1]][tour[place]];
        }
        return gain;
    }

    private static void reverse(int[] tour, int from, int to) {
        for (int low = from, high = to; low < high; low++, high--) {
            int city = tour[low];
            tour[low] = tour[high];
            tour[high] = city;
        }
    }

    /** Moves the cities from a place on to elsewhere, as three reversals would; false if nothing is gained by it. */
    private boolean moved(int[] tour, int from) {
        for (int to = from; to < Math.min(from + LONGEST_MOVE, size); to++) {
            int before = tour[from - 1];
            int after = tour[(to + 1) % size];
            double freed = distances[before][tour[from]] + distances[tour[to]][after] - distances[before][after];
            for (int place = 0; place < size; place++) {
                if (place >= from - 1 && place <= to) {
                    continue;
                }
                int left = tour[place];
                int right = tour[(place + 1) % size];
                double taken = distances[left][tour[from]] + distances[tour[to]][right] - distances[left][right];
                if (freed - taken > ROUNDING) {
                    move(tour, from, to, place);
                    return true;
                }
            }
        }
        return false;
    }

    /** Puts the places from one to another behind a third. */
    private void move(int[] tour, int from, int to, int behind) {
        int[] result = new int[size];
        int next = 0;
        for (int place = 0; place < size; place++) {
            if (place < from || place > to) {
                result[next++] = tour[place];
            }
            if (place == behind) {
                for (int moved = from; moved <= to; moved++) {
                    result[next++] = tour[moved];
                }
            }
        }
        System.arraycopy(result, 0, tour, 0, size);
    }

    /** Cuts the tour A B C D into A C B D. */
    private int[] bridged(int[] tour) {
        int[] cuts = random.ints(3, 1, size).sorted().toArray();
        int[] bridged = new int[size];
        System.arraycopy(tour, 0, bridged, 0, cuts[0]);
        System.arraycopy(tour, cuts[1], bridged, cuts[0], cuts[2] - cuts[1]);
        System.arraycopy(tour, cuts[0], bridged, cuts[0] + cuts[2] - cuts[1], cuts[1] - cuts[0]);
        System.arraycopy(tour, cuts[2], bridged, cuts[2], size - cuts[2]);
        return bridged;
    }

    private double length(int[] tour) {
        double length = 0;
        for (int place = 0; place < size; place++) {
            length += distances[tour[place]][tour[(place + 1) % size]];
        }
        return length;
    }
}
