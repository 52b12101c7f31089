// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.Arrays;
import java.util.List;

/**
 * How the pieces of a circuit follow each other on its qubits, as plain arrays: every cone goes through them. A piece has one entry
 * for each of its qubits.
 */
final class Wires {
    static final int NONE = -1;

    /** Where the entries of each piece begin; one more than there are pieces. */
    final int[] starts;

    final int[] qubits;
    /** Whether the piece commutes with Z on the qubit. */
    final boolean[] diagonal;
    /** The number of the piece before it on the qubit, or {@link #NONE}. */
    final int[] previous;
    /** The number of the last piece on each qubit of the circuit, or {@link #NONE}. */
    final int[] last;

    Wires(List<Piece> pieces, int circuitQubits) {
        starts = new int[pieces.size() + 1];
        for (int number = 0; number < pieces.size(); number++) {
            starts[number + 1] = starts[number] + pieces.get(number).qubits().size();
        }
        qubits = new int[starts[pieces.size()]];
        diagonal = new boolean[qubits.length];
        previous = new int[qubits.length];
        last = new int[circuitQubits];
        Arrays.fill(last, NONE);
        int entry = 0;
        for (int number = 0; number < pieces.size(); number++) {
            Piece piece = pieces.get(number);
            for (int operand = 0; operand < piece.qubits().size(); operand++) {
                qubits[entry] = piece.qubits().get(operand);
                diagonal[entry] = (piece.diagonal() >> operand & 1) != 0;
                previous[entry] = last[qubits[entry]];
                last[qubits[entry]] = number;
                entry++;
            }
        }
    }

    int pieces() {
        return starts.length - 1;
    }
}
