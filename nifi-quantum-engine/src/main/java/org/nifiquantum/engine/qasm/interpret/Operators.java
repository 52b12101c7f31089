// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.Optional;
import org.nifiquantum.engine.circuit.Arithmetic;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Operator;
import org.nifiquantum.engine.qasm.ast.Place;

/** Applies operators to values; finds the type that both sides are brought to. */
final class Operators {
    private final boolean wholeNumbers;

    /**
     * The operators of a version of the language.
     *
     * @param wholeNumbers whether numbers without a point are whole and divide without a rest
     */
    Operators(boolean wholeNumbers) {
        this.wholeNumbers = wholeNumbers;
    }

    Value unary(Operator operator, Value operand, Place place) {
        return switch (operator) {
            case NOT -> new Value.Bool(!Conversions.toTruth(operand, place));
            case COMPLEMENT -> complement(operand, place);
            case MINUS -> negate(operand, place);
            default -> throw new IllegalStateException("Not an operator of one operand: " + operator);
        };
    }

    Value binary(Operator operator, Value left, Value right, Place place) {
        if (operator.compares()) {
            return new Value.Bool(Comparisons.compare(operator, left, right, place));
        }
        return switch (operator) {
            case SHIFT_LEFT, SHIFT_RIGHT -> shift(operator, left, right, place);
            case AND, OR, XOR -> bitwise(operator, left, right, place);
            default -> calculate(operator, left, right, place);
        };
    }

    private Value calculate(Operator operator, Value left, Value right, Place place) {
        if (left instanceof Value.Time || right instanceof Value.Time) {
            return new Value.Time();
        }
        if (left instanceof Value.Complex || right instanceof Value.Complex) {
            return ComplexNumbers.combine(
                    operator, Conversions.toComplex(left, place), Conversions.toComplex(right, place));
        }
        if (left instanceof Value.Angle || right instanceof Value.Angle) {
            return Angles.combine(operator, plain(left), plain(right), place);
        }
        if (wholeNumbers
                && plain(left) instanceof Value.Whole first
                && plain(right) instanceof Value.Whole second
                && !(operator == Operator.POWER && second.type().signed() && second.number() < 0)) {
            return WholeNumbers.combine(operator, first, second);
        }
        Arithmetic arithmetic = arithmetic(operator).orElseThrow(() -> undefined(operator, left, right, place));
        if (isRegister(left) || isRegister(right)) {
            throw undefined(operator, left, right, place);
        }
        Expression result =
                arithmetic.combine(Conversions.expression(left, place), Conversions.expression(right, place));
        return new Value.Real(bounded(result, place));
    }

    /** Refuses what a loop can blow up: each pass may double an expression of inputs. */
    static Expression bounded(Expression expression, Place place) {
        if (expression.isLargerThan(Limits.EXPRESSION_PARTS)) {
            throw new OpenQasmException(
                    place, "an expression of inputs has more than %d parts".formatted(Limits.EXPRESSION_PARTS));
        }
        return expression;
    }

    /** One bit or a truth value counts as 0 or 1. */
    private static Value plain(Value value) {
        return switch (value) {
            case Value.Bool bool -> Value.Whole.literal(bool.truth() ? 1 : 0);
            case Value.Bits bits
            when bits.scalar() -> Value.Whole.literal(bits.bits().ones());
            default -> value;
        };
    }

    private static boolean isRegister(Value value) {
        return value instanceof Value.Bits bits && !bits.scalar();
    }

    private static Value bitwise(Operator operator, Value left, Value right, Place place) {
        if (left instanceof Value.Bool first && right instanceof Value.Bool second) {
            return new Value.Bool(bit(operator, first.truth(), second.truth()));
        }
        if (left instanceof Value.Angle && right instanceof Value.Angle) {
            return Angles.combine(operator, left, right, place);
        }
        if (left instanceof Value.Bits first && right instanceof Value.Bits second) {
            if (first.size() != second.size()) {
                throw undefined(operator, left, right, place);
            }
            boolean[] bits = new boolean[first.size()];
            for (int index = 0; index < bits.length; index++) {
                bits[index] =
                        bit(operator, first.bits().get(index), second.bits().get(index));
            }
            return new Value.Bits(BitString.of(bits), first.scalar() && second.scalar());
        }
        if (asNumber(left, place) instanceof Value.Whole first
                && asNumber(right, place) instanceof Value.Whole second) {
            return WholeNumbers.combine(operator, first, second);
        }
        throw undefined(operator, left, right, place);
    }

