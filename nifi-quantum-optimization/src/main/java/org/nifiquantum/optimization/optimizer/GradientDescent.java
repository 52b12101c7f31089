// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

/**
 * Steps against the gradient. The first changes the steepest parameter by the initial step; the rate then grows a little with
 * each step downhill, and halves, from where the step began, when a value is higher by more than its noise.
 *
 * <p>It has converged when a step changes no parameter by the tolerance.
 */
final class GradientDescent implements Algorithm {
    private static final double GROWTH = 1.1;
    private static final double SHRINKAGE = 0.5;
    /** Standard errors by which a value must be higher to count as worse. */
    private static final double SIGNIFICANCE = 2;

    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        double[] point = Points.toArray(settings.start());
        Evaluation here = objective.slope(point);
        double[] gradient = Points.toArray(here.gradient());
        double steepest = Points.largest(gradient);
        double rate = steepest == 0 ? 0 : settings.initialStep() / steepest;
        while (true) {
            double[] next = settings.bounds().nearest(Points.moved(point, -rate, gradient));
            if (Points.distance(point, next) < settings.tolerance()) {
                return StopReason.CONVERGED;
            }
            Evaluation there = objective.slope(next);
            if (there.value() > here.value() + SIGNIFICANCE * there.noiseAgainst(here)) {
                rate *= SHRINKAGE;
            } else {
                rate *= GROWTH;
                point = next;
                here = there;
                gradient = Points.toArray(here.gradient());
            }
        }
    }
}
