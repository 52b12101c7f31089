// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.Action;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.engine.operator.PauliTerm;

/**
 * The gates of a circuit on which the expectation of a whole observable depends, found from the last one backwards by the rule of
 * {@link ConeFinder}, gate by gate: a few steps for each, so that it pays for the smallest circuit.
 */
final class BackwardCone {
    private final Circuit circuit;
    /** The qubits on which the observable, as it is in Heisenberg's picture by then, is not the identity. */
    private final boolean[] reached;
    /** Those on which it need not commute with Z. */
    private final boolean[] active;

    private int reachedCount;
    private int activeCount;
    /** In order, from a number on. */
    private final GateOperation[] kept;

    private int firstKept;

    private BackwardCone(Circuit circuit) {
        this.circuit = circuit;
        this.reached = new boolean[circuit.qubits()];
        this.active = new boolean[circuit.qubits()];
        this.kept = new GateOperation[circuit.operations().size()];
        this.firstKept = kept.length;
    }

    /**
     * A circuit and an observable with the same expectation as a larger circuit and its observable. The parameters are the same, too;
     * measurements are left out.
     */
    record Pruned(Circuit circuit, PauliSum observable) {}

    /** Leaves out what the expectation does not depend on: gates, then qubits that have none and are not observed. */
    static Pruned prune(Circuit circuit, PauliSum observable) {
        BackwardCone cone = new BackwardCone(circuit);
        for (PauliTerm term : observable.terms()) {
            term.string().letters().forEach((qubit, letter) -> cone.reach(qubit, letter == Pauli.Z));
        }
        return cone.findsAll() ? new Pruned(circuit, observable) : cone.pruned(observable);
    }

    /** Goes through the gates; ends early, and says so, where no gate can be left out any more and none has been. */
    private boolean findsAll() {
        List<Operation> operations = circuit.operations();
        boolean all = true;
        for (int index = operations.size() - 1; index >= 0; index--) {
            if (all && activeCount == active.length) {
                return true;
            }
            if (operations.get(index) instanceof GateOperation gate) {
                if (cancels(gate)) {
                    all = false;
                } else {
                    kept[--firstKept] = gate;
                    grow(gate);
                }
            }
        }
        return all && reachedCount == reached.length;
    }

    private boolean cancels(GateOperation operation) {
        List<Integer> qubits = operation.qubits();
        for (int operand = 0; operand < qubits.size(); operand++) {
            int qubit = qubits.get(operand);
            if (active[qubit] || (reached[qubit] && !isDiagonal(operation.gate(), operand))) {
                return false;
            }
        }
        return true;
    }

    private void grow(GateOperation operation) {
        List<Integer> qubits = operation.qubits();
        for (int operand = 0; operand < qubits.size(); operand++) {
            int qubit = qubits.get(operand);
            if (!active[qubit]) {
                reach(qubit, isDiagonal(operation.gate(), operand));
            }
        }
    }

    private void reach(int qubit, boolean diagonally) {
        if (!reached[qubit]) {
            reached[qubit] = true;
            reachedCount++;
        }
        if (!diagonally && !active[qubit]) {
            active[qubit] = true;
            activeCount++;
        }
    }

    /** Whether a gate certainly commutes with Z on an operand. */
    private static boolean isDiagonal(Gate gate, int operand) {
        return switch (gate) {
            case StandardGate standard -> operand < standard.controls() || standard.action() instanceof Action.Diagonal;
            case DefinedGate defined -> false;
        };
    }

    private Pruned pruned(PauliSum observable) {
        int[] labels = new int[reached.length];
        int next = 0;
        boolean renamed = false;
        for (int qubit = 0; qubit < labels.length; qubit++) {
            labels[qubit] = next;
            if (reached[qubit]) {
                renamed |= next != qubit;
                next++;
            }
        }
        CircuitBuilder builder = Circuit.builder(next);
        circuit.parameters().forEach(builder::parameter);
        for (int index = firstKept; index < kept.length; index++) {
            builder.add(renamed ? renamed(kept[index], labels) : kept[index]);
        }
        return new Pruned(builder.build(), renamed ? renamed(observable, labels) : observable);
    }

    private static GateOperation renamed(GateOperation operation, int[] labels) {
        List<Integer> qubits = new ArrayList<>(operation.qubits());
        qubits.replaceAll(qubit -> labels[qubit]);
        return new GateOperation(operation.gate(), operation.parameters(), qubits);
    }

    private static PauliSum renamed(PauliSum observable, int[] labels) {
        PauliSumBuilder builder = PauliSum.builder().constant(observable.constant());
        for (PauliTerm term : observable.terms()) {
            SortedMap<Integer, Pauli> letters = new TreeMap<>();
            for (Map.Entry<Integer, Pauli> letter : term.string().letters().entrySet()) {
                letters.put(labels[letter.getKey()], letter.getValue());
            }
            builder.add(term.coefficient(), new PauliString(letters));
        }
        return builder.build();
    }
}
