// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.Collections;
import java.util.PriorityQueue;
import org.nifiquantum.engine.collection.IntList;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliString;

/**
 * Finds the pieces of a circuit on which the expectation of a Pauli string depends, from the last one backwards. For each qubit
 * that the string has grown to by then it is known whether the string, as it is there in Heisenberg's picture, commutes with Z on
 * it. A piece that acts only on such qubits as a function of Z, and elsewhere on qubits without the string, cancels: so phases
 * that lie side by side do not draw each other into a cone, whatever their order. Not thread-safe: what it knows of qubits is kept in
 * arrays over the whole circuit, since looking it up in a map takes most of the time.
 */
final class ConeFinder {
    private final Wires wires;
    /** Whether the string has grown to a qubit; false between searches. */
    private final boolean[] reached;
    /** Whether the string does not commute with Z on a qubit; false between searches. */
    private final boolean[] active;

    /**
     * What a search has found.
     *
     * @param qubits in the order in which the string has grown to them, its own first
     * @param pieces the numbers of pieces, the last first
     */
    record Found(IntList qubits, IntList pieces) {}

    ConeFinder(Wires wires) {
        this.wires = wires;
        reached = new boolean[wires.last.length];
        active = new boolean[wires.last.length];
    }

    Found find(PauliString string) {
        IntList cone = new IntList();
        IntList found = new IntList();
        PriorityQueue<Integer> waiting = new PriorityQueue<>(Collections.reverseOrder());
        string.letters().forEach((qubit, letter) -> {
            reach(qubit, letter != Pauli.Z, cone);
            offer(wires.last[qubit], waiting);
        });
        int done = wires.pieces();
        while (!waiting.isEmpty()) {
            int number = waiting.remove();
            if (number == done) {
                continue;
            }
            done = number;
            if (!cancels(number)) {
                found.add(number);
                for (int entry = wires.starts[number]; entry < wires.starts[number + 1]; entry++) {
                    reach(wires.qubits[entry], !wires.diagonal[entry], cone);
                }
            }
            for (int entry = wires.starts[number]; entry < wires.starts[number + 1]; entry++) {
                if (reached[wires.qubits[entry]]) {
                    offer(wires.previous[entry], waiting);
                }
            }
        }
        for (int index = 0; index < cone.size(); index++) {
            reached[cone.get(index)] = false;
            active[cone.get(index)] = false;
        }
        return new Found(cone, found);
    }

    private static void offer(int number, PriorityQueue<Integer> waiting) {
        if (number != Wires.NONE) {
            waiting.add(number);
        }
    }

    private boolean cancels(int number) {
        for (int entry = wires.starts[number]; entry < wires.starts[number + 1]; entry++) {
            int qubit = wires.qubits[entry];
            if (reached[qubit] && (active[qubit] || !wires.diagonal[entry])) {
                return false;
            }
        }
        return true;
    }

    private void reach(int qubit, boolean becomesActive, IntList cone) {
        if (!reached[qubit]) {
            reached[qubit] = true;
            cone.add(qubit);
        }
        active[qubit] |= becomesActive;
    }
}
