// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * Takes a circuit apart into pieces. A phase between two equal CX, as most tools write a rotation about ZZ, becomes one
 * diagonal piece: its CX alone would draw qubits into a cone on which nothing depends.
 */
final class Pieces {
    private static final int WIDEST_FOLDED = 12;

    /** By number; null where a piece was folded into others. */
    private final List<Piece> pieces = new ArrayList<>();
    /** The numbers of the pieces on each qubit, rising. */
    private final List<List<Integer>> onQubit = new ArrayList<>();

    private Pieces(int qubits) {
        for (int qubit = 0; qubit < qubits; qubit++) {
            onQubit.add(new ArrayList<>());
        }
    }

    static List<Piece> of(Circuit circuit) {
        Pieces taken = new Pieces(circuit.qubits());
        for (Operation operation : circuit.operations()) {
            if (operation instanceof GateOperation gate) {
                taken.add(gate);
            }
        }
        return taken.pieces.stream().filter(Objects::nonNull).toList();
    }

    private void add(GateOperation operation) {
        if (operation.gate() instanceof DefinedGate) {
            operation.expand().forEach(this::add);
            return;
        }
        // Global phases and the identity change no expectation.
        if (operation.qubits().isEmpty() || operation.gate() == StandardGate.ID || folds(operation)) {
            return;
        }
        for (int qubit : operation.qubits()) {
            onQubit.get(qubit).add(pieces.size());
        }
        pieces.add(Piece.of(operation));
    }

    private static boolean isFlip(GateOperation operation) {
        return operation.gate() == StandardGate.CX || operation.gate() == StandardGate.LEGACY_CX;
    }

    /** Whether a CX undoes an earlier one across phases of its target: then both are put around each of these. */
    private boolean folds(GateOperation operation) {
        if (!isFlip(operation)) {
            return false;
        }
        int control = operation.qubits().get(0);
        int target = operation.qubits().get(1);
        List<Integer> onTarget = onQubit.get(target);
        int first = onTarget.size();
        while (first > 0 && isFoldable(pieces.get(onTarget.get(first - 1)))) {
            first--;
        }
        if (first == 0) {
            return false;
        }
        int partner = onTarget.get(first - 1);
        if (!isFlipOf(pieces.get(partner), control, target) || !commutesSince(partner, control)) {
            return false;
        }
        for (int number : onTarget.subList(first, onTarget.size())) {
            if (!pieces.get(number).qubits().contains(control)) {
                insert(onQubit.get(control), number);
            }
            pieces.set(number, pieces.get(number).between(control, target));
        }
        onTarget.remove(Integer.valueOf(partner));
        onQubit.get(control).remove(Integer.valueOf(partner));
        pieces.set(partner, null);
        return true;
    }

    private static boolean isFoldable(Piece piece) {
        return piece.isDiagonal() && piece.qubits().size() < WIDEST_FOLDED;
    }

    private static boolean isFlipOf(Piece piece, int control, int target) {
        return piece.gates().size() == 1
                && isFlip(piece.gates().getFirst())
                && piece.qubits().equals(List.of(control, target));
    }

    /** Whether the control of a CX can go past all that came on its qubit after a piece. */
    private boolean commutesSince(int number, int control) {
        List<Integer> numbers = onQubit.get(control);
        for (int index = numbers.size() - 1; numbers.get(index) > number; index--) {
            if (!pieces.get(numbers.get(index)).isDiagonalOn(control)) {
                return false;
            }
        }
        return true;
    }

    private static void insert(List<Integer> rising, int number) {
        int at = rising.size();
        while (at > 0 && rising.get(at - 1) > number) {
            at--;
        }
        rising.add(at, number);
    }
}
