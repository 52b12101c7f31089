// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;

/** Any matrix of 2 rows and 2 columns, given row by row with real before imaginary part. */
final class MatrixKernel {
    private MatrixKernel() {}

    /** A qubit whose stride is a vector at least. */
    static void one(double[] re, double[] im, int first, int end, int stride, double[] m) {
        for (int base = first; base < end; base += 2 * stride) {
            pairs(re, im, base, base + stride, stride, m);
        }
    }

    /** Pairs whose first amplitudes are neighbours, whole vectors of them; the second are a distance away. */
    static void pairs(double[] re, double[] im, int first, int end, int distance, double[] m) {
        DoubleVector ar = DoubleVector.broadcast(SPECIES, m[0]);
        DoubleVector ai = DoubleVector.broadcast(SPECIES, m[1]);
        DoubleVector br = DoubleVector.broadcast(SPECIES, m[2]);
        DoubleVector bi = DoubleVector.broadcast(SPECIES, m[3]);
        DoubleVector cr = DoubleVector.broadcast(SPECIES, m[4]);
        DoubleVector ci = DoubleVector.broadcast(SPECIES, m[5]);
        DoubleVector dr = DoubleVector.broadcast(SPECIES, m[6]);
        DoubleVector di = DoubleVector.broadcast(SPECIES, m[7]);
        DoubleVector nai = ai.neg();
        DoubleVector nbi = bi.neg();
        DoubleVector nci = ci.neg();
        DoubleVector ndi = di.neg();
        for (int zero = first; zero < end; zero += Lanes.COUNT) {
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, re, zero);
            DoubleVector i0 = DoubleVector.fromArray(SPECIES, im, zero);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, re, zero + distance);
            DoubleVector i1 = DoubleVector.fromArray(SPECIES, im, zero + distance);
            i1.fma(nbi, r1.fma(br, i0.fma(nai, r0.mul(ar)))).intoArray(re, zero);
            r1.fma(bi, i1.fma(br, r0.fma(ai, i0.mul(ar)))).intoArray(im, zero);
            i1.fma(ndi, r1.fma(dr, i0.fma(nci, r0.mul(cr)))).intoArray(re, zero + distance);
            r1.fma(di, i1.fma(dr, r0.fma(ci, i0.mul(cr)))).intoArray(im, zero + distance);
        }
    }

    /** A qubit inside a vector. */
    static void lane(double[] re, double[] im, int first, int end, int qubit, double[] m) {
        switch (qubit) {
            case 0 -> lane(re, im, first, end, 0, Lanes.FLIP_0, m);
            case 1 -> lane(re, im, first, end, 1, Lanes.FLIP_1, m);
            default -> lane(re, im, first, end, 2, Lanes.FLIP_2, m);
        }
    }

    private static void lane(
            double[] re, double[] im, int first, int end, int qubit, VectorShuffle<Double> flip, double[] m) {
        DoubleVector ownRe = Lanes.byBit(qubit, m[0], m[6]);
        DoubleVector ownIm = Lanes.byBit(qubit, m[1], m[7]);
        DoubleVector otherRe = Lanes.byBit(qubit, m[2], m[4]);
        DoubleVector otherIm = Lanes.byBit(qubit, m[3], m[5]);
        DoubleVector minusOwnIm = ownIm.neg();
        DoubleVector minusOtherIm = otherIm.neg();
        for (int at = first; at < end; at += Lanes.COUNT) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, re, at);
            DoubleVector i = DoubleVector.fromArray(SPECIES, im, at);
            DoubleVector s = r.rearrange(flip);
            DoubleVector j = i.rearrange(flip);
            j.fma(minusOtherIm, s.fma(otherRe, i.fma(minusOwnIm, r.mul(ownRe)))).intoArray(re, at);
            s.fma(otherIm, j.fma(otherRe, r.fma(ownIm, i.mul(ownRe)))).intoArray(im, at);
        }
    }
}
