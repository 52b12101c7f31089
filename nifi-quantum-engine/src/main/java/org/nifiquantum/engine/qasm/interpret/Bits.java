// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.ast.Place;

/** Reads and writes the bits of values; bit 0 is the lowest. */
final class Bits {
    private Bits() {}

    static BitString of(Value value, Place place) {
        return switch (value) {
            case Value.Bits bits -> bits.bits();
            case Value.Whole whole ->
                Conversions.bits(whole.number(), whole.type().width(), whole.type());
            case Value.Angle angle ->
                Conversions.bits(angle.steps(), angle.width(), new Type.Whole(angle.width(), false));
            case Value.Bool bool -> BitString.of(bool.truth());
            case Value.Unknown unknown -> throw new NotKnownException(place, unknown.reason());
            default -> throw new OpenQasmException(place, "%s has no bits to work on".formatted(value.kind()));
        };
    }

    static Value.Bits select(BitString bits, List<Integer> positions, boolean scalar) {
        boolean[] selected = new boolean[positions.size()];
        for (int index = 0; index < selected.length; index++) {
            selected[index] = bits.get(positions.get(index));
        }
        return new Value.Bits(BitString.of(selected), scalar);
    }

    /** The bits of all, those of the first from bit 0 on. */
    static Value.Bits join(List<Value.Bits> parts) {
        int size = parts.stream().mapToInt(Value.Bits::size).sum();
        boolean[] joined = new boolean[size];
        int bit = 0;
        for (Value.Bits part : parts) {
            for (int index = 0; index < part.size(); index++) {
                joined[bit++] = part.bits().get(index);
            }
        }
        return new Value.Bits(BitString.of(joined), false);
    }

    /** A number with some of its bits replaced. */
    static Value replace(Value number, List<Integer> positions, BitString values, Place place) {
        BitString old = of(number, place);
        boolean[] bits = new boolean[old.length()];
        for (int bit = 0; bit < bits.length; bit++) {
            bits[bit] = old.get(bit);
        }
        for (int index = 0; index < positions.size(); index++) {
            bits[positions.get(index)] = values.get(index);
        }
        Value.Bits replaced = Value.Bits.of(bits);
        return switch (number) {
            case Value.Whole whole -> Conversions.cast(replaced, whole.type(), place);
            case Value.Angle angle -> Conversions.cast(replaced, new Type.Angle(angle.width()), place);
            default -> throw new OpenQasmException(place, "%s has no bits to set".formatted(number.kind()));
        };
    }
}
