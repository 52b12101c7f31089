// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.nifiquantum.engine.simulation.kernel.BlockKernels.Window;
import org.nifiquantum.engine.simulation.kernel.PhaseFactors;

/** Multiplies amplitudes by factors that are looked up. */
final class PhaseKernel {
    /** How many values two registers of 512 bits hold, between which one instruction chooses. */
    private static final int PAIR = 16;

    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_128;

    private PhaseKernel() {}

    static void turn(double[] re, double[] im, Window window, PhaseFactors factors) {
        int values = factors.cosines().length;
        if (Lanes.COUNT == 8 && values <= PAIR) {
            sixteen(re, im, window, factors);
        } else if (Lanes.COUNT == 8 && values <= 2 * PAIR) {
            thirtyTwo(re, im, window, factors);
        } else if (Lanes.COUNT == 8 && values <= 3 * PAIR) {
            fortyEight(re, im, window, factors);
        } else {
            gather(re, im, window, factors);
        }
    }

    private static void sixteen(double[] re, double[] im, Window window, PhaseFactors factors) {
        LongVector c0 = table(factors.cosines(), 0);
        LongVector c1 = table(factors.cosines(), 8);
        LongVector s0 = table(factors.sines(), 0);
        LongVector s1 = table(factors.sines(), 8);
        for (int row = 0; row < window.rows(); row++) {
            int from = window.from() + row * window.stride();
            int at = window.first() + row * window.width();
            for (int column = 0; column < window.width(); column += 8) {
                LongVector index = indices(factors.indices(), from + column);
                multiply(re, im, at + column, index.selectFrom(c0, c1), index.selectFrom(s0, s1));
            }
        }
    }

    private static void thirtyTwo(double[] re, double[] im, Window window, PhaseFactors factors) {
        LongVector c0 = table(factors.cosines(), 0);
        LongVector c1 = table(factors.cosines(), 8);
        LongVector c2 = table(factors.cosines(), 16);
        LongVector c3 = table(factors.cosines(), 24);
        LongVector s0 = table(factors.sines(), 0);
        LongVector s1 = table(factors.sines(), 8);
        LongVector s2 = table(factors.sines(), 16);
        LongVector s3 = table(factors.sines(), 24);
        for (int row = 0; row < window.rows(); row++) {
            int from = window.from() + row * window.stride();
            int at = window.first() + row * window.width();
            for (int column = 0; column < window.width(); column += 8) {
                LongVector index = indices(factors.indices(), from + column);
                VectorMask<Long> second = index.compare(VectorOperators.GE, PAIR);
                LongVector cosines = index.selectFrom(c0, c1).blend(index.selectFrom(c2, c3), second);
                LongVector sines = index.selectFrom(s0, s1).blend(index.selectFrom(s2, s3), second);
                multiply(re, im, at + column, cosines, sines);
            }
        }
    }

    private static void fortyEight(double[] re, double[] im, Window window, PhaseFactors factors) {
        LongVector c0 = table(factors.cosines(), 0);
        LongVector c1 = table(factors.cosines(), 8);
        LongVector c2 = table(factors.cosines(), 16);
        LongVector c3 = table(factors.cosines(), 24);
        LongVector c4 = table(factors.cosines(), 32);
        LongVector c5 = table(factors.cosines(), 40);
        LongVector s0 = table(factors.sines(), 0);
        LongVector s1 = table(factors.sines(), 8);
        LongVector s2 = table(factors.sines(), 16);
        LongVector s3 = table(factors.sines(), 24);
        LongVector s4 = table(factors.sines(), 32);
        LongVector s5 = table(factors.sines(), 40);
        for (int row = 0; row < window.rows(); row++) {
            int from = window.from() + row * window.stride();
            int at = window.first() + row * window.width();
            for (int column = 0; column < window.width(); column += 8) {
                LongVector index = indices(factors.indices(), from + column);
                VectorMask<Long> second = index.compare(VectorOperators.GE, PAIR);
                VectorMask<Long> third = index.compare(VectorOperators.GE, 2 * PAIR);
                LongVector cosines = index.selectFrom(c0, c1)
                        .blend(index.selectFrom(c2, c3), second)
                        .blend(index.selectFrom(c4, c5), third);
                LongVector sines = index.selectFrom(s0, s1)
                        .blend(index.selectFrom(s2, s3), second)
                        .blend(index.selectFrom(s4, s5), third);
                multiply(re, im, at + column, cosines, sines);
            }
        }
    }

    /** Larger tables from memory. */
    private static void gather(double[] re, double[] im, Window window, PhaseFactors factors) {
        double[] cosines = factors.cosines();
        double[] sines = factors.sines();
        char[] indices = factors.indices();
        for (int row = 0; row < window.rows(); row++) {
            int from = window.from() + row * window.stride();
            int at = window.first() + row * window.width();
            for (int column = 0; column < window.width(); column++) {
                double cos = cosines[indices[from + column]];
                double sin = sines[indices[from + column]];
                double real = re[at + column];
                double imaginary = im[at + column];
                re[at + column] = real * cos - imaginary * sin;
                im[at + column] = real * sin + imaginary * cos;
            }
        }
    }

    private static LongVector table(double[] values, int first) {
        return DoubleVector.fromArray(SPECIES, values, first).reinterpretAsLongs();
    }

    private static LongVector indices(char[] indices, int first) {
        return (LongVector) ShortVector.fromCharArray(SHORTS, indices, first)
                .convertShape(VectorOperators.ZERO_EXTEND_S2L, LONGS, 0);
    }

    private static void multiply(double[] re, double[] im, int at, LongVector cosineBits, LongVector sineBits) {
        DoubleVector cos = cosineBits.reinterpretAsDoubles();
        DoubleVector sin = sineBits.reinterpretAsDoubles();
        DoubleVector r = DoubleVector.fromArray(SPECIES, re, at);
        DoubleVector i = DoubleVector.fromArray(SPECIES, im, at);
        r.mul(cos).sub(i.mul(sin)).intoArray(re, at);
        r.mul(sin).add(i.mul(cos)).intoArray(im, at);
    }
}
