// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import org.nifiquantum.engine.simulation.kernel.FlipGroup;

/**
 * Expectations of Pauli strings that flip the same qubits: an amplitude beside its partner, which is another vector (the high
 * flips) with its lanes exchanged (the low ones). A string's sign is one for its high qubits, which four vectors share, and one for
 * each of the four and each lane, which can wait until the vectors are added up.
 */
final class FlipKernel {
    /** So many vectors are taken together. */
    private static final int TOGETHER = 4;

    /** So many neighbours. */
    private static final int STEP = TOGETHER * Lanes.COUNT;

    private static final double[] SIGNS = {1, -1};

    /** Which lane is whose partner, by the flips inside a vector. */
    private static final List<VectorShuffle<Double>> EXCHANGES = IntStream.range(0, Lanes.COUNT)
            .mapToObj(flips -> VectorShuffle.fromOp(SPECIES, lane -> lane ^ flips))
            .toList();

    private FlipKernel() {}

    /** The share of at least 32 basis states from {@code first} on; both states of a pair count. */
    static double expectation(double[] re, double[] im, int first, int length, FlipGroup group) {
        int leading = Integer.highestOneBit(group.flips() & -STEP);
        if ((first & leading) != 0) {
            // The partners of all these are in a block before.
            return 0;
        }
        int count = leading == 0 || leading >= length ? length : length / 2;
        double sum = 0;
        for (int term = 0; term < group.terms(); term++) {
            int signs = group.signs(term);
            // One of the two is 0: a string is real or imaginary as its letters Y are even or odd.
            sum += group.imaginary(term) == 0
                    ? group.real(term) * sum(re, re, im, im, 1, first, count, group.flips(), signs)
                    : group.imaginary(term) * sum(re, im, im, re, -1, first, count, group.flips(), signs);
        }
        // Below, both states of a pair are among the four vectors.
        return leading == 0 ? sum : 2 * sum;
    }

    /** {@code sum a_x b_y + factor c_x d_y}, signed, where y is the partner of x; one x of each pair of {@link #STEP} neighbours. */
    private static double sum(
            double[] a, double[] b, double[] c, double[] d, double factor, int first, int count, int flips, int signs) {
        int outside = flips & -Lanes.COUNT;
        int above = -Integer.highestOneBit(flips & -STEP);
        VectorShuffle<Double> exchange = EXCHANGES.get(flips & Lanes.COUNT - 1);
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        DoubleVector sum1 = sum0;
        DoubleVector sum2 = sum0;
        DoubleVector sum3 = sum0;
        for (int index = 0; index < count; index += STEP) {
            int at = first + index + (index & above);
            int partner = at ^ outside;
            double sign = SIGNS[Integer.bitCount(signs & at) & 1];
            DoubleVector one = DoubleVector.broadcast(SPECIES, sign);
            DoubleVector two = DoubleVector.broadcast(SPECIES, sign * factor);
            sum0 = vector(a, at).mul(vector(b, partner).rearrange(exchange)).fma(one, sum0);
            sum0 = vector(c, at).mul(vector(d, partner).rearrange(exchange)).fma(two, sum0);
            int at1 = at + Lanes.COUNT;
            int partner1 = partner ^ Lanes.COUNT;
            sum1 = vector(a, at1).mul(vector(b, partner1).rearrange(exchange)).fma(one, sum1);
            sum1 = vector(c, at1).mul(vector(d, partner1).rearrange(exchange)).fma(two, sum1);
            int at2 = at + 2 * Lanes.COUNT;
            int partner2 = partner ^ 2 * Lanes.COUNT;
            sum2 = vector(a, at2).mul(vector(b, partner2).rearrange(exchange)).fma(one, sum2);
            sum2 = vector(c, at2).mul(vector(d, partner2).rearrange(exchange)).fma(two, sum2);
            int at3 = at + 3 * Lanes.COUNT;
            int partner3 = partner ^ 3 * Lanes.COUNT;
            sum3 = vector(a, at3).mul(vector(b, partner3).rearrange(exchange)).fma(one, sum3);
            sum3 = vector(c, at3).mul(vector(d, partner3).rearrange(exchange)).fma(two, sum3);
        }
        return signed(sum0, signs, 0)
                + signed(sum1, signs, Lanes.COUNT)
                + signed(sum2, signs, 2 * Lanes.COUNT)
                + signed(sum3, signs, 3 * Lanes.COUNT);
    }

    private static DoubleVector vector(double[] part, int at) {
        return DoubleVector.fromArray(SPECIES, part, at);
    }

    private static double signed(DoubleVector lanes, int signs, int first) {
        double[] values = lanes.toArray();
        double sum = 0;
        for (int lane = 0; lane < values.length; lane++) {
            sum += SIGNS[Integer.bitCount(signs & (first + lane)) & 1] * values[lane];
        }
        return sum;
    }
}
