// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Expression;

/** What an expression stands for. Whole numbers are kept apart, since OpenQASM divides them without a rest. */
sealed interface Value {

    /** Bits; {@code scalar} if it is one that cannot be indexed. */
    record Bits(BitString bits, boolean scalar) implements Value {
        static Bits of(boolean... bits) {
            return new Bits(BitString.of(bits), false);
        }

        static Bits one(boolean bit) {
            return new Bits(BitString.of(bit), true);
        }

        int size() {
            return bits.length();
        }
    }

    record Bool(boolean truth) implements Value {}

    /**
     * A whole number.
     *
     * @param number extended to 64 bits as the type says; an unsigned number of 64 bits reads as one
     */
    record Whole(long number, Type.Whole type) implements Value {
        static Whole literal(long number) {
            return new Whole(number, Type.Whole.LITERAL);
        }

        /** The lowest bits of a number as the type reads them. */
        static Whole wrapped(long number, Type.Whole type) {
            int unused = Long.SIZE - type.width();
            return new Whole(type.signed() ? (number << unused) >> unused : (number << unused) >>> unused, type);
        }

        double toDouble() {
            return type.signed() || number >= 0 ? number : ((number >>> 1) | (number & 1)) * 2.0;
        }

        @Override
        public String toString() {
            return type.signed() ? Long.toString(number) : Long.toUnsignedString(number);
        }
    }

    /** A real number, perhaps dependent on inputs. */
    record Real(Expression expression) implements Value {
        static Real of(double number) {
            return new Real(Expression.constant(number));
        }
    }

    /** {@code 2 pi steps / 2^width}. */
    record Angle(long steps, int width) implements Value {
        double radians() {
            return unsigned(steps) / Math.scalb(1.0, width) * (2 * Math.PI);
        }

        /** The nearest multiple; angles are known up to full turns. */
        static Angle of(double radians, int width) {
            double turns = radians / (2 * Math.PI);
            double part = turns - Math.floor(turns);
            double steps = Math.rint(Math.scalb(part, width));
            return wrapped(steps >= 0x1p63 ? (long) (steps - 0x1p63) + Long.MIN_VALUE : (long) steps, width);
        }

        static Angle wrapped(long steps, int width) {
            int unused = Long.SIZE - width;
            return new Angle((steps << unused) >>> unused, width);
        }

        private static double unsigned(long number) {
            return number >= 0 ? number : ((number >>> 1) | (number & 1)) * 2.0;
        }
    }

    record Complex(double real, double imaginary) implements Value {}

    /** Any duration: the simulator has no clock. */
    record Time() implements Value {}

    /** A view of elements, shared with whoever else sees them. */
    record Array(ArrayView view) implements Value {}

    /** What is not known while a circuit is made: {@code reason} says why. */
    record Unknown(String reason) implements Value {}

    /** For messages. */
    default String kind() {
        return switch (this) {
            case Bits bits -> bits.scalar() ? "a bit" : "a register of %d bits".formatted(bits.size());
            case Bool bool -> "a bool";
            case Whole whole -> "a whole number";
            case Real real -> "a real number";
            case Angle angle -> "an angle";
            case Complex complex -> "a complex number";
            case Time time -> "a duration";
            case Array array -> "an array";
            case Unknown unknown -> "a value";
        };
    }
}
