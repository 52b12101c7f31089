// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

/** A Pauli string with its finite coefficient. */
public record PauliTerm(double coefficient, PauliString string) {
    public PauliTerm {
        if (!Double.isFinite(coefficient)) {
            throw new IllegalArgumentException("The coefficient of %s is %s".formatted(string, coefficient));
        }
    }
}
