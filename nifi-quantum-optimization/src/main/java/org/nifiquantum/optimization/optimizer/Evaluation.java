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
 */
public record Evaluation(List<Double> parameters, double value, OptionalDouble standardError) {
    public Evaluation {
        parameters = Points.checked("parameters", parameters);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("An evaluation's value must be a finite number, not " + value + ".");
        }
        if (standardError.isPresent()
                && !(standardError.getAsDouble() >= 0 && Double.isFinite(standardError.getAsDouble()))) {
            throw new IllegalArgumentException("An evaluation's standard error must be finite and not negative, not "
                    + standardError.getAsDouble() + ".");
        }
    }

    /** An evaluation whose value is exact. */
    public static Evaluation exact(List<Double> parameters, double value) {
        return new Evaluation(parameters, value, OptionalDouble.empty());
    }
}
