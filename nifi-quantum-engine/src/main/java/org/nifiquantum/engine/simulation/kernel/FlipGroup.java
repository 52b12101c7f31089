// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nifiquantum.engine.operator.PauliTerm;

/**
 * A weighted sum of Pauli strings that flip the same qubits: it maps {@code |x>} to {@code factor(x) |x ^ flips>}. Term k has
 * the factor {@code c_k i^(y_k) (-1)^parity(x & signs_k)}, real for an even number of letters Y and imaginary for an odd one.
 */
public final class FlipGroup {
    private final int flips;
    private final int[] signs;
    /** Coefficients with the sign of {@code i^y}: real parts, then imaginary parts, one of which is 0. */
    private final double[] real;

    private final double[] imaginary;

    /**
     * Strings as masks.
     *
     * @param signs for each string, the qubits with Z or Y
     * @param coefficients one for each string
     */
    public FlipGroup(int flips, int[] signs, double[] coefficients) {
        this.flips = flips;
        this.signs = signs.clone();
        this.real = new double[signs.length];
        this.imaginary = new double[signs.length];
        for (int term = 0; term < signs.length; term++) {
            switch (Integer.bitCount(signs[term] & flips) & 3) {
                case 0 -> real[term] = coefficients[term];
                case 1 -> imaginary[term] = coefficients[term];
                case 2 -> real[term] = -coefficients[term];
                default -> imaginary[term] = -coefficients[term];
            }
        }
    }

    /** The groups of an observable, by rising flips; inside each the terms are in the order of the list. */
    public static FlipGroup[] of(List<PauliTerm> terms) {
        long[] flipsAndTerm = new long[terms.size()];
        for (int term = 0; term < flipsAndTerm.length; term++) {
            flipsAndTerm[term] = terms.get(term).string().xMask() << Integer.SIZE | term;
        }
        Arrays.sort(flipsAndTerm);
        List<FlipGroup> groups = new ArrayList<>();
        int first = 0;
        for (int end = 1; end <= flipsAndTerm.length; end++) {
            if (end == flipsAndTerm.length
                    || flipsAndTerm[end] >> Integer.SIZE != flipsAndTerm[first] >> Integer.SIZE) {
                groups.add(of(terms, flipsAndTerm, first, end));
                first = end;
            }
        }
        return groups.toArray(FlipGroup[]::new);
    }

    private static FlipGroup of(List<PauliTerm> terms, long[] flipsAndTerm, int first, int end) {
        int[] signs = new int[end - first];
        double[] coefficients = new double[end - first];
        for (int index = first; index < end; index++) {
            PauliTerm term = terms.get((int) flipsAndTerm[index]);
            signs[index - first] = (int) term.string().zMask();
            coefficients[index - first] = term.coefficient();
        }
        return new FlipGroup((int) (flipsAndTerm[first] >> Integer.SIZE), signs, coefficients);
    }

    public int flips() {
        return flips;
    }

    /** How many strings. */
    public int terms() {
        return signs.length;
    }

    /** The qubits with Z or Y in a string. */
    public int signs(int term) {
        return signs[term];
    }

    /** The qubits with Z or Y, string by string. */
    public int[] signs() {
        return signs.clone();
    }

    /** The real parts of {@code c_k i^(y_k)}, string by string. */
    public double[] realParts() {
        return real.clone();
    }

    /** The real part of {@code c_k i^(y_k)}. */
    public double real(int term) {
        return real[term];
    }

    /** The imaginary part of {@code c_k i^(y_k)}. */
    public double imaginary(int term) {
        return imaginary[term];
    }

    double realOf(int state) {
        return sum(real, state);
    }

    double imaginaryOf(int state) {
        return sum(imaginary, state);
    }

    private double sum(double[] coefficients, int state) {
        double sum = 0;
        for (int term = 0; term < signs.length; term++) {
            boolean odd = (Integer.bitCount(signs[term] & state) & 1) != 0;
            sum += odd ? -coefficients[term] : coefficients[term];
        }
        return sum;
    }
}
