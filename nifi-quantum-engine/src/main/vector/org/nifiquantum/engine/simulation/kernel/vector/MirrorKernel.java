// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** Two parts of a state whose amplitudes are partners, those of the second in reverse order. */
final class MirrorKernel {
    private MirrorKernel() {}

    /** Mixes partners by the matrix {@code 1, -i t; -i t, 1}. */
    static void cross(double[] re, double[] im, int first, int second, int length, double t) {
        DoubleVector plus = DoubleVector.broadcast(SPECIES, t);
        DoubleVector minus = plus.neg();
        int partner = second + length - Lanes.COUNT;
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            DoubleVector r = vector(re, at);
            DoubleVector i = vector(im, at);
            DoubleVector s = vector(re, partner).rearrange(Lanes.REVERSED);
            DoubleVector j = vector(im, partner).rearrange(Lanes.REVERSED);
            j.fma(plus, r).intoArray(re, at);
            s.fma(minus, i).intoArray(im, at);
            i.fma(plus, s).rearrange(Lanes.REVERSED).intoArray(re, partner);
            r.fma(minus, j).rearrange(Lanes.REVERSED).intoArray(im, partner);
            partner -= Lanes.COUNT;
        }
    }

    /** {@code sum Im(conj(b_x) a_y)} over partners x of the bra's and y of the ket's part. */
    static double component(double[] kr, double[] ki, double[] br, double[] bi, int first, int second, int length) {
        DoubleVector plus = DoubleVector.zero(SPECIES);
        DoubleVector minus = DoubleVector.zero(SPECIES);
        int partner = second + length - Lanes.COUNT;
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            plus = vector(br, at).fma(vector(ki, partner).rearrange(Lanes.REVERSED), plus);
            minus = vector(bi, at).fma(vector(kr, partner).rearrange(Lanes.REVERSED), minus);
            partner -= Lanes.COUNT;
        }
        return Lanes.sum(plus.sub(minus));
    }

    private static DoubleVector vector(double[] part, int at) {
        return DoubleVector.fromArray(SPECIES, part, at);
    }
}
