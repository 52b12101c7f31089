// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Place;

/** Turns values of one type into another, as casts and assignments do. */
final class Conversions {
    private Conversions() {}

    /** As an assignment does, without the conversions that the language wants to be asked for. */
    static Value assign(Value value, Type type, Place place) {
        if (value instanceof Value.Whole whole && type instanceof Type.Bits bits) {
            if (!bits.scalar() || (whole.number() != 0 && whole.number() != 1)) {
                throw error(
                        place,
                        "%s needs a cast to become %s: write %s(...)"
                                .formatted(value.kind(), type.text(), type.text()));
            }
        }
        return cast(value, type, place);
    }

    static Value cast(Value value, Type type, Place place) {
        if (value instanceof Value.Unknown) {
            return value;
        }
        return switch (type) {
            case Type.Bits bits -> toBits(value, bits, place);
            case Type.Bool bool -> new Value.Bool(toTruth(value, place));
            case Type.Whole whole -> toWhole(value, whole, place);
            case Type.Real real -> toReal(value, real, place);
            case Type.Angle angle -> toAngle(value, angle, place);
            case Type.Complex complex -> toComplex(value, place);
            case Type.Time time -> {
                if (value instanceof Value.Time) {
                    yield value;
                }
                throw impossible(value, type, place);
            }
            case Type.Array array -> throw impossible(value, type, place);
        };
    }

    /** What an expression of the language counts as where a condition is asked for. */
    static boolean toTruth(Value value, Place place) {
        return switch (value) {
            case Value.Bits bits -> bits.bits().ones() > 0;
            case Value.Bool bool -> bool.truth();
            case Value.Whole whole -> whole.number() != 0;
            case Value.Angle angle -> angle.steps() != 0;
            case Value.Real real -> number(real, place) != 0;
            case Value.Complex complex -> complex.real() != 0 || complex.imaginary() != 0;
            case Value.Time time -> throw impossible(value, new Type.Bool(), place);
            case Value.Array array -> throw impossible(value, new Type.Bool(), place);
            case Value.Unknown unknown -> throw new NotKnownException(place, unknown.reason());
        };
    }

    /** The value of a real number that may depend on no input. */
    static double number(Value.Real real, Place place) {
        if (real.expression() instanceof Expression.Constant constant) {
            return constant.value();
        }
        throw new NotKnownException(
                place,
                "the value of input '%s' is needed"
                        .formatted(real.expression().parameters().iterator().next()));
    }

    /** The angle or the real number that a gate or a function of real numbers takes. */
    static Expression expression(Value value, Place place) {
        return toReal(value, new Type.Real(Type.DEFAULT_WIDTH), place).expression();
    }

    static Value.Real toReal(Value value, Type.Real type, Place place) {
        return switch (value) {
            case Value.Real real -> {
                if (type.width() == Float.SIZE && real.expression() instanceof Expression.Constant constant) {
                    yield Value.Real.of((float) constant.value());
                }
                yield real;
            }
            case Value.Whole whole -> Value.Real.of(whole.toDouble());
            case Value.Angle angle -> Value.Real.of(angle.radians());
            case Value.Bool bool -> Value.Real.of(bool.truth() ? 1 : 0);
            case Value.Bits bits when bits.scalar() -> Value.Real.of(bits.bits().ones());
            case Value.Bits bits -> throw impossible(value, type, place);
            case Value.Complex complex -> throw impossible(value, type, place);
            case Value.Time time -> throw impossible(value, type, place);
            case Value.Array array -> throw impossible(value, type, place);
            case Value.Unknown unknown -> throw new NotKnownException(place, unknown.reason());
        };
    }

    static Value.Complex toComplex(Value value, Place place) {
        return value instanceof Value.Complex complex
                ? complex
                : new Value.Complex(number(toReal(value, new Type.Real(Type.DEFAULT_WIDTH), place), place), 0);
    }

    private static Value.Bits toBits(Value value, Type.Bits type, Place place) {
        BitString bits = switch (value) {
            case Value.Bits source -> source.bits();
            case Value.Bool bool -> BitString.of(bool.truth());
            case Value.Whole whole -> bits(whole.number(), type.size(), whole.type());
            case Value.Angle angle -> bits(angle.steps(), angle.width(), new Type.Whole(angle.width(), false));
            default -> throw impossible(value, type, place);
        };
        if (bits.length() != type.size()) {
            throw error(place, "%s cannot become %s".formatted(value.kind(), type.text()));
        }
        return new Value.Bits(bits, type.scalar());
    }

    /** The lowest bits of a number; those beyond its own repeat its sign. */
    static BitString bits(long number, int size, Type.Whole type) {
        boolean[] bits = new boolean[size];
        for (int bit = 0; bit < size; bit++) {
            bits[bit] = bit < Long.SIZE ? (number >>> bit & 1) != 0 : type.signed() && number < 0;
        }
        return BitString.of(bits);
    }

    static long number(BitString bits, Place place) {
        long number = 0;
        for (int bit = 0; bit < bits.length(); bit++) {
            if (bits.get(bit)) {
                if (bit >= Long.SIZE) {
                    throw error(place, "%d bits do not fit into a whole number of 64 bits".formatted(bits.length()));
                }
                number |= 1L << bit;
            }
        }
        return number;
    }

    private static Value.Whole toWhole(Value value, Type.Whole type, Place place) {
        return switch (value) {
            case Value.Bits bits -> Value.Whole.wrapped(number(bits.bits(), place), type);
            case Value.Bool bool -> Value.Whole.wrapped(bool.truth() ? 1 : 0, type);
            case Value.Whole whole -> Value.Whole.wrapped(whole.number(), type);
            case Value.Angle angle -> Value.Whole.wrapped(angle.steps(), type);
            case Value.Real real -> {
                double number = number(real, place);
                if (Math.abs(number) >= 0x1p63) {
                    throw error(place, "%s does not fit into a whole number of 64 bits".formatted(number));
                }
                yield Value.Whole.wrapped((long) number, type);
            }
            default -> throw impossible(value, type, place);
        };
    }

    private static Value toAngle(Value value, Type.Angle type, Place place) {
        return switch (value) {
            case Value.Angle angle -> resize(angle, type.width());
            case Value.Bits bits
            when bits.size() == type.width() -> Value.Angle.wrapped(number(bits.bits(), place), type.width());
            case Value.Bits bits -> throw error(place, "%s cannot become %s".formatted(value.kind(), type.text()));
            // Without a size, an angle of an input stays open.
            case Value.Real real
            when type.width() == Type.DEFAULT_WIDTH && !(real.expression() instanceof Expression.Constant) -> real;
            case Value.Real real -> Value.Angle.of(number(real, place), type.width());
            case Value.Whole whole -> Value.Angle.of(whole.toDouble(), type.width());
            default -> throw impossible(value, type, place);
        };
    }

    /** The same angle in finer steps, or cut to coarser ones. */
    static Value.Angle resize(Value.Angle angle, int width) {
        return width >= angle.width()
                ? new Value.Angle(angle.steps() << (width - angle.width()), width)
                : new Value.Angle(angle.steps() >>> (angle.width() - width), width);
    }

    private static OpenQasmException impossible(Value value, Type type, Place place) {
        return error(place, "%s cannot become %s".formatted(value.kind(), type.text()));
    }

    private static OpenQasmException error(Place place, String problem) {
        return new OpenQasmException(place, problem);
    }
}
