// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.SortedMap;
import java.util.TreeMap;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.engine.operator.PauliTerm;

/**
 * What an observable is to half of a state that does not change when all its qubits are flipped. A CX from the highest qubit to each
 * other one takes the half, with {@code |+>} on the highest qubit, to the whole; taken through these, X on the highest qubit becomes X on all
 * qubits, and an even number of Z loses the one on the highest. Strings with an odd number of letters Y and Z have no expectation:
 * the flip changes their sign.
 */
final class HalvedObservable {
    private HalvedObservable() {}

    /** Whether no string changes its sign by the flip, so that powers of the observable, too, are the same to half of the state. */
    static boolean isEven(PauliSum observable) {
        return observable.terms().stream().allMatch(term -> isEven(term.string()));
    }

    /** The observable on one qubit less, without the strings that have no expectation. */
    static PauliSum of(PauliSum observable, int qubits) {
        PauliSumBuilder halved = PauliSum.builder().constant(observable.constant());
        for (PauliTerm term : observable.terms()) {
            if (isEven(term.string())) {
                add(term, 1L << (qubits - 1), halved);
            }
        }
        return halved.build();
    }

    private static boolean isEven(PauliString string) {
        return Long.bitCount(string.zMask()) % 2 == 0;
    }

    private static void add(PauliTerm term, long highest, PauliSumBuilder halved) {
        long x = term.string().xMask();
        long z = term.string().zMask();
        long halvedX = ((x & highest) != 0 ? ~x : x) & (highest - 1);
        long halvedZ = z & (highest - 1);
        // A string is a power of i for each Y times X on some qubits times Z on some.
        int quarters = Long.bitCount(x & z) - Long.bitCount(halvedX & halvedZ);
        halved.add(quarters % 4 == 0 ? term.coefficient() : -term.coefficient(), string(halvedX, halvedZ));
    }

    private static PauliString string(long x, long z) {
        SortedMap<Integer, Pauli> letters = new TreeMap<>();
        for (long rest = x | z; rest != 0; rest &= rest - 1) {
            int qubit = Long.numberOfTrailingZeros(rest);
            boolean flips = (x >> qubit & 1) != 0;
            boolean signs = (z >> qubit & 1) != 0;
            letters.put(qubit, flips && signs ? Pauli.Y : flips ? Pauli.X : Pauli.Z);
        }
        return new PauliString(letters);
    }
}
