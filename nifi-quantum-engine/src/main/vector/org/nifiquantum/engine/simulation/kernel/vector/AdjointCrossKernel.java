// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * {@code Im <b|X|a>} on three neighbouring qubits above those inside a vector, from amplitudes that are loaded once. As in the
 * {@link CrossKernel}, real parts of amplitudes of even parity and imaginary parts of odd parity are one closed set, in which a pair
 * (even, odd) of ket k and bra b gives {@code b_even k_odd - b_odd k_even}; in the other set its sign is the opposite.
 */
final class AdjointCrossKernel {
    private AdjointCrossKernel() {}

    /** Adds to components, 4 for each qubit of which X is the second. */
    static void three(
            double[] kr,
            double[] ki,
            double[] br,
            double[] bi,
            int first,
            int end,
            int stride,
            double[] components,
            int offset) {
        half(kr, ki, br, bi, first, end, stride, 1, components, offset);
        half(ki, kr, bi, br, first, end, stride, -1, components, offset);
    }

    private static void half(
            double[] ketEven,
            double[] ketOdd,
            double[] braEven,
            double[] braOdd,
            int first,
            int end,
            int stride,
            double sign,
            double[] components,
            int offset) {
        DoubleVector plus0 = DoubleVector.zero(SPECIES);
        DoubleVector plus1 = plus0;
        DoubleVector plus2 = plus0;
        DoubleVector minus0 = plus0;
        DoubleVector minus1 = plus0;
        DoubleVector minus2 = plus0;
        for (int base = first; base < end; base += 8 * stride) {
            for (int at = base; at < base + stride; at += Lanes.COUNT) {
                DoubleVector k0 = DoubleVector.fromArray(SPECIES, ketEven, at);
                DoubleVector k1 = DoubleVector.fromArray(SPECIES, ketOdd, at + stride);
                DoubleVector k2 = DoubleVector.fromArray(SPECIES, ketOdd, at + 2 * stride);
                DoubleVector k3 = DoubleVector.fromArray(SPECIES, ketEven, at + 3 * stride);
                DoubleVector k4 = DoubleVector.fromArray(SPECIES, ketOdd, at + 4 * stride);
                DoubleVector k5 = DoubleVector.fromArray(SPECIES, ketEven, at + 5 * stride);
                DoubleVector k6 = DoubleVector.fromArray(SPECIES, ketEven, at + 6 * stride);
                DoubleVector k7 = DoubleVector.fromArray(SPECIES, ketOdd, at + 7 * stride);
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, braEven, at);
                DoubleVector b1 = DoubleVector.fromArray(SPECIES, braOdd, at + stride);
                DoubleVector b2 = DoubleVector.fromArray(SPECIES, braOdd, at + 2 * stride);
                DoubleVector b3 = DoubleVector.fromArray(SPECIES, braEven, at + 3 * stride);
                DoubleVector b4 = DoubleVector.fromArray(SPECIES, braOdd, at + 4 * stride);
                DoubleVector b5 = DoubleVector.fromArray(SPECIES, braEven, at + 5 * stride);
                DoubleVector b6 = DoubleVector.fromArray(SPECIES, braEven, at + 6 * stride);
                DoubleVector b7 = DoubleVector.fromArray(SPECIES, braOdd, at + 7 * stride);
                plus0 = b0.fma(k1, plus0);
                minus0 = b1.fma(k0, minus0);
                plus0 = b3.fma(k2, plus0);
                minus0 = b2.fma(k3, minus0);
                plus0 = b5.fma(k4, plus0);
                minus0 = b4.fma(k5, minus0);
                plus0 = b6.fma(k7, plus0);
                minus0 = b7.fma(k6, minus0);
                plus1 = b0.fma(k2, plus1);
                minus1 = b2.fma(k0, minus1);
                plus1 = b3.fma(k1, plus1);
                minus1 = b1.fma(k3, minus1);
                plus1 = b6.fma(k4, plus1);
                minus1 = b4.fma(k6, minus1);
                plus1 = b5.fma(k7, plus1);
                minus1 = b7.fma(k5, minus1);
                plus2 = b0.fma(k4, plus2);
                minus2 = b4.fma(k0, minus2);
                plus2 = b5.fma(k1, plus2);
                minus2 = b1.fma(k5, minus2);
                plus2 = b6.fma(k2, plus2);
                minus2 = b2.fma(k6, minus2);
                plus2 = b3.fma(k7, plus2);
                minus2 = b7.fma(k3, minus2);
            }
        }
        components[offset + 1] += sign * Lanes.sum(plus0.sub(minus0));
        components[offset + 5] += sign * Lanes.sum(plus1.sub(minus1));
        components[offset + 9] += sign * Lanes.sum(plus2.sub(minus2));
    }
}
