// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import org.nifiquantum.engine.simulation.kernel.FlipGroup;

/**
 * Expectations of Pauli strings that flip the same qubits: an amplitude beside its partner, which is another vector (the high
 * flips) with its lanes exchanged (the low ones). A string's sign is one for its high qubits, which a whole vector shares, and one
 * for each lane, which can wait until the vectors are added up.
 */
final class FlipKernel {
    private static final double[] SIGNS = {1, -1};

    private FlipKernel() {}

    /** The share of the basis states from {@code first} on; both states of a pair count. */
    static double expectation(double[] re, double[] im, int first, int length, FlipGroup group) {
        double sum = 0;
        for (int term = 0; term < group.terms(); term++) {
            // One of them is 0: a string is real or imaginary as its letters Y are even or odd.
            boolean real = group.imaginary(term) == 0;
            DoubleVector lanes = real
                    ? real(re, im, first, first + length, group.flips(), group.signs(term))
                    : imaginary(re, im, first, first + length, group.flips(), group.signs(term));
            sum += (real ? group.real(term) : -group.imaginary(term)) * signed(lanes, group.signs(term));
        }
        return sum;
    }

    /** {@code sum Re(conj(b_x) a_x)} with the sign of the high qubits, where b_x is the partner of a_x; one x of each pair. */
    private static DoubleVector real(double[] re, double[] im, int first, int end, int flips, int signs) {
        int outside = flips & -Lanes.COUNT;
        VectorShuffle<Double> flip = flip(flips);
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = start(first, outside); at < end; at = next(at, outside)) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, re, at);
            DoubleVector i = DoubleVector.fromArray(SPECIES, im, at);
            DoubleVector s = DoubleVector.fromArray(SPECIES, re, at ^ outside).rearrange(flip);
            DoubleVector j = DoubleVector.fromArray(SPECIES, im, at ^ outside).rearrange(flip);
            sum = j.fma(i, s.mul(r)).fma(sign(signs, at), sum);
        }
        return outside == 0 ? sum : sum.mul(2);
    }

    /** {@code sum Im(conj(b_x) a_x)}, else as {@link #real}. */
    private static DoubleVector imaginary(double[] re, double[] im, int first, int end, int flips, int signs) {
        int outside = flips & -Lanes.COUNT;
        VectorShuffle<Double> flip = flip(flips);
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = start(first, outside); at < end; at = next(at, outside)) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, re, at);
            DoubleVector i = DoubleVector.fromArray(SPECIES, im, at);
            DoubleVector s = DoubleVector.fromArray(SPECIES, re, at ^ outside).rearrange(flip);
            DoubleVector j = DoubleVector.fromArray(SPECIES, im, at ^ outside).rearrange(flip);
            sum = s.mul(i).sub(j.mul(r)).fma(sign(signs, at), sum);
        }
        return outside == 0 ? sum : sum.mul(2);
    }

    private static VectorShuffle<Double> flip(int flips) {
        return VectorShuffle.fromOp(SPECIES, lane -> lane ^ (flips & (Lanes.COUNT - 1)));
    }

    private static DoubleVector sign(int signs, int at) {
        return DoubleVector.broadcast(SPECIES, SIGNS[Integer.bitCount(signs & at) & 1]);
    }

    /** The first vector whose highest flipped qubit is 0. Its partner, where that is 1, gives the same. */
    private static int start(int first, int outside) {
        int leading = Integer.highestOneBit(outside);
        // A flipped qubit above a block leaves nothing in it: not the next vector, but the end of all those with 1.
        return (first & leading) == 0 ? first : (first | (leading - 1)) + 1;
    }

    private static int next(int at, int outside) {
        int leading = Integer.highestOneBit(outside);
        return ((at | leading | (Lanes.COUNT - 1)) + 1) & ~leading;
    }

    private static double signed(DoubleVector lanes, int signs) {
        double[] values = lanes.toArray();
        double sum = 0;
        for (int lane = 0; lane < values.length; lane++) {
            sum += SIGNS[Integer.bitCount(signs & lane) & 1] * values[lane];
        }
        return sum;
    }
}
