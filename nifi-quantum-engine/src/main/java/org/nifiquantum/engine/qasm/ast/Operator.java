// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.ast;

/** The operators of OpenQASM 3, by their symbols. */
public enum Operator {
    POWER("**"),
    NOT("!"),
    COMPLEMENT("~"),
    TIMES("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    PLUS("+"),
    MINUS("-"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    LESS("<"),
    GREATER(">"),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    AND("&"),
    XOR("^"),
    OR("|"),
    LOGICAL_AND("&&"),
    LOGICAL_OR("||");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** The operator that the source writes so. */
    public static Operator of(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        throw new IllegalArgumentException("No operator is written " + symbol);
    }

    /** Whether it compares two values. */
    public boolean compares() {
        return switch (this) {
            case LESS, GREATER, LESS_OR_EQUAL, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> true;
            default -> false;
        };
    }
}
