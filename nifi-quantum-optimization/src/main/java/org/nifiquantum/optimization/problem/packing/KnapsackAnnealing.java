// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.packing;

import java.util.SplittableRandom;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Simulated annealing over feasible knapsacks: packs an item, takes one out, or exchanges one for another, again and again from
 * hot to cold.
 */
final class KnapsackAnnealing {
    private static final int MOVES_BETWEEN_CLOCKS = 1 << 10;
    private static final int MOVES_PER_ITEM = 4_000;

    /** Of the largest profit an item can bring: what is accepted at first, and at last. */
    private static final double HOT = 0.1;

    private static final double COLD = 0.001;

    private final Knapsack problem;
    private final SolverBudget budget;
    private final SolverBudget.Clock clock;
    private final SplittableRandom random;
    private final double[][] together;
    /** What each item brings beside those that are packed. */
    private final double[] gains;

    private final boolean[] packed;
    private final long[] room;
    private double profit;

    KnapsackAnnealing(Knapsack problem, SolverBudget budget) {
        int size = problem.items().size();
        this.problem = problem;
        this.budget = budget;
        this.clock = budget.start();
        this.random = new SplittableRandom(budget.seed());
        // Without pairs there may be more items than a matrix has room for.
        this.together = problem.pairs().isEmpty() ? new double[size][0] : new double[size][size];
        for (PairTerm pair : problem.pairs()) {
            together[pair.first()][pair.second()] = pair.value();
            together[pair.second()][pair.first()] = pair.value();
        }
        this.gains = problem.items().stream().mapToDouble(Item::profit).toArray();
        this.packed = new boolean[size];
        this.room = problem.capacities().stream().mapToLong(Long::longValue).toArray();
    }

    boolean[] run() {
        boolean[] best = packed.clone();
        double most = 0;
        double largest = largestProfit();
        long moves = (long) MOVES_PER_ITEM * packed.length;
        for (long move = 1;
                !budget.isMetBy(-most) && (move % MOVES_BETWEEN_CLOCKS != 0 || !clock.exhausted());
                move++) {
            double progress = (double) (move % moves) / moves;
            step(largest * HOT * Math.pow(COLD / HOT, progress));
            if (profit > most) {
                most = profit;
                best = packed.clone();
            }
        }
        return best;
    }

    /** The most that an item can bring with all its pairs, at least a positive number. */
    private double largestProfit() {
        double largest = Double.MIN_NORMAL;
        for (int item = 0; item < packed.length; item++) {
            double together = gains[item];
            for (double pair : this.together[item]) {
                together += pair;
            }
            largest = Math.max(largest, together);
        }
        return largest;
    }

    private void step(double temperature) {
        int item = random.nextInt(packed.length);
        if (packed[item]) {
            if (accepted(-gains[item], temperature)) {
                turn(item);
            }
            return;
        }
        if (fits(item, -1)) {
            if (accepted(gains[item], temperature)) {
                turn(item);
            }
            return;
        }
        int out = random.nextInt(packed.length);
        if (packed[out] && fits(item, out) && accepted(gains[item] - gains[out] - together(item, out), temperature)) {
            turn(out);
            turn(item);
        }
    }

    private boolean accepted(double change, double temperature) {
        return change >= 0 || random.nextDouble() < Math.exp(change / temperature);
    }

    /** Whether an item has room once another, or none (-1), is out. */
    private boolean fits(int in, int out) {
        for (int k = 0; k < room.length; k++) {
            long freed = out < 0 ? 0 : problem.items().get(out).weights().get(k);
            if (problem.items().get(in).weights().get(k) > room[k] + freed) {
                return false;
            }
        }
        return true;
    }

    private void turn(int item) {
        int sign = packed[item] ? -1 : 1;
        profit += sign * gains[item];
        packed[item] = !packed[item];
        for (int k = 0; k < room.length; k++) {
            room[k] -= sign * problem.items().get(item).weights().get(k);
        }
        for (int other = 0; other < together[item].length; other++) {
            gains[other] += sign * together[item][other];
        }
    }

    private double together(int one, int other) {
        return together[one].length == 0 ? 0 : together[one][other];
    }
}
