// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

/** A Pauli matrix other than the identity. */
public enum Pauli {
    X,
    Y,
    Z;

    /** The letter that the product with a different one is, but for a factor i or -i. */
    Pauli times(Pauli other) {
        return isBefore(other) ? other.next() : next();
    }

    /** Whether the other follows in the cycle X, Y, Z, so that the product has the factor i. */
    boolean isBefore(Pauli other) {
        return next() == other;
    }

    private Pauli next() {
        return switch (this) {
            case X -> Y;
            case Y -> Z;
            case Z -> X;
        };
    }
}
