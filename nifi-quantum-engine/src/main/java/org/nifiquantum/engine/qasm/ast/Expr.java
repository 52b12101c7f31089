// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.ast;

import java.util.List;

/** An expression as it was written. */
public sealed interface Expr {

    Place place();

    /** A name of anything. */
    record Name(Place place, String name) implements Expr {}

    /** {@code $index}. */
    record PhysicalQubit(Place place, int index) implements Expr {}

    /**
     * Digits without a point; the sign is an operator.
     *
     * @param unsigned whether it takes all 64 bits, which a signed number cannot
     */
    record Whole(Place place, long value, boolean unsigned) implements Expr {}

    record Real(Place place, double value) implements Expr {}

    /** A multiple of the imaginary unit. */
    record Imaginary(Place place, double value) implements Expr {}

    record Truth(Place place, boolean value) implements Expr {}

    /** Bits in quotes, the highest first. */
    record Bits(Place place, String digits) implements Expr {}

    /** A duration, or what gives one. */
    record Time(Place place) implements Expr {}

    record ArrayLiteral(Place place, List<Expr> items) implements Expr {
        public ArrayLiteral {
            items = List.copyOf(items);
        }
    }

    record Unary(Place place, Operator operator, Expr operand) implements Expr {}

    record Binary(Place place, Operator operator, Expr left, Expr right) implements Expr {}

    /** {@code base[i, j]}: one index for each dimension, or one for the bits of a number. */
    record Indexed(Place place, Expr base, List<Index> indices) implements Expr {
        public Indexed {
            indices = List.copyOf(indices);
        }
    }

    record Call(Place place, String function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Cast(Place place, TypeName type, Expr operand) implements Expr {}

    /** {@code a ++ b}. */
    record Concatenation(Place place, List<Expr> parts) implements Expr {
        public Concatenation {
            parts = List.copyOf(parts);
        }
    }

    record Measure(Place place, Expr qubits) implements Expr {}
}
