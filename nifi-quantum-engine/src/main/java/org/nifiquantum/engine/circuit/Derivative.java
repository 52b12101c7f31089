// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.function.ToDoubleFunction;
import org.nifiquantum.engine.circuit.Expression.Binary;
import org.nifiquantum.engine.circuit.Expression.Call;
import org.nifiquantum.engine.circuit.Expression.Constant;
import org.nifiquantum.engine.circuit.Expression.Negation;
import org.nifiquantum.engine.circuit.Expression.Parameter;

/** The value of an expression together with its derivative by one parameter: forward differentiation. */
record Derivative(double value, double slope) {

    static Derivative of(Expression expression, String parameter, ToDoubleFunction<String> bindings) {
        return switch (expression) {
            case Constant constant -> new Derivative(constant.value(), 0);
            case Parameter named ->
                new Derivative(
                        bindings.applyAsDouble(named.name()), named.name().equals(parameter) ? 1 : 0);
            case Negation negation -> {
                Derivative operand = of(negation.operand(), parameter, bindings);
                yield new Derivative(-operand.value, -operand.slope);
            }
            case Binary binary ->
                join(
                        binary.operator(),
                        of(binary.left(), parameter, bindings),
                        of(binary.right(), parameter, bindings));
            case Call call -> {
                Derivative argument = of(call.argument(), parameter, bindings);
                yield new Derivative(
                        call.function().apply(argument.value),
                        argument.slope == 0 ? 0 : argument.slope * slope(call.function(), argument.value));
            }
        };
    }

    private static Derivative join(Arithmetic operator, Derivative left, Derivative right) {
        double slope = switch (operator) {
            case PLUS -> left.slope + right.slope;
            case MINUS -> left.slope - right.slope;
            case TIMES -> left.slope * right.value + left.value * right.slope;
            case DIVIDE -> (left.slope - left.value / right.value * right.slope) / right.value;
            // a % b = a - b trunc(a / b), between its jumps.
            case REMAINDER -> left.slope - right.slope * ((left.value - left.value % right.value) / right.value);
            case POWER -> powerSlope(left, right);
        };
        return new Derivative(operator.apply(left.value, right.value), slope);
    }

    /** Either part only where it counts: the logarithm of a negative base must not spoil a constant exponent. */
    private static double powerSlope(Derivative base, Derivative exponent) {
        double slope = 0;
        if (base.slope != 0 && exponent.value != 0) {
            slope += exponent.value * Math.pow(base.value, exponent.value - 1) * base.slope;
        }
        if (exponent.slope != 0) {
            slope += Math.pow(base.value, exponent.value) * Math.log(base.value) * exponent.slope;
        }
        return slope;
    }

    private static double slope(MathFunction function, double argument) {
        return switch (function) {
            case ARCCOS -> -1 / Math.sqrt(1 - argument * argument);
            case ARCSIN -> 1 / Math.sqrt(1 - argument * argument);
            case ARCTAN -> 1 / (1 + argument * argument);
            case CEILING, FLOOR -> 0;
            case COS -> -Math.sin(argument);
            case EXP -> Math.exp(argument);
            case LOG -> 1 / argument;
            case SIN -> Math.cos(argument);
            case SQRT -> 0.5 / Math.sqrt(argument);
            case TAN -> 1 + Math.tan(argument) * Math.tan(argument);
        };
    }
}
