// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.MathFunction;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Operator;
import org.nifiquantum.engine.qasm.ast.Place;

/** The built-in functions of the language, but for {@code sizeof}, which asks for a type and not for a value. */
final class Functions {
    private final Operators operators;

    Functions(Operators operators) {
        this.operators = operators;
    }

    Value call(String name, List<Value> arguments, Place place) {
        return switch (name) {
            case "mod" ->
                operators.binary(Operator.REMAINDER, first(name, arguments, 2, place), arguments.get(1), place);
            case "pow" -> operators.binary(Operator.POWER, first(name, arguments, 2, place), arguments.get(1), place);
            case "popcount" ->
                Value.Whole.literal(
                        Bits.of(first(name, arguments, 1, place), place).ones());
            case "rotl" -> rotate(first(name, arguments, 2, place), arguments.get(1), 1, place);
            case "rotr" -> rotate(first(name, arguments, 2, place), arguments.get(1), -1, place);
            case "real" ->
                Value.Real.of(Conversions.toComplex(first(name, arguments, 1, place), place)
                        .real());
            case "imag" ->
                Value.Real.of(Conversions.toComplex(first(name, arguments, 1, place), place)
                        .imaginary());
            default -> {
                MathFunction function = MathFunction.named(name)
                        .orElseThrow(
                                () -> new OpenQasmException(place, "'%s' is not a known function".formatted(name)));
                yield real(function, first(name, arguments, 1, place), place);
            }
        };
    }

    private static Value first(String name, List<Value> arguments, int expected, Place place) {
        if (arguments.size() != expected) {
            throw new OpenQasmException(
                    place, "%s takes %d arguments, not %d".formatted(name, expected, arguments.size()));
        }
        return arguments.get(0);
    }

    private static Value real(MathFunction function, Value argument, Place place) {
        if (argument instanceof Value.Complex complex) {
            return ofComplex(function, complex, place);
        }
        boolean rounds = function == MathFunction.CEILING || function == MathFunction.FLOOR;
        if (rounds && argument instanceof Value.Whole) {
            return argument;
        }
        Expression result = Expression.function(function, Conversions.expression(argument, place));
        return new Value.Real(Operators.bounded(result, place));
    }

    private static Value ofComplex(MathFunction function, Value.Complex argument, Place place) {
        return switch (function) {
            case EXP -> ComplexNumbers.combine(Operator.POWER, new Value.Complex(Math.E, 0), argument);
            case SQRT -> ComplexNumbers.combine(Operator.POWER, argument, new Value.Complex(0.5, 0));
            default ->
                throw new OpenQasmException(
                        place, "%s is not defined for a complex number".formatted(function.identifier()));
        };
    }

    /** Moves bit 0 to bit {@code sign * distance}; what leaves at one end enters at the other. */
    private static Value rotate(Value value, Value distance, int sign, Place place) {
        if (!(distance instanceof Value.Whole places)) {
            throw new OpenQasmException(place, "a rotation needs a whole number of places");
        }
        BitString bits = Bits.of(value, place);
        boolean[] rotated = new boolean[bits.length()];
        for (int bit = 0; bit < rotated.length; bit++) {
            rotated[Math.floorMod(bit + sign * places.number() % rotated.length, rotated.length)] = bits.get(bit);
        }
        Value.Bits result = new Value.Bits(BitString.of(rotated), false);
        return switch (value) {
            case Value.Whole whole -> Conversions.cast(result, whole.type(), place);
            case Value.Angle angle -> Conversions.cast(result, new Type.Angle(angle.width()), place);
            default -> result;
        };
    }

    /** Whether a function is one of a real number and its result no whole one. */
    static boolean takesRealNumber(String name) {
        return MathFunction.named(name)
                .filter(known -> known != MathFunction.CEILING && known != MathFunction.FLOOR)
                .isPresent();
    }
}
