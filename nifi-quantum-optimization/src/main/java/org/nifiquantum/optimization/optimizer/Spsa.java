// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;
import java.util.Optional;
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
 * never worse than either. With blocking each iteration measures the point it stands at too, and a step that made it
 * worse by more than two standard errors is taken back, as in section III.B of that paper.
 */
final class Spsa implements Algorithm {
    private static final double STEP_DECAY = 0.602;
    private static final double PERTURBATION_DECAY = 0.101;
    private static final double STABILITY_FRACTION = 0.1;

    /** How many gradients set the step size. One alone may be near zero by chance. */
    private static final int CALIBRATION_GRADIENTS = 5;

    /** How many steps in a row must be small: one alone may be, by chance. */
    private static final int SMALL_STEPS_TO_CONVERGE = 10;

    /** Standard errors by which a step must have made the value worse to be taken back. */
    private static final double BLOCKING_ERRORS = 2;

    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        boolean blocking = settings.tuning().blocking();
        double[] start = Points.toArray(settings.start());
        // One evaluation is for the start, one for the end, two for each iteration between; three with blocking.
        int iterations = blocking ? (settings.maximumEvaluations() - 1) / 3 : (settings.maximumEvaluations() - 2) / 2;
        if (iterations < 1) {
            objective.value(start);
            return StopReason.MAXIMUM_EVALUATIONS;
        }
        Gains gains = new Gains(settings.initialStep(), STABILITY_FRACTION * iterations);
        Walk walk = new Walk(start);
        for (int k = 0; k < iterations && walk.smallSteps < SMALL_STEPS_TO_CONVERGE; k++) {
            double[] point = walk.point;
            double[] direction = direction(settings.seed(), k, point.length);
            double perturbation = gains.perturbation(k);
            List<double[]> pair = List.of(
                    Points.moved(point, perturbation, direction), Points.moved(point, -perturbation, direction));
            List<Evaluation> measured =
                    objective.evaluations(blocking || k == 0 ? List.of(point, pair.getFirst(), pair.getLast()) : pair);
            if (blocking && walk.isBlocked(measured.getFirst())) {
                continue;
            }
            double rise = measured.get(measured.size() - 2).value()
                    - measured.getLast().value();
            double step = gains.step(k, rise / (2 * perturbation));
            walk.step(Points.moved(point, -step, direction), Math.abs(step) < settings.tolerance());
        }
        objective.value(walk.point);
        return walk.smallSteps < SMALL_STEPS_TO_CONVERGE ? StopReason.MAXIMUM_EVALUATIONS : StopReason.CONVERGED;
    }

    /** Where the iteration stands, and the last point known to be no worse than the one before it. */
    private static final class Walk {
        private double[] point;
        private int smallSteps;
        private Optional<Evaluation> accepted = Optional.empty();

        Walk(double[] start) {
            this.point = start;
        }

        /** Goes back to the accepted point if the present one is worse by more than noise explains. */
        boolean isBlocked(Evaluation here) {
            if (accepted.isPresent()
                    && here.value() > accepted.get().value() + BLOCKING_ERRORS * here.noiseAgainst(accepted.get())) {
                point = Points.toArray(accepted.get().parameters());
                accepted = Optional.empty();
                return true;
            }
            accepted = Optional.of(here);
            return false;
        }

        void step(double[] next, boolean small) {
            point = next;
            smallSteps = small ? smallSteps + 1 : 0;
        }
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
