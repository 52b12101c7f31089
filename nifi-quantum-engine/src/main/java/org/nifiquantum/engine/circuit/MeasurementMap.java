// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Which qubit each classical bit shows when a circuit measures at its end. Bits that nothing is measured into stay 0. A
 * circuit without any measurement is read as if qubit i were measured into bit i.
 */
public final class MeasurementMap {
    private static final int NONE = -1;

    /** The qubit of each bit, or {@link #NONE}. */
    private final int[] qubitOfBit;

    private final boolean identity;

    private MeasurementMap(int[] qubitOfBit, boolean identity) {
        this.qubitOfBit = qubitOfBit;
        this.identity = identity;
    }

    private static boolean isIdentity(int[] qubitOfBit, int qubits) {
        if (qubitOfBit.length != qubits) {
            return false;
        }
        for (int bit = 0; bit < qubits; bit++) {
            if (qubitOfBit[bit] != bit) {
                return false;
            }
        }
        return true;
    }

    /**
     * The map that the measurements of a circuit make; of two into one bit the later counts.
     *
     * @throws IllegalArgumentException if a gate follows the measurement of its qubit
     */
    public static MeasurementMap of(Circuit circuit) {
        if (circuit.bits() == 0) {
            return ofAllQubits(circuit.qubits());
        }
        int[] qubitOfBit = new int[circuit.bits()];
        Arrays.fill(qubitOfBit, NONE);
        boolean[] measured = new boolean[circuit.qubits()];
        boolean any = false;
        for (Operation operation : circuit.operations()) {
            switch (operation) {
                case Measurement measurement -> {
                    qubitOfBit[measurement.bit()] = measurement.qubit();
                    measured[measurement.qubit()] = true;
                    any = true;
                }
                case GateOperation gate -> {
                    if (any) {
                        requireUnmeasured(gate, measured);
                    }
                }
                case Barrier barrier -> {}
            }
        }
        return any
                ? new MeasurementMap(qubitOfBit, isIdentity(qubitOfBit, circuit.qubits()))
                : ofAllQubits(circuit.qubits());
    }

    /** Qubit i into bit i. */
    public static MeasurementMap ofAllQubits(int qubits) {
        int[] qubitOfBit = new int[qubits];
        for (int bit = 0; bit < qubits; bit++) {
            qubitOfBit[bit] = bit;
        }
        return new MeasurementMap(qubitOfBit, true);
    }

    /** How many classical bits there are. */
    public int bits() {
        return qubitOfBit.length;
    }

    /** Whether qubit i is measured into bit i and none is left out: then outcomes are ordered as basis states are. */
    public boolean isIdentity() {
        return identity;
    }

    /** The qubit that is measured last into the bit. */
    public OptionalInt qubitOf(int bit) {
        return qubitOfBit[bit] == NONE ? OptionalInt.empty() : OptionalInt.of(qubitOfBit[bit]);
    }

    /** The classical bits where the qubits have the values of a basis state. */
    public BitString read(long basisState) {
        if (identity) {
            return BitString.ofIndex(basisState, qubitOfBit.length);
        }
        boolean[] bits = new boolean[qubitOfBit.length];
        for (int bit = 0; bit < bits.length; bit++) {
            bits[bit] = qubitOfBit[bit] != NONE && (basisState >>> qubitOfBit[bit] & 1) != 0;
        }
        return BitString.of(bits);
    }

    private static void requireUnmeasured(GateOperation gate, boolean[] measured) {
        for (int qubit : gate.qubits()) {
            if (measured[qubit]) {
                throw new IllegalArgumentException("Gate %s acts on qubit %d after its measurement;"
                                .formatted(gate.gate().identifier(), qubit)
                        + " only measurements at the end of the circuit can be simulated");
            }
        }
    }
}
