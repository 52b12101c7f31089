// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.ansatz;

import java.util.ArrayList;
import java.util.List;

/** Which qubits the entangling gates of a layer join, in the order of the gates; the first of a pair controls. */
public enum Entanglement {
    /** Neighbours on a line: as many gates as a layer needs at least, and no routing on most devices. */
    LINEAR("linear") {
        @Override
        public List<Pair> pairs(int qubits) {
            List<Pair> pairs = new ArrayList<>();
            for (int qubit = 0; qubit + 1 < qubits; qubit++) {
                pairs.add(new Pair(qubit, qubit + 1));
            }
            return pairs;
        }
    },
    /** Neighbours on a ring: the gate that closes it comes first. */
    CIRCULAR("circular") {
        @Override
        public List<Pair> pairs(int qubits) {
            List<Pair> pairs = new ArrayList<>();
            if (qubits > 2) {
                pairs.add(new Pair(qubits - 1, 0));
            }
            pairs.addAll(LINEAR.pairs(qubits));
            return pairs;
        }
    },
    /** Every two qubits. */
    FULL("full") {
        @Override
        public List<Pair> pairs(int qubits) {
            List<Pair> pairs = new ArrayList<>();
            for (int first = 0; first < qubits; first++) {
                for (int second = first + 1; second < qubits; second++) {
                    pairs.add(new Pair(first, second));
                }
            }
            return pairs;
        }
    };

    /** Two qubits that a gate joins. */
    public record Pair(int first, int second) {}

    private final String text;

    Entanglement(String text) {
        this.text = text;
    }

    /** The name in documents. */
    public String text() {
        return text;
    }

    /** The pairs of one layer. */
    public abstract List<Pair> pairs(int qubits);
}