    private static boolean bit(Operator operator, boolean left, boolean right) {
        return switch (operator) {
            case AND -> left && right;
            case OR -> left || right;
            default -> left != right;
        };
    }

    /** Bits beside a number count as the unsigned number that they write. */
    static Value asNumber(Value value, Place place) {
        if (value instanceof Value.Bits bits && !bits.scalar()) {
            return new Value.Whole(Conversions.number(bits.bits(), place), new Type.Whole(Type.DEFAULT_WIDTH, false));
        }
        return plain(value);
    }

    private static Value shift(Operator operator, Value value, Value distance, Place place) {
        if (!(plain(distance) instanceof Value.Whole steps)
                || WholeNumbers.compare(steps, Value.Whole.literal(0)) < 0) {
            throw new OpenQasmException(place, "a shift needs a whole number of places that is not negative");
        }
        int places = (int) Math.min(Integer.MAX_VALUE, steps.number() < 0 ? Long.MAX_VALUE : steps.number());
        boolean left = operator == Operator.SHIFT_LEFT;
        return switch (value) {
            case Value.Bits bits -> new Value.Bits(shifted(bits.bits(), places, left), bits.scalar());
            case Value.Whole whole -> Value.Whole.wrapped(shifted(whole, places, left), whole.type());
            case Value.Angle angle -> {
                long moved = left ? angle.steps() << places : angle.steps() >>> places;
                yield Value.Angle.wrapped(places >= angle.width() ? 0 : moved, angle.width());
            }
            default -> throw undefined(operator, value, distance, place);
        };
    }

    private static long shifted(Value.Whole whole, int places, boolean left) {
        if (places >= Long.SIZE) {
            return left || whole.number() >= 0 || !whole.type().signed() ? 0 : -1;
        }
        if (left) {
            return whole.number() << places;
        }
        return whole.type().signed() ? whole.number() >> places : whole.number() >>> places;
    }

    private static BitString shifted(BitString bits, int places, boolean left) {
        boolean[] moved = new boolean[bits.length()];
        for (int bit = 0; bit < moved.length; bit++) {
            long source = left ? (long) bit - places : (long) bit + places;
            moved[bit] = source >= 0 && source < moved.length && bits.get((int) source);
        }
        return BitString.of(moved);
    }

    private static Value complement(Value operand, Place place) {
        return switch (operand) {
            case Value.Bits bits -> {
                boolean[] inverse = new boolean[bits.size()];
                for (int bit = 0; bit < inverse.length; bit++) {
                    inverse[bit] = !bits.bits().get(bit);
                }
                yield new Value.Bits(BitString.of(inverse), bits.scalar());
            }
            case Value.Whole whole -> Value.Whole.wrapped(~whole.number(), whole.type());
            case Value.Angle angle -> Value.Angle.wrapped(~angle.steps(), angle.width());
            default -> throw new OpenQasmException(place, "~ is not defined for %s".formatted(operand.kind()));
        };
    }

    private static Value negate(Value operand, Place place) {
        return switch (operand) {
            case Value.Whole whole -> WholeNumbers.negate(whole);
            case Value.Angle angle -> Value.Angle.wrapped(-angle.steps(), angle.width());
            case Value.Complex complex -> new Value.Complex(-complex.real(), -complex.imaginary());
            case Value.Time time -> time;
            default ->
                new Value.Real(bounded(Conversions.expression(operand, place).negate(), place));
        };
    }

    static Optional<Arithmetic> arithmetic(Operator operator) {
        return switch (operator) {
            case PLUS -> Optional.of(Arithmetic.PLUS);
            case MINUS -> Optional.of(Arithmetic.MINUS);
            case TIMES -> Optional.of(Arithmetic.TIMES);
            case DIVIDE -> Optional.of(Arithmetic.DIVIDE);
            case REMAINDER -> Optional.of(Arithmetic.REMAINDER);
            case POWER -> Optional.of(Arithmetic.POWER);
            default -> Optional.empty();
        };
    }

    static OpenQasmException undefined(Operator operator, Value left, Value right, Place place) {
        String remedy =
                isRegister(left) || isRegister(right) ? "; a cast such as uint[8](...) makes bits a number" : "";
        return new OpenQasmException(
                place,
                "%s is not defined for %s and %s%s".formatted(operator.symbol(), left.kind(), right.kind(), remedy));
    }
}
