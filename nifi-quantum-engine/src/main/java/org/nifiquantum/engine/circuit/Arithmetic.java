// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import org.nifiquantum.engine.circuit.Expression.Constant;

/** The arithmetic operators of OpenQASM 3 on real numbers, with their symbols and how tightly they bind. */
public enum Arithmetic {
    PLUS("+", 1),
    MINUS("-", 1),
    TIMES("*", 2),
    DIVIDE("/", 2),
    /** The remainder with the sign of the dividend, as in C. */
    REMAINDER("%", 2),
    POWER("**", 4);

    /** Between the products and the power: in OpenQASM {@code -2 ** 2} is {@code -(2 ** 2)}. */
    static final int NEGATION_PRECEDENCE = 3;

    private final String symbol;
    private final int precedence;

    Arithmetic(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    public String symbol() {
        return symbol;
    }

    int precedence() {
        return precedence;
    }

    public double apply(double left, double right) {
        return switch (this) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
            case POWER -> Math.pow(left, right);
        };
    }

    /** The simplified expression of two operands. */
    public Expression combine(Expression left, Expression right) {
        return switch (this) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case DIVIDE -> left.dividedBy(right);
            case REMAINDER -> left.remainder(right);
            case POWER -> left.power(right);
        };
    }

    /** Folds two constants, which gives the same bits as evaluating them later. */
    Expression join(Expression left, Expression right) {
        return left instanceof Constant first && right instanceof Constant second
                ? Expression.constant(apply(first.value(), second.value()))
                : new Expression.Binary(this, left, right);
    }
}
