// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

/** Which spin orbital a qubit stands for after the Jordan-Wigner transformation. */
public enum SpinOrder {
    /** Qubit 2k is orbital k with spin up, qubit 2k + 1 the same with spin down: OpenFermion's order. */
    INTERLEAVED {
        @Override
        public long spinUp(int qubits) {
            return 0x5555_5555_5555_5555L & ((1L << qubits) - 1);
        }
    },
    /** All orbitals with spin up, then all with spin down: Qiskit's order. */
    BLOCKED {
        @Override
        public long spinUp(int qubits) {
            return (1L << (qubits / 2)) - 1;
        }
    };

    /** The qubits, of so many and at most 62, that are orbitals of spin up; bit i is qubit i. */
    public abstract long spinUp(int qubits);

    /** Whether two of so many qubits are orbitals of the same spin. */
    public boolean sameSpin(int first, int second, int qubits) {
        long up = spinUp(qubits);
        return (up >> first & 1) == (up >> second & 1);
    }

    /** How many orbitals have an electron of one spin alone. */
    public int unpaired(long occupied, int qubits) {
        int toPartner = this == INTERLEAVED ? 1 : qubits / 2;
        return Long.bitCount((occupied ^ occupied >> toPartner) & spinUp(qubits));
    }
}
