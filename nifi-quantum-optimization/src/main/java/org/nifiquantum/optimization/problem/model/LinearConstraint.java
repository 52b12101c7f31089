// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;

/**
 * A constraint on a weighted sum of bits.
 *
 * @param name in the user's words; begins messages about it
 * @param weights by variable, none of them 0
 */
public record LinearConstraint(String name, Map<Integer, Double> weights, Relation relation, double bound) {
    /** Sums of decimal weights round; this is their room, relative to the sizes of what is added. */
    private static final double ROUNDING = 1e-9;

    public LinearConstraint {
        Map<Integer, Double> sorted = new TreeMap<>(weights);
        sorted.values().removeIf(weight -> weight == 0);
        weights = Collections.unmodifiableMap(sorted);
    }

    public double sum(BitString bits) {
        double sum = 0;
        for (Map.Entry<Integer, Double> weight : weights.entrySet()) {
            sum += bits.get(weight.getKey()) ? weight.getValue() : 0;
        }
        return sum;
    }

    public boolean holds(BitString bits) {
        return compares(sum(bits));
    }

    /** The lowest sum there can be. */
    public double lowest() {
        return weights.values().stream()
                .mapToDouble(weight -> Math.min(weight, 0))
                .sum();
    }

    /** The highest sum there can be. */
    public double highest() {
        return weights.values().stream()
                .mapToDouble(weight -> Math.max(weight, 0))
                .sum();
    }

    /** False if no assignment of bits can keep it. */
    public boolean possible() {
        return switch (relation) {
            case AT_MOST -> lowest() <= bound + room();
            case AT_LEAST -> highest() >= bound - room();
            case EQUAL -> lowest() <= bound + room() && highest() >= bound - room();
        };
    }

    private boolean compares(double sum) {
        return switch (relation) {
            case AT_MOST -> sum <= bound + room();
            case AT_LEAST -> sum >= bound - room();
            case EQUAL -> Math.abs(sum - bound) <= room();
        };
    }

    private double room() {
        return ROUNDING * Math.max(1, Math.max(Math.abs(bound), highest() - lowest()));
    }

    /** What is wrong with an answer that breaks it. */
    String violation(BitString bits) {
        return "%s: %s is not %s %s".formatted(name, number(sum(bits)), relation.text(), number(bound));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
