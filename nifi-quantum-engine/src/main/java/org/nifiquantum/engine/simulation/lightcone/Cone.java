// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.operator.PauliString;

/**
 * A Pauli string and all the gates on which its expectation depends, on qubits of its own. Equal cones have equal expectations;
 * the labels are chosen so that cones of one shape are mostly equal.
 *
 * @param pieces in order
 */
record Cone(int qubits, List<Piece> pieces, PauliString string) {

    /** The cone as a circuit, so that a state vector can be made of it. */
    Circuit circuit(List<String> parameters) {
        CircuitBuilder builder = Circuit.builder(qubits);
        parameters.forEach(builder::parameter);
        for (Piece piece : pieces) {
            for (GateOperation gate : piece.gates()) {
                List<Integer> operands = new ArrayList<>();
                gate.qubits().forEach(operand -> operands.add(piece.qubits().get(operand)));
                builder.add(new GateOperation(gate.gate(), gate.parameters(), operands));
            }
        }
        return builder.build();
    }
}
