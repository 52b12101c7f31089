// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import org.nifiquantum.engine.qasm.ast.Operator;

/**
 * Arithmetic of whole numbers. Two of them are brought to the larger width, and to unsigned if one is (OpenQASM 3, Types and
 * Casting); numbers with a size wrap around, those without one refuse to.
 */
final class WholeNumbers {
    private WholeNumbers() {}

    static Value.Whole combine(Operator operator, Value.Whole left, Value.Whole right) {
        Type.Whole type = common(left.type(), right.type());
        long first = left.number();
        long second = right.number();
        if (second == 0 && (operator == Operator.DIVIDE || operator == Operator.REMAINDER)) {
            throw new ArithmeticException("%d %s 0: division by zero".formatted(first, operator.symbol()));
        }
        if (type.equals(Type.Whole.LITERAL)) {
            return Value.Whole.literal(exact(operator, first, second));
        }
        long result = switch (operator) {
            case PLUS -> first + second;
            case MINUS -> first - second;
            case TIMES -> first * second;
            case DIVIDE -> type.signed() ? first / second : Long.divideUnsigned(first, second);
            case REMAINDER -> type.signed() ? first % second : Long.remainderUnsigned(first, second);
            case POWER -> wrappingPower(first, second);
            case AND -> first & second;
            case OR -> first | second;
            case XOR -> first ^ second;
            default -> throw new IllegalStateException("Not an operation of whole numbers: " + operator);
        };
        return Value.Whole.wrapped(result, type);
    }

    /** As numbers, whatever their types. */
    static int compare(Value.Whole left, Value.Whole right) {
        boolean leftIsLarge = !left.type().signed() && left.number() < 0;
        boolean rightIsLarge = !right.type().signed() && right.number() < 0;
        if (leftIsLarge || rightIsLarge) {
            return leftIsLarge && rightIsLarge
                    ? Long.compareUnsigned(left.number(), right.number())
                    : Boolean.compare(leftIsLarge, rightIsLarge);
        }
        return Long.compare(left.number(), right.number());
    }

    static Value.Whole negate(Value.Whole number) {
        return number.type().equals(Type.Whole.LITERAL)
                ? Value.Whole.literal(Math.negateExact(number.number()))
                : Value.Whole.wrapped(-number.number(), number.type());
    }

    private static Type.Whole common(Type.Whole left, Type.Whole right) {
        return new Type.Whole(Math.max(left.width(), right.width()), left.signed() && right.signed());
    }

    private static long exact(Operator operator, long left, long right) {
        return switch (operator) {
            case PLUS -> Math.addExact(left, right);
            case MINUS -> Math.subtractExact(left, right);
            case TIMES -> Math.multiplyExact(left, right);
            case DIVIDE -> Math.divideExact(left, right);
            case REMAINDER -> left % right;
            case POWER -> exactPower(left, right);
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            default -> throw new IllegalStateException("Not an operation of whole numbers: " + operator);
        };
    }

    private static long exactPower(long base, long exponent) {
        if (Math.abs(base) <= 1) {
            return exponent == 0 || (base < 0 && exponent % 2 == 0) ? 1 : base;
        }
        long power = 1;
        for (long step = 0; step < exponent; step++) {
            // Overflows, and so ends, after at most 63 steps.
            power = Math.multiplyExact(power, base);
        }
        return power;
    }

    private static long wrappingPower(long base, long exponent) {
        long power = 1;
        long square = base;
        for (long left = exponent; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }
}
