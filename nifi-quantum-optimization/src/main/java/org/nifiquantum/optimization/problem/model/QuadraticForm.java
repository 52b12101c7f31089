// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;

/** Collects constant + sum_i a_i x_i + sum_{i&lt;j} b_ij x_i x_j over bits; repeated terms add up. Not thread-safe. */
public final class QuadraticForm {
    private final Map<Integer, Double> linear = new LinkedHashMap<>();
    private final Map<Long, Double> products = new LinkedHashMap<>();
    private double constant;

    public QuadraticForm constant(double value) {
        constant += value;
        return this;
    }

    public QuadraticForm linear(int variable, double value) {
        if (value != 0) {
            linear.merge(variable, value, Double::sum);
        }
        return this;
    }

    /** Adds a multiple of the product of two variables; of a bit with itself that is the bit. */
    public QuadraticForm product(int variable, int other, double value) {
        if (variable == other) {
            return linear(variable, value);
        }
        if (value != 0) {
            products.merge(
                    (long) Math.min(variable, other) << Integer.SIZE | Math.max(variable, other), value, Double::sum);
        }
        return this;
    }

    /** Adds weight (sum of weights x - target)^2. */
    public QuadraticForm square(double weight, Map<Integer, Double> weights, double target) {
        constant(weight * target * target);
        weights.forEach((variable, factor) -> {
            linear(variable, weight * factor * (factor - 2 * target));
            weights.forEach((other, otherFactor) -> {
                if (variable < other) {
                    product(variable, other, 2 * weight * factor * otherFactor);
                }
            });
        });
        return this;
    }

    /** Adds a multiple of another form. */
    public QuadraticForm add(QuadraticForm other, double factor) {
        constant(factor * other.constant);
        other.linear.forEach((variable, value) -> linear(variable, factor * value));
        other.products.forEach((pair, value) -> product(first(pair), second(pair), factor * value));
        return this;
    }

    public double value(BitString bits) {
        double value = constant;
        for (Map.Entry<Integer, Double> term : linear.entrySet()) {
            value += bits.get(term.getKey()) ? term.getValue() : 0;
        }
        for (Map.Entry<Long, Double> term : products.entrySet()) {
            boolean both = bits.get(first(term.getKey())) && bits.get(second(term.getKey()));
            value += both ? term.getValue() : 0;
        }
        return value;
    }

    /** The distance between bounds of its values: the sum of the sizes of all terms. */
    public double range() {
        return linear.values().stream().mapToDouble(Math::abs).sum()
                + products.values().stream().mapToDouble(Math::abs).sum();
    }

    /** With x = (1 - s) / 2: a x is a/2 - a/2 s, and b x x' is b/4 (1 - s - s' + s s'). */
    public IsingModel ising(int variables) {
        IsingModelBuilder model = IsingModel.builder(variables).constant(constant);
        linear.forEach((variable, value) -> model.field(variable, -value / 2).constant(value / 2));
        products.forEach((pair, value) -> model.field(first(pair), -value / 4)
                .field(second(pair), -value / 4)
                .coupling(first(pair), second(pair), value / 4)
                .constant(value / 4));
        return model.build();
    }

    private static int first(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    private static int second(long pair) {
        return (int) pair;
    }
}
