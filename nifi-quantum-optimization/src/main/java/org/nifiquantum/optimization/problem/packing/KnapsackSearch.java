// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.packing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Branch and bound over the linear knapsack, items by falling profit for what they take, packing first: E. Horowitz, S.
 * Sahni, J. ACM 21, 277 (1974). The bound is G. Dantzig's, where the last item may be cut, of the capacity that allows
 * least; with several capacities also that of their sum in shares, the surrogate.
 */
final class KnapsackSearch {
    private static final int NODES_BETWEEN_CLOCKS = 1 << 12;
    private static final double ROUNDING = 1e-9;

    private final Knapsack problem;
    private final SolverBudget.Clock clock;
    private final int[] order;
    private final double[] profits;
    /** For each capacity, the surrogate last, the weight of each item in order. */
    private final double[][] weights;

    private final double[] left;
    /** For each capacity the items by falling profit for their weight in it. */
    private final int[][] byDensity;

    private final boolean[] present;
    private boolean[] best;
    private double bestProfit = -1;
    private long nodes;
    private boolean complete = true;

    KnapsackSearch(Knapsack problem, SolverBudget budget) {
        this.problem = problem;
        this.clock = budget.start();
        List<Item> items = problem.items();
        int capacities = problem.capacities().size();
        double[] shares = new double[items.size()];
        for (int i = 0; i < shares.length; i++) {
            for (int k = 0; k < capacities; k++) {
                shares[i] += items.get(i).weights().get(k)
                        / Math.max(1.0, problem.capacities().get(k));
            }
        }
        this.order = IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -density(items.get(i).profit(), shares[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        this.profits =
                Arrays.stream(order).mapToDouble(i -> items.get(i).profit()).toArray();
        this.weights = new double[capacities == 1 ? 1 : capacities + 1][];
        this.left = new double[weights.length];
        for (int k = 0; k < capacities; k++) {
            int capacity = k;
            weights[k] = Arrays.stream(order)
                    .mapToDouble(i -> items.get(i).weights().get(capacity))
                    .toArray();
            left[k] = problem.capacities().get(k);
        }
        if (capacities > 1) {
            weights[capacities] =
                    Arrays.stream(order).mapToDouble(i -> shares[i]).toArray();
            left[capacities] = problem.capacities().stream()
                    .mapToDouble(capacity -> capacity == 0 ? 0 : 1)
                    .sum();
        }
        this.byDensity = Arrays.stream(weights).map(this::byDensity).toArray(int[][]::new);
        this.present = new boolean[order.length];
        this.best = present.clone();
    }

    private int[] byDensity(double[] weight) {
        return IntStream.range(0, weight.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -density(profits[i], weight[i])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double density(double profit, double weight) {
        return weight == 0 ? Double.POSITIVE_INFINITY : profit / weight;
    }

    /** The best knapsack; where the clock ran out, the best so far and the bound of the whole. */
    ClassicalAnswer solve() {
        double most = bound(0, 0);
        search();
        boolean[] packed = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            packed[order[i]] = best[i];
        }
        ClassicalAnswer answer = problem.answer(packed, complete ? "exact" : "branch-and-bound", complete);
        return complete ? answer : answer.boundedBy(most);
    }

    /** Depth first, without recursion: there may be more items than a thread's stack has frames. */
    private void search() {
        double[] profitBefore = new double[order.length + 1];
        // At each place: 0 before it was looked at, 1 while it is packed, 2 while it is not.
        byte[] stages = new byte[order.length + 1];
        int place = 0;
        while (place >= 0 && !isOver()) {
            if (stages[place] == 0 && !isWorthwhile(place, profitBefore[place])) {
                place--;
            } else if (stages[place] == 0 && fits(place)) {
                pack(place, true);
                stages[place] = 1;
                profitBefore[place + 1] = profitBefore[place] + profits[place];
                place++;
            } else if (stages[place] < 2) {
                if (present[place]) {
                    pack(place, false);
                }
                stages[place] = 2;
                profitBefore[place + 1] = profitBefore[place];
                place++;
            } else {
                stages[place] = 0;
                place--;
            }
        }
    }

    /** Takes what is packed if it is the best so far; whether there may be better behind this place. */
    private boolean isWorthwhile(int place, double profit) {
        if (profit > bestProfit) {
            bestProfit = profit;
            best = present.clone();
        }
        return place < order.length && bound(place, profit) > bestProfit * (1 + ROUNDING);
    }

    private boolean fits(int place) {
        for (int k = 0; k < weights.length; k++) {
            if (weights[k][place] > left[k] + ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private void pack(int place, boolean packed) {
        present[place] = packed;
        for (int k = 0; k < weights.length; k++) {
            left[k] += packed ? -weights[k][place] : weights[k][place];
        }
    }

    private double bound(int place, double profit) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < weights.length; k++) {
            double room = left[k];
            double bound = profit;
            for (int i : byDensity[k]) {
                if (i < place) {
                    continue;
                }
                if (weights[k][i] > room) {
                    bound += profits[i] * Math.max(room, 0) / weights[k][i];
                    break;
                }
                room -= weights[k][i];
                bound += profits[i];
            }
            lowest = Math.min(lowest, bound);
        }
        return lowest;
    }

    private boolean isOver() {
        if (complete && ++nodes % NODES_BETWEEN_CLOCKS == 0 && clock.exhausted()) {
            complete = false;
        }
        return !complete;
    }
}
