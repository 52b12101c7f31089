// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import java.util.stream.Collectors;

/** A classical type with all its sizes known. */
sealed interface Type {
    /** Of numbers without a size, which the language leaves to the implementation. */
    int DEFAULT_WIDTH = 64;

    /** Bits in a row; {@code scalar} if declared without a size. */
    record Bits(int size, boolean scalar) implements Type {}

    record Bool() implements Type {}

    /** Whole numbers in two's complement. */
    record Whole(int width, boolean signed) implements Type {
        static final Whole LITERAL = new Whole(DEFAULT_WIDTH, true);
    }

    record Real(int width) implements Type {}

    /** Multiples of {@code 2 pi / 2^width}. */
    record Angle(int width) implements Type {}

    record Complex() implements Type {}

    record Time() implements Type {}

    /** Elements in rows; the last dimension runs fastest. */
    record Array(Type element, List<Integer> dimensions) implements Type {
        public Array {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** As the source would write it. */
    default String text() {
        return switch (this) {
            case Bits bits -> bits.scalar() ? "bit" : "bit[%d]".formatted(bits.size());
            case Bool bool -> "bool";
            case Whole whole -> "%s[%d]".formatted(whole.signed() ? "int" : "uint", whole.width());
            case Real real -> "float[%d]".formatted(real.width());
            case Angle angle -> "angle[%d]".formatted(angle.width());
            case Complex complex -> "complex";
            case Time time -> "duration";
            case Array array ->
                "array[%s, %s]"
                        .formatted(
                                array.element().text(),
                                array.dimensions().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        };
    }
}
