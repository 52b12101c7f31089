// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.Map;
import java.util.TreeMap;

/**
 * A number that is affine in the values of slots: {@code constant + sum coefficients[s] * value of s}. Immutable.
 *
 * @param coefficients by slot, without zeros
 */
record Angle(double constant, Map<Integer, Double> coefficients) {

    static final Angle ZERO = new Angle(0, Map.of());

    Angle {
        Map<Integer, Double> sorted = new TreeMap<>(coefficients);
        sorted.values().removeIf(coefficient -> coefficient == 0);
        coefficients = Map.copyOf(sorted);
    }

    boolean isConstant() {
        return coefficients.isEmpty();
    }

    boolean isZero() {
        return constant == 0 && isConstant();
    }

    Angle plus(Angle other) {
        Map<Integer, Double> sum = new TreeMap<>(coefficients);
        other.coefficients.forEach((slot, coefficient) -> sum.merge(slot, coefficient, Double::sum));
        return new Angle(constant + other.constant, sum);
    }

    Angle times(double factor) {
        Map<Integer, Double> scaled = new TreeMap<>(coefficients);
        scaled.replaceAll((slot, coefficient) -> coefficient * factor);
        return new Angle(constant * factor, scaled);
    }
}
