// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.finance;

import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.solver.SolverBudget;

/** The best selection of assets: of all, asset by asset, or by exchanges from random beginnings as long as the budget lasts. */
final class SelectionSearch {
    private static final int NODES_BETWEEN_CLOCKS = 1 << 12;
    /** What one selection may cost, with those that lead to it. */
    private static final double NANOS_PER_SELECTION = 200;

    private final Portfolio problem;
    private final double[][] covariance;
    private final SolverBudget budget;
    private final SolverBudget.Clock clock;
    private final SplittableRandom random;
    private final int size;
    /** What choosing an asset adds beside those chosen already. */
    private final double[] change;

    private final boolean[] chosen;
    private boolean[] best;
    private double lowest = Double.POSITIVE_INFINITY;
    private long nodes;
    private boolean complete = true;

    SelectionSearch(Portfolio problem, SolverBudget budget) {
        this.problem = problem;
        this.covariance = problem.covariance().toArray();
        this.budget = budget;
        this.clock = budget.start();
        this.random = new SplittableRandom(budget.seed());
        this.size = problem.assets().size();
        this.chosen = new boolean[size];
        this.best = chosen.clone();
        this.change = new double[size];
        for (int asset = 0; asset < size; asset++) {
            change[asset] = problem.riskAversion() * covariance[asset][asset]
                    - problem.returns().get(asset);
        }
    }

    /** The best of all; empty where they are too many for the time. */
    Optional<BitString> all() {
        if (selections() * NANOS_PER_SELECTION > clock.left().toNanos()) {
            return Optional.empty();
        }
        search(0, 0, 0);
        return complete ? Optional.of(BitString.of(best)) : Optional.empty();
    }

    /** How many there are to look at. */
    private double selections() {
        return problem.choose().isPresent()
                ? CombinatoricsUtils.binomialCoefficientDouble(
                        size, problem.choose().getAsInt())
                : Math.pow(2, size);
    }

    /** The best that exchanges lead to. */
    BitString byExchanges() {
        do {
            descendFromRandom();
        } while (!budget.isMetBy(lowest) && !clock.exhausted());
        return BitString.of(best);
    }

    private void search(int asset, int count, double value) {
        int wanted = problem.choose().orElse(-1);
        boolean hopeless = wanted >= 0 && (count > wanted || count + size - asset < wanted);
        if (isOver() || hopeless) {
            return;
        }
        if (asset == size) {
            offer(value);
            return;
        }
        search(asset + 1, count, value);
        double with = value + change[asset];
        turn(asset);
        search(asset + 1, count + 1, with);
        turn(asset);
    }

    private void descendFromRandom() {
        int count = problem.choose().orElse(size / 2);
        for (int asset = 0; asset < size; asset++) {
            if (chosen[asset]) {
                turn(asset);
            }
        }
        double value = 0;
        for (int left = count; left > 0; left--) {
            int asset = random.nextInt(size);
            while (chosen[asset]) {
                asset = (asset + 1) % size;
            }
            value += change[asset];
            turn(asset);
        }
        for (double step = descend(); step < 0; step = descend()) {
            value += step;
        }
        offer(value);
    }

    /** Makes the best exchange, or change of one asset where the number is free; what it changed, 0 if none is good. */
    private double descend() {
        int in = -1;
        int out = -1;
        double smallest = -1e-15;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size && !chosen[i]; j++) {
                double with = chosen[j] ? exchange(i, j) : 0;
                if (with < smallest) {
                    smallest = with;
                    in = i;
                    out = j;
                }
            }
            double alone = chosen[i] ? -change[i] : change[i];
            if (problem.choose().isEmpty() && alone < smallest) {
                smallest = alone;
                in = i;
                out = -1;
            }
        }
        if (in < 0) {
            return 0;
        }
        turn(in);
        if (out >= 0) {
            turn(out);
        }
        return smallest;
    }

    private double exchange(int in, int out) {
        return change[in] - change[out] - 2 * problem.riskAversion() * covariance[in][out];
    }

    private void turn(int asset) {
        double sign = chosen[asset] ? -2 : 2;
        chosen[asset] = !chosen[asset];
        double[] row = covariance[asset];
        for (int other = 0; other < size; other++) {
            if (other != asset) {
                change[other] += sign * problem.riskAversion() * row[other];
            }
        }
    }

    private void offer(double value) {
        if (value < lowest) {
            lowest = value;
            best = chosen.clone();
        }
    }

    private boolean isOver() {
        if (complete && ++nodes % NODES_BETWEEN_CLOCKS == 0 && clock.exhausted()) {
            complete = false;
        }
        return !complete;
    }
}
