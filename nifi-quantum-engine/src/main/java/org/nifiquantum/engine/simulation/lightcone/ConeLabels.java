// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliString;

/**
 * Names the qubits of a cone by its shape, so that cones of one shape become equal: colours of qubits are refined by those of their
 * neighbours (B. Weisfeiler and A. Leman, 1968); while some are alike, one of them is singled out. Two cones of one shape may still
 * get different names, and are then computed twice; different cones are never taken for equal.
 */
final class ConeLabels {
    /** Larger cones are rarely of one shape, and naming them takes long. */
    private static final int MOST_QUBITS = 48;

    private final List<Integer> qubits;
    private final List<Piece> pieces;
    private final PauliString string;
    private final Map<Integer, Integer> place = new HashMap<>();
    private final int[] levels;
    /** What each piece is, wherever it is. */
    private final long[] kinds;

    ConeLabels(List<Integer> qubits, List<Piece> pieces, PauliString string) {
        this.qubits = qubits;
        this.string = string;
        Collections.sort(qubits);
        for (int index = 0; index < qubits.size(); index++) {
            place.put(qubits.get(index), index);
        }
        this.pieces = pieces.stream().map(piece -> piece.relabelled(place::get)).toList();
        this.levels = levels();
        this.kinds = new long[levels.length];
        Arrays.setAll(kinds, number -> mix(levels[number] + kind(this.pieces.get(number))));
    }

    /** The same in every JVM, as the hash codes of enums are not. */
    private static long kind(Piece piece) {
        long kind = piece.gates().size();
        for (GateOperation gate : piece.gates()) {
            kind = mix(kind + gate.gate().identifier().hashCode());
            for (Expression parameter : gate.parameters()) {
                kind = mix(kind + parameter.toString().hashCode());
            }
        }
        return kind;
    }

    Cone cone() {
        int[] labels = qubits.size() > MOST_QUBITS ? identity() : labels();
        record Placed(int level, Piece piece) {}
        List<Placed> placed = new ArrayList<>();
        for (int index = 0; index < pieces.size(); index++) {
            placed.add(new Placed(levels[index], pieces.get(index).relabelled(qubit -> labels[qubit])));
        }
        placed.sort(Comparator.comparingInt(Placed::level)
                .thenComparing(entry -> entry.piece().qubits(), ConeLabels::compare));
        TreeMap<Integer, Pauli> letters = new TreeMap<>();
        string.letters().forEach((qubit, letter) -> letters.put(labels[place.get(qubit)], letter));
        return new Cone(qubits.size(), placed.stream().map(Placed::piece).toList(), new PauliString(letters));
    }

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int index = 0; index < Math.min(left.size(), right.size()); index++) {
            int comparison = Integer.compare(left.get(index), right.get(index));
            if (comparison != 0) {
                return comparison;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** When each piece can come at the earliest; those of one level commute. */
    private int[] levels() {
        int[] found = new int[pieces.size()];
        int[] level = new int[qubits.size()];
        boolean[] diagonal = new boolean[qubits.size()];
        for (int number = 0; number < found.length; number++) {
            Piece piece = pieces.get(number);
            for (int qubit : piece.qubits()) {
                boolean beside = diagonal[qubit] && piece.isDiagonalOn(qubit);
                found[number] = Math.max(found[number], beside ? level[qubit] : level[qubit] + 1);
            }
            for (int qubit : piece.qubits()) {
                level[qubit] = found[number];
                diagonal[qubit] = piece.isDiagonalOn(qubit);
            }
        }
        return found;
    }

    private int[] identity() {
        int[] labels = new int[qubits.size()];
        Arrays.setAll(labels, index -> index);
        return labels;
    }

    private int[] labels() {
        long[] colours = new long[qubits.size()];
        string.letters()
                .forEach((qubit, letter) ->
                        colours[place.get(qubit)] = mix(letter.name().charAt(0)));
        long singledOut = 1;
        long[] refined = refine(colours);
        for (int alike = alike(refined); alike >= 0; alike = alike(refined)) {
            refined[alike] = mix(refined[alike] + singledOut++);
            refined = refine(refined);
        }
        long[] sorted = refined.clone();
        Arrays.sort(sorted);
        return Arrays.stream(refined)
                .mapToInt(colour -> Arrays.binarySearch(sorted, colour))
                .toArray();
    }

    /** The first of the qubits whose colour is the lowest that another qubit also has, or -1. */
    private static int alike(long[] colours) {
        long[] sorted = colours.clone();
        Arrays.sort(sorted);
        for (int index = 1; index < sorted.length; index++) {
            if (sorted[index] == sorted[index - 1]) {
                int first = 0;
                while (colours[first] != sorted[index]) {
                    first++;
                }
                return first;
            }
        }
        return -1;
    }

    private long[] refine(long[] colours) {
        long[] refined = colours;
        long before = 0;
        long different = Arrays.stream(refined).distinct().count();
        while (different > before) {
            refined = once(refined);
            before = different;
            different = Arrays.stream(refined).distinct().count();
        }
        return refined;
    }

    private long[] once(long[] colours) {
        long[] next = new long[colours.length];
        for (int index = 0; index < colours.length; index++) {
            next[index] = mix(colours[index]);
        }
        for (int number = 0; number < levels.length; number++) {
            Piece piece = pieces.get(number);
            long whole = kinds[number];
            for (int operand = 0; operand < piece.qubits().size(); operand++) {
                whole += mix(colours[piece.qubits().get(operand)] + role(piece, operand) + kinds[number]);
            }
            for (int operand = 0; operand < piece.qubits().size(); operand++) {
                // A sum, since the order of what is on one level means nothing.
                next[piece.qubits().get(operand)] += mix(whole + role(piece, operand));
            }
        }
        return next;
    }

    private static long role(Piece piece, int operand) {
        return piece.symmetric() ? 0 : operand + 1L;
    }

    /** The last steps of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
