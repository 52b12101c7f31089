// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.ansatz;

import static org.nifiquantum.engine.circuit.Expression.constant;

import java.util.Comparator;
import java.util.List;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.Pauli;

/** exp(-i angle/2 P) of a Pauli string P: its qubits turned to Z, their parity on the last one rotated, all undone. */
record PauliRotation(List<Letter> letters) {

    record Letter(int qubit, Pauli pauli) {}

    PauliRotation {
        letters =
                letters.stream().sorted(Comparator.comparingInt(Letter::qubit)).toList();
    }

    void addTo(CircuitBuilder circuit, Expression angle) {
        letters.forEach(letter -> turn(circuit, letter, 1));
        for (int k = 0; k + 1 < letters.size(); k++) {
            circuit.gate(
                    StandardGate.CX, letters.get(k).qubit(), letters.get(k + 1).qubit());
        }
        circuit.gate(StandardGate.RZ, List.of(angle), letters.getLast().qubit());
        for (int k = letters.size() - 2; k >= 0; k--) {
            circuit.gate(
                    StandardGate.CX, letters.get(k).qubit(), letters.get(k + 1).qubit());
        }
        letters.forEach(letter -> turn(circuit, letter, -1));
    }

    /** RX(pi/2) turns Y to Z. */
    private static void turn(CircuitBuilder circuit, Letter letter, int direction) {
        switch (letter.pauli()) {
            case X -> circuit.gate(StandardGate.H, letter.qubit());
            case Y -> circuit.gate(StandardGate.RX, List.of(constant(direction * Math.PI / 2)), letter.qubit());
            case Z -> {
                // Z is what is measured.
            }
        }
    }
}
