// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A real number that may depend on named parameters, such as the angle of a gate. Immutable; prints as OpenQASM 3.
 *
 * <p>The methods that combine expressions fold what has the same value whatever the parameters are: operations on two
 * constants, adding 0, multiplying by 1, negating twice.
 */
public sealed interface Expression {

    /** A number; must be finite. */
    record Constant(double value) implements Expression {
        public Constant {
            if (!Double.isFinite(value)) {
                throw new ArithmeticException("The value of an expression is not finite: " + value);
            }
        }

        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /** A value that stays open until the circuit is bound. */
    record Parameter(String name) implements Expression {
        public Parameter {
            Identifiers.require(name, "parameter");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The operand with the opposite sign. */
    record Negation(Expression operand) implements Expression {
        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /** Two operands joined by an operator. */
    record Binary(Arithmetic operator, Expression left, Expression right) implements Expression {
        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    /** A mathematical function of one argument. */
    record Call(MathFunction function, Expression argument) implements Expression {
        @Override
        public String toString() {
            return ExpressionPrinter.print(this);
        }
    }

    static Expression constant(double value) {
        return new Constant(value);
    }

    static Expression parameter(String name) {
        return new Parameter(name);
    }

    static Expression function(MathFunction function, Expression argument) {
        return argument instanceof Constant constant
                ? constant(function.apply(constant.value()))
                : new Call(function, argument);
    }

    default Expression plus(Expression other) {
        if (other.isConstant(0)) {
            return this;
        }
        return isConstant(0) ? other : Arithmetic.PLUS.join(this, other);
    }

    default Expression minus(Expression other) {
        if (other.isConstant(0)) {
            return this;
        }
        return isConstant(0) ? other.negate() : Arithmetic.MINUS.join(this, other);
    }

    default Expression times(Expression other) {
        if (other.isConstant(1)) {
            return this;
        }
        return isConstant(1) ? other : Arithmetic.TIMES.join(this, other);
    }

    default Expression times(double factor) {
        return times(constant(factor));
    }

    default Expression dividedBy(Expression other) {
        return other.isConstant(1) ? this : Arithmetic.DIVIDE.join(this, other);
    }

    default Expression remainder(Expression other) {
        return Arithmetic.REMAINDER.join(this, other);
    }

    default Expression power(Expression exponent) {
        return exponent.isConstant(1) ? this : Arithmetic.POWER.join(this, exponent);
    }

    default Expression negate() {
        return switch (this) {
            case Constant constant -> constant(-constant.value());
            case Negation negation -> negation.operand();
            case Parameter parameter -> new Negation(parameter);
            case Binary binary -> new Negation(binary);
            case Call call -> new Negation(call);
        };
    }

    /** The value, given the value of each parameter by name. */
    default double evaluate(ToDoubleFunction<String> bindings) {
        return switch (this) {
            case Constant constant -> constant.value();
            case Parameter parameter -> bindings.applyAsDouble(parameter.name());
            case Negation negation -> -negation.operand().evaluate(bindings);
            case Binary binary ->
                binary.operator()
                        .apply(binary.left().evaluate(bindings), binary.right().evaluate(bindings));
            case Call call -> call.function().apply(call.argument().evaluate(bindings));
        };
    }

    /**
     * The derivative by a parameter, given the value of each parameter by name. Where a function jumps ({@code floor}, {@code %})
     * it is that between the jumps.
     */
    default double derivative(String parameter, ToDoubleFunction<String> bindings) {
        return Derivative.of(this, parameter, bindings).slope();
    }

    /** This expression with parameters replaced; a parameter the map does not name stays. */
    default Expression substitute(Map<String, Expression> replacements) {
        return switch (this) {
            case Constant constant -> constant;
            case Parameter parameter -> replacements.getOrDefault(parameter.name(), parameter);
            case Negation negation ->
                negation.operand().substitute(replacements).negate();
            case Binary binary ->
                binary.operator()
                        .combine(
                                binary.left().substitute(replacements),
                                binary.right().substitute(replacements));
            case Call call -> function(call.function(), call.argument().substitute(replacements));
        };
    }

    /** The names of the parameters, in order of first appearance. */
    default Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        collectParameters(this, names);
        return names;
    }

    /** This expression as {@code a + b1 p1 + b2 p2 + ...}, or empty if it is not affine in its parameters. */
    default Optional<AffineForm> affine() {
        return AffineForm.of(this);
    }

    /** Whether there are more than so many numbers, names and operators; looks no further than that. */
    default boolean isLargerThan(int parts) {
        return remaining(this, parts) < 0;
    }

    default boolean isConstant(double value) {
        return this instanceof Constant constant && constant.value() == value;
    }

    private static int remaining(Expression expression, int parts) {
        if (parts <= 0) {
            return -1;
        }
        return switch (expression) {
            case Constant constant -> parts - 1;
            case Parameter parameter -> parts - 1;
            case Negation negation -> remaining(negation.operand(), parts - 1);
            case Binary binary -> remaining(binary.right(), remaining(binary.left(), parts - 1));
            case Call call -> remaining(call.argument(), parts - 1);
        };
    }

    private static void collectParameters(Expression expression, Set<String> names) {
        switch (expression) {
            case Constant constant -> {}
            case Parameter parameter -> names.add(parameter.name());
            case Negation negation -> collectParameters(negation.operand(), names);
            case Binary binary -> {
                collectParameters(binary.left(), names);
                collectParameters(binary.right(), names);
            }
            case Call call -> collectParameters(call.argument(), names);
        }
    }
}
