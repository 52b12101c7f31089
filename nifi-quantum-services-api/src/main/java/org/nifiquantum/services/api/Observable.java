// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;

/**
 * A Hermitian operator as a sum of Pauli strings and a constant.
 *
 * @param terms the Pauli strings with their coefficients
 * @param constant the coefficient of the identity, part of every expectation
 */
public record Observable(List<Term> terms, double constant) {

    public Observable {
        terms = List.copyOf(requireNonNull(terms, "terms"));
        requireFinite(constant, "constant");
    }

    /**
     * One weighted Pauli string.
     *
     * @param pauli one letter of X, Y, Z for each entry of {@code qubits}
     * @param qubits the qubits the letters act on; all others carry the identity
     */
    public record Term(String pauli, List<Integer> qubits, double coefficient) {

        public Term {
            qubits = List.copyOf(requireNonNull(qubits, "qubits"));
            if (qubits.stream().anyMatch(qubit -> qubit < 0) || new HashSet<>(qubits).size() < qubits.size()) {
                throw new IllegalArgumentException("qubits must be different and not negative, not " + qubits);
            }
            if (requireNonNull(pauli, "pauli").length() != qubits.size()) {
                throw new IllegalArgumentException(
                        "pauli [%s] has %d letters for %d qubits".formatted(pauli, pauli.length(), qubits.size()));
            }
            if (!pauli.chars().allMatch(letter -> "XYZ".indexOf(letter) >= 0)) {
                throw new IllegalArgumentException(
                        "pauli must be of the letters X, Y and Z, not [%s]".formatted(pauli));
            }
            requireFinite(coefficient, "coefficient");
        }
    }

    private static void requireFinite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s must be a finite number, not %s".formatted(name, value));
        }
    }
}
