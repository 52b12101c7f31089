// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.chemistry;

import java.util.Arrays;
import java.util.Map;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliTerm;

/**
 * A real operator as its terms act on basis states b: coefficient (-1)^(ones of b and signs) |b xor flips&gt;. A Y is i X Z, and
 * Y in pairs make the coefficient real.
 */
final class PauliMatrix {
    /** Files give coefficients to 8 digits or more; what should cancel does so only to these. */
    private static final double ROUNDED = 1e-6;

    private final long[] flips;
    private final long[] signs;
    private final double[] coefficients;
    private final double constant;

    private PauliMatrix(long[] flips, long[] signs, double[] coefficients, double constant) {
        this.flips = flips;
        this.signs = signs;
        this.coefficients = coefficients;
        this.constant = constant;
    }

    static PauliMatrix of(PauliSum sum) {
        int terms = sum.terms().size();
        long[] flips = new long[terms];
        long[] signs = new long[terms];
        double[] coefficients = new double[terms];
        for (int i = 0; i < terms; i++) {
            PauliTerm term = sum.terms().get(i);
            int imaginary = 0;
            for (Map.Entry<Integer, Pauli> letter : term.string().letters().entrySet()) {
                long qubit = 1L << letter.getKey();
                flips[i] |= letter.getValue() == Pauli.Z ? 0 : qubit;
                signs[i] |= letter.getValue() == Pauli.X ? 0 : qubit;
                imaginary += letter.getValue() == Pauli.Y ? 1 : 0;
            }
            coefficients[i] = imaginary % 4 == 0 ? term.coefficient() : -term.coefficient();
        }
        return new PauliMatrix(flips, signs, coefficients, sum.constant());
    }

    /** Of the identity. */
    double constant() {
        return constant;
    }

    int terms() {
        return flips.length;
    }

    /** The qubits that a term flips. */
    long flips(int term) {
        return flips[term];
    }

    /** The entry that a term has in the column of a basis state. */
    double entry(int term, long state) {
        return Long.bitCount(state & signs[term]) % 2 == 0 ? coefficients[term] : -coefficients[term];
    }

    /** The energy of a basis state. */
    double diagonal(long state) {
        double energy = constant;
        for (int term = 0; term < flips.length; term++) {
            energy += flips[term] == 0 ? entry(term, state) : 0;
        }
        return energy;
    }

    /**
     * Whether no state is led to one with another number of ones. Terms of equal flips may cancel each other where they would, so
     * they are looked at together, on each state of the qubits they touch.
     */
    boolean keepsNumber() {
        return keepsNumberAmong(-1L);
    }

    /** The same of the ones of some qubits alone. */
    boolean keepsNumberAmong(long qubits) {
        for (long flip :
                Arrays.stream(flips).distinct().filter(flip -> flip != 0).toArray()) {
            if (!keepsNumber(flip, qubits)) {
                return false;
            }
        }
        return true;
    }

    private boolean keepsNumber(long flip, long qubits) {
        // Signs beyond the flips distinguish states too, but a sum that vanishes for all of them does so term by term.
        for (long outer :
                Arrays.stream(signs).map(sign -> sign & ~flip).distinct().toArray()) {
            for (long state = flip; ; state = (state - 1) & flip) {
                double sum = 0;
                for (int term = 0; term < flips.length; term++) {
                    boolean alike = flips[term] == flip && (signs[term] & ~flip) == outer;
                    sum += alike ? entry(term, state) : 0;
                }
                if (2 * Long.bitCount(state & qubits) != Long.bitCount(flip & qubits) && Math.abs(sum) > ROUNDED) {
                    return false;
                }
                if (state == 0) {
                    break;
                }
            }
        }
        return true;
    }
}
