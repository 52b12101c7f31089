// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Runs an optimiser against a function, as a workflow would: each decision from the history alone. */
final class Drive {
    private static final int ENDLESS = 100_000;

    private Drive() {}

    /** A whole optimisation: its history and its end. */
    record Outcome(List<Evaluation> history, Decision.Stop end) {}

    static Outcome toTheEnd(Optimizer optimizer, OptimizerSettings settings, ToDoubleFunction<double[]> function) {
        List<Evaluation> history = new ArrayList<>();
        while (history.size() < ENDLESS) {
            switch (optimizer.next(settings, history)) {
                case Decision.Evaluate evaluate -> {
                    for (List<Double> point : evaluate.points()) {
                        history.add(Evaluation.exact(point, function.applyAsDouble(Points.toArray(point))));
                    }
                }
                case Decision.Stop stop -> {
                    return new Outcome(history, stop);
                }
            }
        }
        throw new AssertionError("no end after " + history.size() + " evaluations");
    }

    static OptimizerSettings settings(double initialStep, double tolerance, int maximumEvaluations, Double... start) {
        return new OptimizerSettings(
                List.of(start), initialStep, tolerance, maximumEvaluations, 42, OptionalDouble.empty());
    }

    static OptimizerSettings withTarget(OptimizerSettings settings, double target) {
        return new OptimizerSettings(
                settings.start(),
                settings.initialStep(),
                settings.tolerance(),
                settings.maximumEvaluations(),
                settings.seed(),
                OptionalDouble.of(target));
    }

    /** sum of (i + 1) (x_i - i/10)^2: lowest, 0, at (0, 0.1, 0.2, ...). */
    static double bowl(double[] point) {
        double value = 0;
        for (int i = 0; i < point.length; i++) {
            double distance = point[i] - i / 10.0;
            value += (i + 1) * distance * distance;
        }
        return value;
    }

    /** Powell's weaker form of Rosenbrock's valley, test problem 4 of his COBYLA: lowest, 0, at (-1, 1). */
    static double rosenbrock(double[] point) {
        double valley = point[0] * point[0] - point[1];
        return 10 * valley * valley + (1 + point[0]) * (1 + point[0]);
    }
}
