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

    private MeasurementMap(int[] qubitOfBit) {
        this.qubitOfBit = qubitOfBit;
    }

    /**
     * The map that the measurements of a circuit make; of two into one bit the later counts.
     *
     * @throws IllegalArgumentException if a gate follows the measurement of its qubit
     */
    public static MeasurementMap of(Circuit circuit) {
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
                case GateOperation gate -> requireUnmeasured(gate, measured);
                case Barrier barrier -> {}
            }
        }
        return any ? new MeasurementMap(qubitOfBit) : ofAllQubits(circuit.qubits());
    }

    /** Qubit i into bit i. */
    public static MeasurementMap ofAllQubits(int qubits) {
        int[] qubitOfBit = new int[qubits];
        Arrays.setAll(qubitOfBit, bit -> bit);
        return new MeasurementMap(qubitOfBit);
    }

    /** How many classical bits there are. */
    public int bits() {
        return qubitOfBit.length;
    }

    /** The qubit that is measured last into the bit. */
    public OptionalInt qubitOf(int bit) {
        return qubitOfBit[bit] == NONE ? OptionalInt.empty() : OptionalInt.of(qubitOfBit[bit]);
    }

    /** The classical bits where the qubits have the values of a basis state. */
    public BitString read(long basisState) {
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
