// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** Runs an optimiser against a function, as a workflow would. */
final class Drive {
    private static final int ENDLESS = 100_000;
    /** Central differences of this width are right to about 1e-10 for functions of size 1. */
    private static final double DIFFERENCE = 1e-5;

    private Drive() {}

    /** A whole optimisation: its history and its end. */
    record Outcome(List<Evaluation> history, Decision.Stop end) {}

    static Outcome toTheEnd(Optimizer optimizer, OptimizerSettings settings, ToDoubleFunction<double[]> function) {
        return measuring(
                optimizer, settings, point -> Evaluation.exact(point, function.applyAsDouble(Points.toArray(point))));
    }

    /** Each evaluation with the gradient, by central differences of a smooth function. */
    static Outcome withGradients(Optimizer optimizer, OptimizerSettings settings, ToDoubleFunction<double[]> function) {
        return measuring(optimizer, settings, point -> slope(point, function));
    }

    /** With gradients where the method uses them. */
    static Outcome toTheEnd(OptimizerMethod method, OptimizerSettings settings, ToDoubleFunction<double[]> function) {
        return method.usesGradient()
                ? withGradients(method.optimizer(), settings, function)
                : toTheEnd(method.optimizer(), settings, function);
    }

    static Evaluation slope(List<Double> point, ToDoubleFunction<double[]> function) {
        double[] at = Points.toArray(point);
        List<Double> gradient = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            double x = at[i];
            at[i] = x + DIFFERENCE;
            double above = function.applyAsDouble(at);
            at[i] = x - DIFFERENCE;
            double below = function.applyAsDouble(at);
            at[i] = x;
            gradient.add((above - below) / (2 * DIFFERENCE));
        }
        return new Evaluation(point, function.applyAsDouble(at), OptionalDouble.empty(), gradient);
    }

    /** What is measured at a point. */
    @FunctionalInterface
    interface Measurement {
        Evaluation at(List<Double> point);
    }

    static Outcome measuring(Optimizer optimizer, OptimizerSettings settings, Measurement measurement) {
        List<Evaluation> history = new ArrayList<>();
        try (AskTell optimization = optimizer.resume(settings, List.of())) {
            while (history.size() < ENDLESS) {
                switch (optimization.ask()) {
                    case Decision.Evaluate evaluate -> {
                        List<Evaluation> fresh =
                                evaluate.points().stream().map(measurement::at).toList();
                        history.addAll(fresh);
                        optimization.tell(fresh);
                    }
                    case Decision.Stop stop -> {
                        return new Outcome(history, stop);
                    }
                }
            }
        }
        throw new AssertionError("no end after " + history.size() + " evaluations");
    }

    static OptimizerSettings settings(double initialStep, double tolerance, int maximumEvaluations, Double... start) {
        return OptimizerSettings.of(List.of(start), initialStep, tolerance, maximumEvaluations, 42);
    }

    static OptimizerSettings withTarget(OptimizerSettings settings, double target) {
        return changed(settings, OptionalDouble.of(target), settings.patience(), settings.bounds(), settings.tuning());
    }

    static OptimizerSettings withPatience(OptimizerSettings settings, int patience) {
        return changed(settings, settings.target(), OptionalInt.of(patience), settings.bounds(), settings.tuning());
    }

    static OptimizerSettings withBounds(OptimizerSettings settings, Bounds bounds) {
        return changed(settings, settings.target(), settings.patience(), bounds, settings.tuning());
    }

    static OptimizerSettings with(OptimizerSettings settings, Tuning tuning) {
        return changed(settings, settings.target(), settings.patience(), settings.bounds(), tuning);
    }

    private static OptimizerSettings changed(
            OptimizerSettings settings, OptionalDouble target, OptionalInt patience, Bounds bounds, Tuning tuning) {
        return new OptimizerSettings(
                settings.start(),
                settings.initialStep(),
                settings.tolerance(),
                settings.maximumEvaluations(),
                settings.seed(),
                target,
                patience,
                bounds,
                tuning);
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

    /** sum of 2 (i + 1) (1 - cos(x_i - i/10)): a sinusoid of each parameter; near its minimum the bowl. */
    static double waves(double[] point) {
        double value = 0;
        for (int i = 0; i < point.length; i++) {
            value += 2 * (i + 1) * (1 - Math.cos(point[i] - i / 10.0));
        }
        return value;
    }

    /** Powell's weaker form of Rosenbrock's valley, test problem 4 of his COBYLA: lowest, 0, at (-1, 1). */
    static double rosenbrock(double[] point) {
        double valley = point[0] * point[0] - point[1];
        return 10 * valley * valley + (1 + point[0]) * (1 + point[0]);
    }
}
