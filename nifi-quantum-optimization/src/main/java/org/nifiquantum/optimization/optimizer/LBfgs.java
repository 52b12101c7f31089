// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.Optional;

/**
 * Limited-memory BFGS: Newton's method with a curvature learnt from gradients. Fastest of all where gradients are exact; the
 * wrong choice under noise, which it takes for curvature.
 *
 * <p>J. Nocedal, "Updating quasi-Newton matrices with limited storage", Mathematics of Computation 35, 773-782 (1980). Step
 * lengths keep the weak Wolfe conditions, by the bisection of A. S. Lewis, M. L. Overton, "Nonsmooth optimization via
 * quasi-Newton methods", Mathematical Programming 141, 135-163 (2013). Bounds: steps end at them, and parameters that would
 * leave stay. It has converged when a step changes no parameter by the tolerance.
 */
final class LBfgs implements Algorithm {
    private static final double DECREASE = 1e-4;
    private static final double SLOPE = 0.9;
    private static final int MOST_TRIALS = 30;

    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        return new Descent(settings, objective).run();
    }

    /** A point with its value and gradient. */
    private static final class Place {
        private final double[] point;
        private final double value;
        private final double[] gradient;

        Place(Objective objective, double[] point) {
            Evaluation evaluation = objective.slope(point);
            this.point = point;
            this.value = evaluation.value();
            this.gradient = Points.toArray(evaluation.gradient());
        }
    }

    private static final class Descent {
        private final OptimizerSettings settings;
        private final Objective objective;
        private final Curvature curvature = new Curvature();
        private Place here;

        Descent(OptimizerSettings settings, Objective objective) {
            this.settings = settings;
            this.objective = objective;
            this.here = new Place(objective, Points.toArray(settings.start()));
        }

        StopReason run() {
            while (true) {
                double[] direction = direction();
                if (Points.largest(direction) == 0) {
                    return StopReason.CONVERGED;
                }
                Optional<Place> found = search(direction);
                if (found.isEmpty()) {
                    if (curvature.isUnknown()) {
                        return StopReason.NUMERICAL_LIMIT;
                    }
                    // What was learnt may be at fault; without it the way is straight down.
                    curvature.forget();
                    continue;
                }
                double[] step = Points.moved(found.get().point, -1, here.point);
                curvature.learn(step, Points.moved(found.get().gradient, -1, here.gradient));
                here = found.get();
                if (Points.largest(step) < settings.tolerance()) {
                    return StopReason.CONVERGED;
                }
            }
        }

        /** Against the gradient by the inverse curvature; as long as the initial step where that is unknown. */
        private double[] direction() {
            double[] nothing = new double[here.point.length];
            double[] steepest = held(Points.moved(nothing, -1, here.gradient));
            if (!curvature.isUnknown()) {
                double[] newton = held(curvature.inverseTimes(steepest));
                if (Points.dot(newton, here.gradient) < 0) {
                    return newton;
                }
            }
            double length = Points.largest(steepest);
            return length == 0 ? steepest : Points.moved(nothing, settings.initialStep() / length, steepest);
        }

        /** The direction without what leads out of the bounds. */
        private double[] held(double[] direction) {
            double[] reachable = settings.bounds().nearest(Points.moved(here.point, 1, direction));
            double[] held = direction.clone();
            for (int i = 0; i < held.length; i++) {
                if (reachable[i] == here.point[i]) {
                    held[i] = 0;
                }
            }
            return held;
        }

        /** The next place along a direction; none where rounding or noise hides the way down. */
        private Optional<Place> search(double[] direction) {
            double shortest = 0;
            double longest = Double.POSITIVE_INFINITY;
            double length = 1;
            for (int trial = 0; trial < MOST_TRIALS; trial++) {
                double[] wanted = Points.moved(here.point, length, direction);
                Place there = new Place(objective, settings.bounds().nearest(wanted));
                double[] step = Points.moved(there.point, -1, here.point);
                double descent = Points.dot(here.gradient, step);
                boolean cutShort = Points.distance(there.point, wanted) > 0;
                if (there.value > here.value + DECREASE * descent) {
                    longest = length;
                } else if (!cutShort && Points.dot(there.gradient, step) < SLOPE * descent) {
                    shortest = length;
                } else {
                    return Optional.of(there);
                }
                length = longest < Double.POSITIVE_INFINITY ? (shortest + longest) / 2 : 2 * shortest;
            }
            return Optional.empty();
        }
    }
}
