// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import org.nifiquantum.engine.circuit.Arithmetic;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Operator;
import org.nifiquantum.engine.qasm.ast.Place;

/** Arithmetic of angles, which are whole numbers of steps around the circle (OpenQASM 3, Types and Casting). */
final class Angles {
    private Angles() {}

    /** An operation where at least one side is an angle. */
    static Value combine(Operator operator, Value left, Value right, Place place) {
        if (left instanceof Value.Angle first && right instanceof Value.Angle second) {
            return ofTwo(operator, first, second, place);
        }
        if (left instanceof Value.Angle angle && right instanceof Value.Whole whole) {
            if (operator == Operator.TIMES) {
                return Value.Angle.wrapped(angle.steps() * whole.number(), angle.width());
            }
            if (operator == Operator.DIVIDE && WholeNumbers.compare(whole, Value.Whole.literal(0)) > 0) {
                return new Value.Angle(Long.divideUnsigned(angle.steps(), whole.number()), angle.width());
            }
        }
        if (left instanceof Value.Whole whole && right instanceof Value.Angle angle && operator == Operator.TIMES) {
            return Value.Angle.wrapped(angle.steps() * whole.number(), angle.width());
        }
        Expression result = Operators.arithmetic(operator)
                .orElseThrow(() -> undefined(operator, left, right, place))
                .combine(Conversions.expression(left, place), Conversions.expression(right, place));
        return new Value.Real(Operators.bounded(result, place));
    }

    private static Value ofTwo(Operator operator, Value.Angle left, Value.Angle right, Place place) {
        int width = Math.max(left.width(), right.width());
        long first = Conversions.resize(left, width).steps();
        long second = Conversions.resize(right, width).steps();
        if (second == 0 && (operator == Operator.DIVIDE || operator == Operator.REMAINDER)) {
            throw new ArithmeticException("an angle %s 0: division by zero".formatted(operator.symbol()));
        }
        return switch (operator) {
            case PLUS -> Value.Angle.wrapped(first + second, width);
            case MINUS -> Value.Angle.wrapped(first - second, width);
            case AND -> new Value.Angle(first & second, width);
            case OR -> new Value.Angle(first | second, width);
            case XOR -> new Value.Angle(first ^ second, width);
            case DIVIDE -> new Value.Whole(Long.divideUnsigned(first, second), new Type.Whole(width, false));
            case REMAINDER -> new Value.Angle(Long.remainderUnsigned(first, second), width);
            case TIMES, POWER ->
                new Value.Real((operator == Operator.TIMES ? Arithmetic.TIMES : Arithmetic.POWER)
                        .combine(Conversions.expression(left, place), Conversions.expression(right, place)));
            default -> throw undefined(operator, left, right, place);
        };
    }

    static int compare(Value.Angle left, Value.Angle right) {
        int width = Math.max(left.width(), right.width());
        return Long.compareUnsigned(
                Conversions.resize(left, width).steps(),
                Conversions.resize(right, width).steps());
    }

    private static OpenQasmException undefined(Operator operator, Value left, Value right, Place place) {
        return Operators.undefined(operator, left, right, place);
    }
}
