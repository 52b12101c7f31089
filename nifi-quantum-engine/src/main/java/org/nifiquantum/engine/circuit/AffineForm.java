// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.nifiquantum.engine.circuit.Expression.Binary;
import org.nifiquantum.engine.circuit.Expression.Call;
import org.nifiquantum.engine.circuit.Expression.Constant;
import org.nifiquantum.engine.circuit.Expression.Negation;
import org.nifiquantum.engine.circuit.Expression.Parameter;

/**
 * The value {@code constant + sum coefficients[p] * p} over parameters p.
 *
 * @param coefficients by parameter name, without zeros
 */
public record AffineForm(double constant, Map<String, Double> coefficients) {

    public static final AffineForm ZERO = new AffineForm(0, Map.of());

    public AffineForm {
        Map<String, Double> sorted = new TreeMap<>(coefficients);
        sorted.values().removeIf(coefficient -> coefficient == 0);
        coefficients = Map.copyOf(sorted);
    }

    public static AffineForm constant(double value) {
        return new AffineForm(value, Map.of());
    }

    static Optional<AffineForm> of(Expression expression) {
        return switch (expression) {
            case Constant constant -> Optional.of(constant(constant.value()));
            case Parameter parameter -> Optional.of(new AffineForm(0, Map.of(parameter.name(), 1.0)));
            case Negation negation -> of(negation.operand()).map(form -> form.times(-1));
            case Binary binary ->
                of(binary.left()).flatMap(left -> of(binary.right()).flatMap(right -> combine(binary, left, right)));
            case Call call -> Optional.empty();
        };
    }

    private static Optional<AffineForm> combine(Binary binary, AffineForm left, AffineForm right) {
        return switch (binary.operator()) {
            case PLUS -> Optional.of(left.plus(right));
            case MINUS -> Optional.of(left.plus(right.times(-1)));
            case TIMES -> {
                if (right.isConstant()) {
                    yield Optional.of(left.times(right.constant()));
                }
                yield left.isConstant() ? Optional.of(right.times(left.constant())) : Optional.empty();
            }
            case DIVIDE ->
                right.isConstant() && right.constant() != 0
                        ? Optional.of(left.times(1 / right.constant()))
                        : Optional.empty();
            case REMAINDER, POWER -> Optional.empty();
        };
    }

    public boolean isConstant() {
        return coefficients.isEmpty();
    }

    public AffineForm plus(AffineForm other) {
        Map<String, Double> sum = new TreeMap<>(coefficients);
        other.coefficients.forEach((name, coefficient) -> sum.merge(name, coefficient, Double::sum));
        return new AffineForm(constant + other.constant, sum);
    }

    public AffineForm times(double factor) {
        Map<String, Double> scaled = new TreeMap<>(coefficients);
        scaled.replaceAll((name, coefficient) -> coefficient * factor);
        return new AffineForm(constant * factor, scaled);
    }

    public double evaluate(ToDoubleFunction<String> bindings) {
        double value = constant;
        // Sorted, so that the sum does not depend on the order of a hash map.
        for (Map.Entry<String, Double> term : new TreeMap<>(coefficients).entrySet()) {
            value += term.getValue() * bindings.applyAsDouble(term.getKey());
        }
        return value;
    }
}
