// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import org.nifiquantum.engine.simulation.kernel.FlipGroup;

/**
 * Expectations of Pauli strings that flip the same qubits: an amplitude beside its partner, which is another vector (the high
 * flips) with its lanes exchanged (the low ones).
 */
final class FlipKernel {
    private FlipKernel() {}

    /** The share of the basis states from {@code first} on; both states of a pair count. */
    static double expectation(double[] re, double[] im, int first, int length, FlipGroup group) {
        int inside = group.flips() & (Lanes.COUNT - 1);
        int outside = group.flips() - inside;
        VectorShuffle<Double> flip = VectorShuffle.fromOp(SPECIES, lane -> lane ^ inside);
        DoubleVector[] signs = signs(group);
        // Two partners in different vectors give the same, so the one with the highest flip 0 counts for both.
        int skipped = Integer.highestOneBit(outside);
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            if ((at & skipped) != 0) {
                continue;
            }
            DoubleVector r = DoubleVector.fromArray(SPECIES, re, at);
            DoubleVector i = DoubleVector.fromArray(SPECIES, im, at);
            DoubleVector s = DoubleVector.fromArray(SPECIES, re, at ^ outside).rearrange(flip);
            DoubleVector j = DoubleVector.fromArray(SPECIES, im, at ^ outside).rearrange(flip);
            DoubleVector real = j.fma(i, s.mul(r));
            DoubleVector imaginary = s.mul(i).sub(j.mul(r));
            for (int term = 0; term < signs.length; term++) {
                double odd = 1 - 2 * (Integer.bitCount(group.signs(term) & at) & 1);
                sum = real.mul(signs[term]).fma(DoubleVector.broadcast(SPECIES, odd * group.real(term)), sum);
                sum = imaginary
                        .mul(signs[term])
                        .fma(DoubleVector.broadcast(SPECIES, -odd * group.imaginary(term)), sum);
            }
        }
        return Lanes.sum(sum) * (skipped == 0 ? 1 : 2);
    }

    /** The signs that the qubits inside a vector give to its lanes, for each string. */
    private static DoubleVector[] signs(FlipGroup group) {
        DoubleVector[] signs = new DoubleVector[group.terms()];
        double[] values = new double[Lanes.COUNT];
        for (int term = 0; term < signs.length; term++) {
            for (int lane = 0; lane < values.length; lane++) {
                values[lane] = 1 - 2 * (Integer.bitCount(group.signs(term) & lane) & 1);
            }
            signs[term] = DoubleVector.fromArray(SPECIES, values, 0);
        }
        return signs;
    }
}
