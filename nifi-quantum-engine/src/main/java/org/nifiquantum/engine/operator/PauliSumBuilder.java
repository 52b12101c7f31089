// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

import java.util.ArrayList;
import java.util.List;

/** Collects the terms of a {@link PauliSum}; terms with the same string add up. Not thread-safe. */
public final class PauliSumBuilder {
    private final List<PauliTerm> terms = new ArrayList<>();
    private double constant;

    PauliSumBuilder() {}

    public PauliSumBuilder add(double coefficient, PauliString string) {
        terms.add(new PauliTerm(coefficient, string));
        return this;
    }

    /** Adds a term given as {@link PauliString#of(String, int...)} takes it. */
    public PauliSumBuilder add(double coefficient, String letters, int... qubits) {
        return add(coefficient, PauliString.of(letters, qubits));
    }

    public PauliSumBuilder add(PauliSum sum) {
        terms.addAll(sum.terms());
        constant += sum.constant();
        return this;
    }

    public PauliSumBuilder constant(double value) {
        constant += value;
        return this;
    }

    public PauliSum build() {
        return new PauliSum(terms, constant);
    }
}
