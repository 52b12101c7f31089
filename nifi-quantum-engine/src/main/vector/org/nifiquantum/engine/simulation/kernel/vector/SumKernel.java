// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** Weighted sums of {@code |a_x|^2} over a block, each lane for itself and the lanes in order at the end. */
final class SumKernel {
    private SumKernel() {}

    static double norm(double[] re, double[] im, int first, int length) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            sum = sum.add(squares(re, im, at));
        }
        return Lanes.sum(sum);
    }

    /** With the value of each basis state. */
    static double weighted(double[] re, double[] im, int first, int length, double[] values) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            sum = squares(re, im, at).fma(DoubleVector.fromArray(SPECIES, values, at), sum);
        }
        return Lanes.sum(sum);
    }

    /** With a value that is looked up by the index of each basis state. */
    static double weighted(double[] re, double[] im, int first, int length, char[] indices, double[] values) {
        if (Lookup.suits(values)) {
            return weighted(re, im, first, length, indices, Lookup.of(values));
        }
        double[] looked = new double[Lanes.COUNT];
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            for (int lane = 0; lane < looked.length; lane++) {
                looked[lane] = values[indices[at + lane]];
            }
            sum = squares(re, im, at).fma(DoubleVector.fromArray(SPECIES, looked, 0), sum);
        }
        return Lanes.sum(sum);
    }

    private static double weighted(double[] re, double[] im, int first, int length, char[] indices, Lookup values) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            sum = squares(re, im, at).fma(values.at(indices, at), sum);
        }
        return Lanes.sum(sum);
    }

    /** Multiplies with the value that is looked up, too; the sum is of what was before. */
    static double weigh(double[] re, double[] im, int first, int length, char[] indices, double[] values) {
        if (Lookup.suits(values)) {
            return weigh(re, im, first, length, indices, Lookup.of(values));
        }
        double[] looked = new double[Lanes.COUNT];
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            for (int lane = 0; lane < looked.length; lane++) {
                looked[lane] = values[indices[at + lane]];
            }
            sum = weigh(re, im, at, DoubleVector.fromArray(SPECIES, looked, 0), sum);
        }
        return Lanes.sum(sum);
    }

    private static double weigh(double[] re, double[] im, int first, int length, char[] indices, Lookup values) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            sum = weigh(re, im, at, values.at(indices, at), sum);
        }
        return Lanes.sum(sum);
    }

    private static DoubleVector weigh(double[] re, double[] im, int at, DoubleVector value, DoubleVector sum) {
        DoubleVector r = DoubleVector.fromArray(SPECIES, re, at);
        DoubleVector i = DoubleVector.fromArray(SPECIES, im, at);
        DoubleVector weighedR = r.mul(value);
        DoubleVector weighedI = i.mul(value);
        weighedR.intoArray(re, at);
        weighedI.intoArray(im, at);
        return weighedI.fma(i, weighedR.fma(r, sum));
    }

    private static DoubleVector squares(double[] re, double[] im, int at) {
        DoubleVector r = DoubleVector.fromArray(SPECIES, re, at);
        DoubleVector i = DoubleVector.fromArray(SPECIES, im, at);
        return i.fma(i, r.mul(r));
    }
}
