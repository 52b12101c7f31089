// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * The sum of {@code Im <b|X|a>} over neighbouring qubits. With the sets of the {@link CrossKernel}, a pair (even, odd) of ket k and
 * bra b gives {@code b_even k_odd - b_odd k_even}. Each of 8 amplitudes on three qubits has three of the four of the other parity as
 * partners, all but the one with all bits flipped: so the product of two sums, less four products, says what twelve would.
 */
final class CrossSumKernel {
    private static final int MOST_TOGETHER = 3;

    private CrossSumKernel() {}

    /** The qubits from the lowest on, which is 0 or above those inside a vector. */
    static double sum(double[] kr, double[] ki, double[] br, double[] bi, int first, int qubits, int lowest) {
        int end = first + (1 << qubits);
        double sum = 0;
        int qubit = lowest;
        if (lowest == 0 && Lanes.QUBITS == 3 && qubits > Lanes.QUBITS) {
            sum += eightAndOne(kr, ki, br, bi, first, end);
            qubit = Lanes.QUBITS + 1;
        } else if (lowest == 0) {
            for (qubit = 0; qubit < Lanes.QUBITS; qubit++) {
                sum += ComponentKernel.lane(kr, ki, br, bi, first, end, qubit, 1);
            }
        }
        for (; qubit + MOST_TOGETHER <= qubits; qubit += MOST_TOGETHER) {
            sum += three(kr, ki, br, bi, first, end, 1 << qubit);
            sum -= three(ki, kr, bi, br, first, end, 1 << qubit);
        }
        for (; qubit < qubits; qubit++) {
            sum += ComponentKernel.pairs(kr, ki, br, bi, first, end, 1 << qubit, 1);
        }
        return sum;
    }

    /** All three qubits inside a vector of eight, and the one above. */
    private static double eightAndOne(double[] kr, double[] ki, double[] br, double[] bi, int first, int end) {
        DoubleVector plus = DoubleVector.zero(SPECIES);
        DoubleVector minus = plus;
        DoubleVector morePlus = plus;
        DoubleVector moreMinus = plus;
        for (int at = first; at < end; at += 2 * Lanes.COUNT) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, kr, at);
            DoubleVector i = DoubleVector.fromArray(SPECIES, ki, at);
            DoubleVector s = DoubleVector.fromArray(SPECIES, kr, at + Lanes.COUNT);
            DoubleVector j = DoubleVector.fromArray(SPECIES, ki, at + Lanes.COUNT);
            plus = DoubleVector.fromArray(SPECIES, br, at).fma(partners(i).add(j), plus);
            minus = DoubleVector.fromArray(SPECIES, bi, at).fma(partners(r).add(s), minus);
            morePlus = DoubleVector.fromArray(SPECIES, br, at + Lanes.COUNT)
                    .fma(partners(j).add(i), morePlus);
            moreMinus = DoubleVector.fromArray(SPECIES, bi, at + Lanes.COUNT)
                    .fma(partners(s).add(r), moreMinus);
        }
        return Lanes.sum(plus.sub(minus).add(morePlus.sub(moreMinus)));
    }

    /** The sum of the three other lanes whose numbers differ in one bit. */
    private static DoubleVector partners(DoubleVector vector) {
        return vector.rearrange(Lanes.FLIP_0)
                .add(vector.rearrange(Lanes.FLIP_1))
                .add(vector.rearrange(Lanes.FLIP_2));
    }

    private static double three(
            double[] ketEven, double[] ketOdd, double[] braEven, double[] braOdd, int first, int end, int stride) {
        DoubleVector plus = DoubleVector.zero(SPECIES);
        DoubleVector minus = plus;
        DoubleVector flippedPlus = plus;
        DoubleVector flippedMinus = plus;
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
                plus = b0.add(b3).add(b5.add(b6)).fma(k1.add(k2).add(k4.add(k7)), plus);
                minus = b1.add(b2).add(b4.add(b7)).fma(k0.add(k3).add(k5.add(k6)), minus);
                flippedMinus = b0.fma(k7, flippedMinus);
                flippedPlus = b7.fma(k0, flippedPlus);
                flippedMinus = b3.fma(k4, flippedMinus);
                flippedPlus = b4.fma(k3, flippedPlus);
                flippedMinus = b5.fma(k2, flippedMinus);
                flippedPlus = b2.fma(k5, flippedPlus);
                minus = b6.fma(k1, minus);
                plus = b1.fma(k6, plus);
            }
        }
        return Lanes.sum(plus.sub(minus).add(flippedPlus.sub(flippedMinus)));
    }
}
