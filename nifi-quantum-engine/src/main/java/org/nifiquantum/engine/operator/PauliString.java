// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product of Pauli matrices on distinct qubits; identity on the others. Immutable, and small however many qubits there are.
 *
 * @param letters the matrix on each qubit that has one, by qubit
 */
public record PauliString(SortedMap<Integer, Pauli> letters) {

    public static final PauliString IDENTITY = new PauliString(new TreeMap<>());

    public PauliString {
        letters = Collections.unmodifiableSortedMap(new TreeMap<>(letters));
        if (!letters.isEmpty() && letters.firstKey() < 0) {
            throw new IllegalArgumentException("A Pauli string names qubit %d".formatted(letters.firstKey()));
        }
    }

    /**
     * Letter {@code k} of the text acts on {@code qubits[k]}: {@code of("ZX", 0, 3)} is Z on qubit 0 and X on qubit 3.
     * Letter I is left out.
     *
     * @throws IllegalArgumentException if the lengths differ, a letter is none of I, X, Y, Z, or a qubit is named twice
     */
    public static PauliString of(String text, int... qubits) {
        if (text.length() != qubits.length) {
            throw new IllegalArgumentException(
                    "Pauli string %s has %d letters for %d qubits".formatted(text, text.length(), qubits.length));
        }
        NavigableMap<Integer, Pauli> letters = new TreeMap<>();
        for (int index = 0; index < qubits.length; index++) {
            char letter = text.charAt(index);
            if (letter != 'I' && letters.put(qubits[index], pauli(letter, text)) != null) {
                throw new IllegalArgumentException(
                        "Pauli string %s names qubit %d twice".formatted(text, qubits[index]));
            }
        }
        return new PauliString(letters);
    }

    public static PauliString z(int... qubits) {
        return of("Z".repeat(qubits.length), qubits);
    }

    public boolean isIdentity() {
        return letters.isEmpty();
    }

    /** Whether all letters are Z. */
    public boolean isDiagonal() {
        return letters.values().stream().allMatch(letter -> letter == Pauli.Z);
    }

    /** How many qubits a state must have for this string to act on it. */
    public int span() {
        return letters.isEmpty() ? 0 : letters.lastKey() + 1;
    }

    /** Bit q is 1 where the string flips qubit q: X or Y. */
    public long xMask() {
        return maskWithout(Pauli.Z);
    }

    /** Bit q is 1 where the string gives a sign for qubit q: Z or Y. */
    public long zMask() {
        return maskWithout(Pauli.X);
    }

    /** Whether the product does not depend on the order. */
    public boolean commutesWith(PauliString other) {
        return letters.entrySet().stream()
                                .filter(entry -> other.letters.containsKey(entry.getKey())
                                        && other.letters.get(entry.getKey()) != entry.getValue())
                                .count()
                        % 2
                == 0;
    }

    /** Whether both have the same letter on every qubit where both have one, so that they can be measured together. */
    public boolean commutesQubitWiseWith(PauliString other) {
        return letters.entrySet().stream()
                .allMatch(entry -> other.letters.getOrDefault(entry.getKey(), entry.getValue()) == entry.getValue());
    }

    /** The product with a string that commutes with this one, but for its sign. */
    PauliString letterwiseProduct(PauliString other) {
        SortedMap<Integer, Pauli> product = new TreeMap<>(letters);
        other.letters.forEach((qubit, letter) -> product.merge(qubit, letter, Pauli::times));
        // Equal letters give the identity.
        product.keySet().removeIf(qubit -> letters.get(qubit) == other.letters.get(qubit));
        return new PauliString(product);
    }

    /** Whether the product with a string that commutes with this one is minus {@link #letterwiseProduct}. */
    boolean isNegativeTimes(PauliString other) {
        int quarters = 0;
        for (Map.Entry<Integer, Pauli> entry : letters.entrySet()) {
            Pauli right = other.letters.get(entry.getKey());
            if (right != null && right != entry.getValue()) {
                // XY = iZ and cyclic, YX = -iZ.
                quarters += entry.getValue().isBefore(right) ? 1 : 3;
            }
        }
        return quarters % 4 == 2;
    }

    /** As {@code X0 Z3}; the identity is {@code I}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        letters.forEach((qubit, letter) ->
                text.append(text.isEmpty() ? "" : " ").append(letter).append(qubit));
        return text.isEmpty() ? "I" : text.toString();
    }

    /** The qubits with another letter than this. */
    private long maskWithout(Pauli unwanted) {
        long mask = 0;
        for (Map.Entry<Integer, Pauli> entry : letters.entrySet()) {
            if (entry.getKey() >= Long.SIZE) {
                throw new IllegalStateException("Qubit %d does not fit into a mask".formatted(entry.getKey()));
            }
            if (entry.getValue() != unwanted) {
                mask |= 1L << entry.getKey();
            }
        }
        return mask;
    }

    private static Pauli pauli(char letter, String text) {
        return switch (letter) {
            case 'X' -> Pauli.X;
            case 'Y' -> Pauli.Y;
            case 'Z' -> Pauli.Z;
            default ->
                throw new IllegalArgumentException(
                        "'%s' in Pauli string %s is none of I, X, Y, Z".formatted(letter, text));
        };
    }
}
