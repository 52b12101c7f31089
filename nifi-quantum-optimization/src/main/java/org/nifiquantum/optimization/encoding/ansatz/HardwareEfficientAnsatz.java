// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.ansatz;

import java.util.List;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * Rotations of each qubit, then layers of CX gates and rotations again: A. Kandala and others, Nature 549, 242 (2017), with CX
 * for their cross-resonance drive. Parameters {@code theta_0, theta_1, ...} count along the circuit: layer by layer, gate by
 * gate of {@link RotationLayer}, qubit by qubit. With all of them 0 the state is the reference.
 *
 * @param layers how often the qubits are entangled; 0 for a product state
 */
public record HardwareEfficientAnsatz(RotationLayer rotations, Entanglement entanglement, int layers) {

    public HardwareEfficientAnsatz {
        if (layers < 0) {
            throw new IllegalArgumentException("An ansatz cannot have " + layers + " layers.");
        }
    }

    /** How many parameters it has. */
    public int parameters(int qubits) {
        return qubits * rotations.gates().size() * (layers + 1);
    }

    /** The circuit; every qubit is measured at its end. */
    public Circuit circuit(BitString reference) {
        int qubits = reference.length();
        CircuitBuilder circuit = Circuit.builder(qubits).bits(qubits);
        for (int i = 0; i < parameters(qubits); i++) {
            circuit.parameter("theta_" + i);
        }
        List<Entanglement.Pair> pairs = entanglement.pairs(qubits);
        flip(circuit, beforeEntangling(reference, pairs));
        int next = rotate(circuit, qubits, 0);
        for (int layer = 0; layer < layers; layer++) {
            for (Entanglement.Pair pair : pairs) {
                circuit.gate(StandardGate.CX, pair.first(), pair.second());
            }
            next = rotate(circuit, qubits, next);
        }
        return circuit.measureAll().build();
    }

    /** The bits that the CX gates of all layers turn into the reference: the gates undone, the last one first. */
    private boolean[] beforeEntangling(BitString reference, List<Entanglement.Pair> pairs) {
        boolean[] bits = new boolean[reference.length()];
        for (int qubit = 0; qubit < bits.length; qubit++) {
            bits[qubit] = reference.get(qubit);
        }
        for (int layer = 0; layer < layers; layer++) {
            for (Entanglement.Pair pair : pairs.reversed()) {
                bits[pair.second()] ^= bits[pair.first()];
            }
        }
        return bits;
    }

    private static void flip(CircuitBuilder circuit, boolean... bits) {
        for (int qubit = 0; qubit < bits.length; qubit++) {
            if (bits[qubit]) {
                circuit.gate(StandardGate.X, qubit);
            }
        }
    }

    /** The number of the next parameter. */
    private int rotate(CircuitBuilder circuit, int qubits, int first) {
        int next = first;
        for (StandardGate gate : rotations.gates()) {
            for (int qubit = 0; qubit < qubits; qubit++) {
                circuit.gate(gate, List.of(Expression.parameter("theta_" + next)), qubit);
                next++;
            }
        }
        return next;
    }
}
