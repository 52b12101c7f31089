// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Where an optimisation starts and when it stops.
 *
 * @param start the first point, at least one parameter, finite
 * @param initialStep by how much parameters are changed at first, in their own unit (radians for angles); positive
 * @param tolerance the step below which the optimisation has converged; positive, at most {@code initialStep}
 * @param maximumEvaluations how many points may be evaluated, at least 1
 * @param seed for optimisers that draw random numbers
 * @param target stops as soon as a value is at or below it
 */
public record OptimizerSettings(
        List<Double> start,
        double initialStep,
        double tolerance,
        int maximumEvaluations,
        long seed,
        OptionalDouble target) {

    public OptimizerSettings {
        start = Points.checked("start", start);
        if (start.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to optimise: start has no parameter.");
        }
        if (!(initialStep > 0 && Double.isFinite(initialStep))) {
            throw new IllegalArgumentException("initialStep must be positive and finite, not " + initialStep + ".");
        }
        if (!(tolerance > 0 && tolerance <= initialStep)) {
            throw new IllegalArgumentException(
                    "tolerance must be positive and at most initialStep (" + initialStep + "), not " + tolerance + ".");
        }
        if (maximumEvaluations < 1) {
            throw new IllegalArgumentException(
                    "maximumEvaluations must be at least 1, not " + maximumEvaluations + ".");
        }
        if (target.isPresent() && Double.isNaN(target.getAsDouble())) {
            throw new IllegalArgumentException("target must be a number, not NaN; leave it out to have none.");
        }
    }

    /** True if a target is set and the value is at or below it. */
    boolean reaches(double value) {
        return target.isPresent() && value <= target.getAsDouble();
    }
}
