// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

/** Which spin orbital a qubit stands for after the Jordan-Wigner transformation. */
public enum SpinOrder {
    /** Qubit 2k is orbital k with spin up, qubit 2k + 1 the same with spin down: OpenFermion's order. */
    INTERLEAVED("interleaved") {
        @Override
        public boolean sameSpin(int first, int second, int qubits) {
            return (first - second) % 2 == 0;
        }
    },
    /** All orbitals with spin up, then all with spin down: Qiskit's order. */
    BLOCKED("blocked") {
        @Override
        public boolean sameSpin(int first, int second, int qubits) {
            return first < qubits / 2 == second < qubits / 2;
        }
    };

    private final String text;

    SpinOrder(String text) {
        this.text = text;
    }

    /** The name in documents. */
    public String text() {
        return text;
    }

    /** Whether two of so many qubits are orbitals of the same spin. */
    public abstract boolean sameSpin(int first, int second, int qubits);
}
