// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;
import org.nifiquantum.engine.simulation.Seeds;

/**
 * Simultaneous perturbation stochastic approximation: a gradient from two values along one random direction, whatever
 * the number of parameters; made for noisy values.
 *
 * <p>J. C. Spall, "Implementation of the simultaneous perturbation algorithm for stochastic optimization", IEEE
 * Transactions on Aerospace and Electronic Systems 34, 817-823 (1998): step a_k = a / (k + 1 + A)^0.602, perturbation
 * c_k = c / (k + 1)^0.101, A = 10 % of the iterations, directions of +1 and -1. Here c is the initial step, and a is
 * set from the mean size of the first gradients such that early steps change a parameter by about the initial step.
 *
 * <p>The start comes with the first pair and the end point is evaluated alone, so the best of all evaluations is
 * never worse than either.
 */
final class Spsa implements Algorithm {
    private static final double STEP_DECAY = 0.602;
    private static final double PERTURBATION_DECAY = 0.101;
    private static final double STABILITY_FRACTION = 0.1;

    /** How many gradients set the step size. One alone may be near zero by chance. */
    private static final int CALIBRATION_GRADIENTS = 5;

    /** How many steps in a row must be small: one alone may be, by chance. */
    private static final int SMALL_STEPS_TO_CONVERGE = 10;

    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        // One evaluation is for the start, one for the end, two for each iteration between.
        int iterations = (settings.maximumEvaluations() - 2) / 2;
        double[] point = Points.toArray(settings.start());
        if (iterations < 1) {
            objective.value(point);
            return StopReason.MAXIMUM_EVALUATIONS;
        }
        Gains gains = new Gains(settings.initialStep(), STABILITY_FRACTION * iterations);
        int smallSteps = 0;
        for (int k = 0; k < iterations && smallSteps < SMALL_STEPS_TO_CONVERGE; k++) {
            double[] direction = direction(settings.seed(), k, point.length);
            double slope = slope(objective, point, direction, gains.perturbation(k), k == 0);
            double step = gains.step(k, slope);
            point = moved(point, direction, -step);
            smallSteps = Math.abs(step) < settings.tolerance() ? smallSteps + 1 : 0;
        }
        objective.value(point);
        return smallSteps < SMALL_STEPS_TO_CONVERGE ? StopReason.MAXIMUM_EVALUATIONS : StopReason.CONVERGED;
    }

    /** The derivative along the direction by central difference; the first pair brings the start with it. */
    private static double slope(
            Objective objective, double[] point, double[] direction, double perturbation, boolean first) {
        double[] plus = moved(point, direction, perturbation);
        double[] minus = moved(point, direction, -perturbation);
        double[] values = objective.values(first ? List.of(point, plus, minus) : List.of(plus, minus));
        return (values[values.length - 2] - values[values.length - 1]) / (2 * perturbation);
    }

    private static double[] moved(double[] point, double[] direction, double distance) {
        double[] moved = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            moved[i] = point[i] + distance * direction[i];
        }
        return moved;
    }

    /** Components of +1 and -1, each from one bit of the seed that belongs to the iteration. */
    private static double[] direction(long seed, int iteration, int size) {
        long iterationSeed = Seeds.derive(seed, iteration);
        double[] direction = new double[size];
        for (int i = 0; i < size; i++) {
            long bits = Seeds.derive(iterationSeed, i / Long.SIZE);
            direction[i] = (bits >>> (i % Long.SIZE) & 1) == 0 ? 1 : -1;
        }
        return direction;
    }

    /** Spall's gain sequences, with the step size learnt from the first slopes. */
    private static final class Gains {
        private final double initialStep;
        private final double stability;
        private double sumOfSlopes;
        private int slopes;

        Gains(double initialStep, double stability) {
            this.initialStep = initialStep;
            this.stability = stability;
        }

        double perturbation(int iteration) {
            return initialStep / StrictMath.pow(iteration + 1, PERTURBATION_DECAY);
        }

        /** How far each component moves against its direction, never more than the initial step. */
        double step(int iteration, double slope) {
            if (slopes < CALIBRATION_GRADIENTS) {
                sumOfSlopes += Math.abs(slope);
                slopes++;
            }
            if (sumOfSlopes == 0) {
                return 0;
            }
            double decay = StrictMath.pow((1 + stability) / (iteration + 1 + stability), STEP_DECAY);
            double step = initialStep * decay * slope / (sumOfSlopes / slopes);
            return Math.clamp(step, -initialStep, initialStep);
        }
    }
}
