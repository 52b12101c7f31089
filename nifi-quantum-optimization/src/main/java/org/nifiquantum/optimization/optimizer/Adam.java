// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

/**
 * Steps along a running mean of gradients, each parameter scaled by the size of its own. The first step changes each parameter
 * by the initial step.
 *
 * <p>D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, arXiv:1412.6980, with their decay rates.
 * It has converged when ten steps in a row are smaller than the tolerance.
 */
final class Adam implements Algorithm {
    private static final double MEAN_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;
    /** Keeps a parameter whose gradients are rounding from moving. */
    private static final double EPSILON = 1e-8;

    private static final int SMALL_STEPS_TO_CONVERGE = 10;

    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        double[] point = Points.toArray(settings.start());
        double[] means = new double[point.length];
        double[] squares = new double[point.length];
        int smallSteps = 0;
        for (int step = 1; smallSteps < SMALL_STEPS_TO_CONVERGE; step++) {
            double[] gradient = Points.toArray(objective.slope(point).gradient());
            double meanBias = 1 - StrictMath.pow(MEAN_DECAY, step);
            double squareBias = 1 - StrictMath.pow(SQUARE_DECAY, step);
            double[] next = point.clone();
            for (int i = 0; i < point.length; i++) {
                means[i] = MEAN_DECAY * means[i] + (1 - MEAN_DECAY) * gradient[i];
                squares[i] = SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * gradient[i] * gradient[i];
                next[i] -=
                        settings.initialStep() * (means[i] / meanBias) / (Math.sqrt(squares[i] / squareBias) + EPSILON);
            }
            next = settings.bounds().nearest(next);
            smallSteps = Points.distance(point, next) < settings.tolerance() ? smallSteps + 1 : 0;
            point = next;
        }
        objective.value(point);
        return StopReason.CONVERGED;
    }
}
