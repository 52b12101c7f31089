// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.assignment;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Robust tabu search: É. Taillard, Parallel Computing 17, 443 (1991). Exchanges two facilities at a time, the best way that does
 * not bring both back where they were lately; how long that is forbidden is drawn anew, from 0.9 n to 1.1 n moves, and an
 * exchange not made for long is forced.
 */
final class RobustTabuSearch {
    private static final int MOVES_BETWEEN_CLOCKS = 32;

    private final Qap problem;
    private final SolverBudget budget;
    private final SplittableRandom random;
    private final int size;
    private final double[][] flows;
    private final double[][] distances;
    private final int[] places;
    /** For each facility and location until which move it shall not return there. */
    private final long[][] tabuUntil;

    RobustTabuSearch(Qap problem, SolverBudget budget) {
        this.problem = problem;
        this.budget = budget;
        this.random = new SplittableRandom(budget.seed());
        this.size = problem.size();
        this.flows = problem.flows().toArray();
        this.distances = problem.distances().toArray();
        this.places = shuffled();
        this.tabuUntil = new long[size][size];
        for (long[] row : tabuUntil) {
            // Different, so that forced exchanges do not come all at once.
            Arrays.setAll(row, location -> -random.nextInt(size * size));
        }
    }

    private int[] shuffled() {
        int[] permutation = new int[size];
        Arrays.setAll(permutation, i -> i);
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int place = permutation[i];
            permutation[i] = permutation[other];
            permutation[other] = place;
        }
        return permutation;
    }

    int[] run() {
        SolverBudget.Clock clock = budget.start();
        long forcedAfter = 5L * size * size;
        double cost = problem.cost(places);
        double lowest = cost;
        int[] best = places.clone();
        for (long move = 1; !isOver(move, lowest, clock); move++) {
            int chosen = chooseExchange(move, forcedAfter, cost, lowest);
            if (chosen < 0) {
                continue;
            }
            int first = chosen / size;
            int second = chosen % size;
            cost += change(first, second);
            tabuUntil[first][places[first]] = move + tenure();
            tabuUntil[second][places[second]] = move + tenure();
            int place = places[first];
            places[first] = places[second];
            places[second] = place;
            if (cost < lowest) {
                lowest = cost;
                best = places.clone();
            }
        }
        return best;
    }

    private boolean isOver(long move, double lowest, SolverBudget.Clock clock) {
        return budget.isMetBy(lowest) || (move % MOVES_BETWEEN_CLOCKS == 0 && clock.exhausted());
    }

    private long tenure() {
        return Math.round(size * random.nextDouble(0.9, 1.1));
    }

    /** As first times size plus second; -1 if everything is tabu. */
    private int chooseExchange(long move, long forcedAfter, double cost, double lowest) {
        int chosen = -1;
        double smallest = Double.POSITIVE_INFINITY;
        boolean forced = false;
        for (int first = 0; first < size; first++) {
            for (int second = first + 1; second < size; second++) {
                long one = tabuUntil[first][places[second]];
                long other = tabuUntil[second][places[first]];
                double change = change(first, second);
                boolean aspired = cost + change < lowest || (one < move - forcedAfter && other < move - forcedAfter);
                boolean allowed = one < move || other < move;
                if ((aspired && !forced) || ((allowed || aspired) && aspired == forced && change < smallest)) {
                    chosen = first * size + second;
                    smallest = change;
                    forced = aspired;
                }
            }
        }
        return chosen;
    }

    /** What exchanging the places of two facilities changes the cost by. */
    private double change(int first, int second) {
        int a = places[first];
        int b = places[second];
        double change = (flows[first][first] - flows[second][second]) * (distances[b][b] - distances[a][a])
                + (flows[first][second] - flows[second][first]) * (distances[b][a] - distances[a][b]);
        for (int other = 0; other < size; other++) {
            if (other != first && other != second) {
                int c = places[other];
                change += (flows[other][first] - flows[other][second]) * (distances[c][b] - distances[c][a])
                        + (flows[first][other] - flows[second][other]) * (distances[b][c] - distances[a][c]);
            }
        }
        return change;
    }
}
