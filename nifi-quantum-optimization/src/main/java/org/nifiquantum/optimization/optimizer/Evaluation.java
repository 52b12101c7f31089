// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One measured point.
 *
 * @param parameters the point, in the order of the circuit's parameters, finite
 * @param value what is minimised, finite
 * @param standardError the standard error of the value; empty when the value is exact or its error unknown
 * @param gradient the derivative of the value by each parameter; empty when it was not asked for
 */
public record Evaluation(List<Double> parameters, double value, OptionalDouble standardError, List<Double> gradient) {
    public Evaluation {
        parameters = Points.checked("parameters", parameters);
        gradient = Points.checked("gradient", gradient);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("An evaluation's value must be a finite number, not " + value + ".");
        }
        if (standardError.isPresent()
                && !(standardError.getAsDouble() >= 0 && Double.isFinite(standardError.getAsDouble()))) {
            throw new IllegalArgumentException("An evaluation's standard error must be finite and not negative, not "
                    + standardError.getAsDouble() + ".");
        }
        if (!gradient.isEmpty() && gradient.size() != parameters.size()) {
            throw new IllegalArgumentException("An evaluation's gradient has " + gradient.size()
                    + " derivatives for its " + parameters.size() + " parameters.");
        }
    }

    /** An evaluation whose value is exact. */
    public static Evaluation exact(List<Double> parameters, double value) {
        return new Evaluation(parameters, value, OptionalDouble.empty(), List.of());
    }

    /** How far two values may lie apart by chance: the standard error of their difference. */
    double noiseAgainst(Evaluation other) {
        return Math.hypot(standardError.orElse(0), other.standardError.orElse(0));
    }
}
