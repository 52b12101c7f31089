// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.nifiquantum.engine.circuit.Action;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * Gates that belong to a cone together or not at all: one gate, or several that are diagonal together.
 *
 * @param qubits on which it acts, at most 31
 * @param diagonal bit k is 1 if it commutes with Z on {@code qubits[k]}: it is a control, or takes a phase
 * @param symmetric whether the order of the qubits does not matter
 * @param gates standard gates in order, on operands: operand k is {@code qubits[k]}
 */
record Piece(List<Integer> qubits, int diagonal, boolean symmetric, List<GateOperation> gates) {

    /** A single gate. */
    static Piece of(GateOperation operation) {
        StandardGate gate = (StandardGate) operation.gate();
        List<Integer> operands = new ArrayList<>();
        for (int operand = 0; operand < gate.qubits(); operand++) {
            operands.add(operand);
        }
        boolean phases = switch (gate.action()) {
            case Action.Phase phase -> true;
            case Action.Diagonal diagonal -> true;
            case Action.Flip flip -> false;
            case Action.Exchange exchange -> false;
            case Action.Dense dense -> false;
        };
        int commuting = phases ? gate.qubits() : gate.controls();
        return new Piece(
                operation.qubits(),
                (1 << commuting) - 1,
                phases && (gate.qubits() == 1 || gate == StandardGate.CZ || gate == StandardGate.CP),
                List.of(new GateOperation(gate, operation.parameters(), operands)));
    }

    boolean isDiagonal() {
        return diagonal == (1 << qubits.size()) - 1;
    }

    /** Whether it commutes with Z on a qubit. */
    boolean isDiagonalOn(int qubit) {
        return (diagonal >> qubits.indexOf(qubit) & 1) != 0;
    }

    /** This piece, if it is diagonal, between two CX: it is diagonal then, too. */
    Piece between(int control, int target) {
        List<Integer> all = new ArrayList<>(qubits);
        boolean widens = !all.contains(control);
        if (widens) {
            all.add(control);
        }
        // A phase of the parity of all its qubits, as Z on one of them is, remains one.
        boolean parity = symmetric && widens && (qubits.size() == 1 || gates.size() > 1);
        GateOperation flip =
                new GateOperation(StandardGate.CX, List.of(), List.of(all.indexOf(control), all.indexOf(target)));
        List<GateOperation> conjugated = new ArrayList<>();
        conjugated.add(flip);
        conjugated.addAll(gates);
        conjugated.add(flip);
        return new Piece(List.copyOf(all), (1 << all.size()) - 1, parity, List.copyOf(conjugated));
    }

    Piece relabelled(IntUnaryOperator label) {
        Stream<Integer> labels = qubits.stream().map(label::applyAsInt);
        return new Piece((symmetric ? labels.sorted() : labels).toList(), diagonal, symmetric, gates);
    }
}
