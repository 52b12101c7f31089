// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.routing;

import java.util.Arrays;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * A length that no tour is below, where distances do not differ by direction: a tour is a spanning tree of all cities but one, and two
 * roads to that, so the shortest of these is no longer. Weights of the cities that cancel out in a tour make it nearly one: M. Held, R. M.
 * Karp, Math. Program. 1, 6 (1971), with the steps of M. Held, P. Wolfe, H. P. Crowder, Math. Program. 6, 62 (1974).
 */
final class OneTreeBound {
    private static final double FIRST_STEP = 2;
    private static final double LAST_STEP = 1e-3;
    private static final int PATIENCE = 20;

    /** What sums of so many weights may be off by. */
    private static final double ROUNDING = 1e-9;

    private final double[][] distances;
    private final int size;
    private final double[] weights;
    private final int[] degrees;

    private OneTreeBound(double[][] distances) {
        this.distances = distances;
        this.size = distances.length;
        this.weights = new double[size];
        this.degrees = new int[size];
    }

    /**
     * The best that the clock allows.
     *
     * @param distances symmetric, of 3 cities or more
     * @param tour the length of some tour
     */
    static double of(double[][] distances, double tour, SolverBudget.Clock clock) {
        double bound = new OneTreeBound(distances).ascend(tour, clock);
        double safe = bound - ROUNDING * Math.max(1, Math.abs(bound));
        boolean whole = Arrays.stream(distances).flatMapToDouble(Arrays::stream).allMatch(d -> d == Math.rint(d));
        return whole ? Math.ceil(safe) : safe;
    }

    private double ascend(double tour, SolverBudget.Clock clock) {
        double best = Double.NEGATIVE_INFINITY;
        int since = 0;
        for (double step = FIRST_STEP; step > LAST_STEP && !(best > Double.NEGATIVE_INFINITY && clock.exhausted()); ) {
            double length = shortestTree();
            if (length > best) {
                best = length;
                since = 0;
            } else if (++since > PATIENCE) {
                step /= 2;
                since = 0;
            }
            int squares = Arrays.stream(degrees)
                    .map(degree -> (degree - 2) * (degree - 2))
                    .sum();
            if (squares == 0) {
                return best;
            }
            double factor = step * Math.max(tour - length, ROUNDING) / squares;
            for (int city = 0; city < size; city++) {
                weights[city] += factor * (degrees[city] - 2);
            }
        }
        return best;
    }

    /** By weighted distances, less what the weights add to a tour; the degrees are left of it. */
    private double shortestTree() {
        Arrays.fill(degrees, 0);
        int last = size - 1;
        double length = -2 * Arrays.stream(weights).sum();
        double[] nearest = new double[last];
        int[] link = new int[last];
        boolean[] in = new boolean[last];
        in[0] = true;
        for (int city = 1; city < last; city++) {
            nearest[city] = weighted(0, city);
        }
        for (int added = 1; added < last; added++) {
            int next = -1;
            for (int city = 1; city < last; city++) {
                if (!in[city] && (next < 0 || nearest[city] < nearest[next])) {
                    next = city;
                }
            }
            in[next] = true;
            length += nearest[next];
            degrees[next]++;
            degrees[link[next]]++;
            for (int city = 1; city < last; city++) {
                if (!in[city] && weighted(next, city) < nearest[city]) {
                    nearest[city] = weighted(next, city);
                    link[city] = next;
                }
            }
        }
        return length + twoRoadsTo(last);
    }

    private double twoRoadsTo(int last) {
        int first = weighted(last, 0) <= weighted(last, 1) ? 0 : 1;
        int second = 1 - first;
        for (int city = 2; city < last; city++) {
            if (weighted(last, city) < weighted(last, first)) {
                second = first;
                first = city;
            } else if (weighted(last, city) < weighted(last, second)) {
                second = city;
            }
        }
        degrees[last] += 2;
        degrees[first]++;
        degrees[second]++;
        return weighted(last, first) + weighted(last, second);
    }

    private double weighted(int one, int other) {
        return distances[one][other] + weights[one] + weights[other];
    }
}
