// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.collection.IntList;
import org.nifiquantum.engine.operator.PauliString;

/**
 * Writes cones as numbers that say what there is on each of their qubits, and nothing of which qubits of the circuit these are: cones
 * of one outline are one cone. Those of one shape may have several outlines, by the order of pieces that commute, but few, and an
 * outline takes far less time than the {@link ConeLabels} that bring them together. Not thread-safe.
 */
final class ConeOutlines {
    private final Wires wires;
    /** Of each piece: equal for those that differ only in where they are. */
    private final int[] kinds;

    private final boolean[] symmetric;
    /** The places of qubits in the cone in hand. */
    private final int[] place;

    ConeOutlines(List<Piece> pieces, Wires wires) {
        this.wires = wires;
        this.kinds = new int[pieces.size()];
        this.symmetric = new boolean[pieces.size()];
        this.place = new int[wires.last.length];
        Map<Piece, Integer> kindOfPiece = new HashMap<>();
        for (int number = 0; number < kinds.length; number++) {
            Piece piece = pieces.get(number);
            Piece nowhere = new Piece(List.of(), piece.diagonal(), piece.symmetric(), piece.gates());
            kinds[number] = kindOfPiece.computeIfAbsent(nowhere, added -> kindOfPiece.size());
            symmetric[number] = piece.symmetric();
        }
    }

    /**
     * The outline of a cone, as a buffer, which is compared by what is in it: the letters of the string, and for each qubit the pieces
     * on it from the last one on, each with the operand that the qubit is. A piece is its kind where it is first met, and how many
     * were met before it elsewhere.
     */
    IntBuffer of(ConeFinder.Found found, PauliString string) {
        IntList[] onQubit = new IntList[found.qubits().size()];
        for (int index = 0; index < onQubit.length; index++) {
            onQubit[index] = new IntList();
            place[found.qubits().get(index)] = index;
        }
        for (int index = 0; index < found.pieces().size(); index++) {
            int number = found.pieces().get(index);
            int start = wires.starts[number];
            for (int entry = start; entry < wires.starts[number + 1]; entry++) {
                IntList pieces = onQubit[place[wires.qubits[entry]]];
                pieces.add(index);
                pieces.add(symmetric[number] ? 0 : entry - start);
            }
        }
        IntList words = new IntList();
        words.add(string.letters().size());
        string.letters().values().forEach(letter -> words.add(letter.name().charAt(0)));
        int[] met = new int[found.pieces().size()];
        int different = 0;
        for (IntList pieces : onQubit) {
            words.add(pieces.size());
            for (int at = 0; at < pieces.size(); at += 2) {
                int index = pieces.get(at);
                if (met[index] == 0) {
                    met[index] = ++different;
                    words.add(kinds[found.pieces().get(index)]);
                } else {
                    words.add(-met[index]);
                }
                words.add(pieces.get(at + 1));
            }
        }
        return IntBuffer.wrap(words.toArray());
    }
}
