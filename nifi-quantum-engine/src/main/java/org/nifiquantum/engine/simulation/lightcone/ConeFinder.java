// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliString;

/**
 * Finds the pieces of a circuit on which the expectation of a Pauli string depends, from the last one backwards. For each qubit
 * that the string has grown to by then it is known whether the string, as it is there in Heisenberg's picture, commutes with Z on
 * it. A piece that acts only on such qubits as a function of Z, and elsewhere on qubits without the string, cancels: so phases
 * that lie side by side do not draw each other into a cone, whatever their order.
 */
final class ConeFinder {
    private static final int NONE = -1;

    private final List<Piece> pieces;
    /** For each piece and each of its qubits the number of the piece before it there, or {@link #NONE}. */
    private final int[][] previous;
    /** The number of the last piece on each qubit, or {@link #NONE}. */
    private final int[] last;

    ConeFinder(Circuit circuit) {
        pieces = Pieces.of(circuit);
        previous = new int[pieces.size()][];
        last = new int[circuit.qubits()];
        Arrays.fill(last, NONE);
        for (int number = 0; number < previous.length; number++) {
            List<Integer> qubits = pieces.get(number).qubits();
            previous[number] = new int[qubits.size()];
            for (int operand = 0; operand < previous[number].length; operand++) {
                previous[number][operand] = last[qubits.get(operand)];
                last[qubits.get(operand)] = number;
            }
        }
    }

    Cone find(PauliString string) {
        // Whether the string does not commute with Z on a qubit; no entry where it is the identity.
        Map<Integer, Boolean> active = new HashMap<>();
        PriorityQueue<Integer> waiting = new PriorityQueue<>(Collections.reverseOrder());
        string.letters().forEach((qubit, letter) -> {
            active.put(qubit, letter != Pauli.Z);
            offer(last[qubit], waiting);
        });
        Deque<Piece> found = new ArrayDeque<>();
        int done = pieces.size();
        while (!waiting.isEmpty()) {
            int number = waiting.remove();
            if (number == done) {
                continue;
            }
            done = number;
            Piece piece = pieces.get(number);
            if (!cancels(piece, active)) {
                found.addFirst(piece);
                grow(piece, active);
            }
            for (int operand = 0; operand < previous[number].length; operand++) {
                if (active.containsKey(piece.qubits().get(operand))) {
                    offer(previous[number][operand], waiting);
                }
            }
        }
        return new ConeLabels(new ArrayList<>(active.keySet()), List.copyOf(found), string).cone();
    }

    private static void offer(int number, PriorityQueue<Integer> waiting) {
        if (number != NONE) {
            waiting.add(number);
        }
    }

    private static boolean cancels(Piece piece, Map<Integer, Boolean> active) {
        for (int operand = 0; operand < piece.qubits().size(); operand++) {
            Boolean isActive = active.get(piece.qubits().get(operand));
            if (isActive != null && (isActive || (piece.diagonal() >> operand & 1) == 0)) {
                return false;
            }
        }
        return true;
    }

    private static void grow(Piece piece, Map<Integer, Boolean> active) {
        for (int operand = 0; operand < piece.qubits().size(); operand++) {
            boolean diagonal = (piece.diagonal() >> operand & 1) != 0;
            active.merge(piece.qubits().get(operand), !diagonal, Boolean::logicalOr);
        }
    }
}
