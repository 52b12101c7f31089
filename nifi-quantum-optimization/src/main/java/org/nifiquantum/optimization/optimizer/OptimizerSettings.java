// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where an optimisation starts and when it stops.
 *
 * @param start the first point, at least one parameter, finite, within the bounds
 * @param initialStep by how much parameters are changed at first, in their own unit (radians for angles); positive
 * @param tolerance the step below which the optimisation has converged; positive, at most {@code initialStep}
 * @param maximumEvaluations how many points may be evaluated, at least 1
 * @param seed for optimisers that draw random numbers
 * @param target stops as soon as a value is at or below it
 * @param patience stops once this many evaluations in a row brought nothing better than noise would
 * @param bounds no point outside is ever asked for
 * @param tuning what some optimisers only have a use for
 */
public record OptimizerSettings(
        List<Double> start,
        double initialStep,
        double tolerance,
        int maximumEvaluations,
        long seed,
        OptionalDouble target,
        OptionalInt patience,
        Bounds bounds,
        Tuning tuning) {

    public OptimizerSettings {
        start = Points.checked("start", start);
        Objects.requireNonNull(tuning, "tuning");
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
        if (patience.isPresent() && patience.getAsInt() < 1) {
            throw new IllegalArgumentException("patience must be at least 1, not " + patience.getAsInt() + ".");
        }
        requireInside(start, bounds);
    }

    private static void requireInside(List<Double> start, Bounds bounds) {
        if (bounds.isNone()) {
            return;
        }
        if (bounds.lower().size() != start.size()) {
            throw new IllegalArgumentException("lowerBounds and upperBounds have "
                    + bounds.lower().size() + " values, but there are " + start.size() + " parameters.");
        }
        if (!bounds.contain(start)) {
            throw new IllegalArgumentException("start " + start + " is outside the bounds, " + bounds.lower() + " to "
                    + bounds.upper() + "; widen them.");
        }
    }

    /** Without target, patience, bounds and tuning. */
    public static OptimizerSettings of(
            List<Double> start, double initialStep, double tolerance, int maximumEvaluations, long seed) {
        return new OptimizerSettings(
                start,
                initialStep,
                tolerance,
                maximumEvaluations,
                seed,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Bounds.NONE,
                Tuning.NONE);
    }

    /** Another optimisation under the same rules: from another start, with other evaluations and seed. */
    OptimizerSettings from(List<Double> otherStart, int evaluations, long otherSeed) {
        return new OptimizerSettings(
                otherStart, initialStep, tolerance, evaluations, otherSeed, target, patience, bounds, tuning);
    }

    /** True if a target is set and the value is at or below it. */
    boolean reaches(double value) {
        return target.isPresent() && value <= target.getAsDouble();
    }
}
