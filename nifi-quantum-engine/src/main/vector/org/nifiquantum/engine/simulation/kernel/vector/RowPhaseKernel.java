// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** Multiplies amplitudes by factors that are a table times one number. */
final class RowPhaseKernel {
    private RowPhaseKernel() {}

    static void turn(
            double[] re,
            double[] im,
            int first,
            int length,
            double[] cosines,
            double[] sines,
            int from,
            double factorRe,
            double factorIm) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, factorRe);
        DoubleVector b = DoubleVector.broadcast(SPECIES, factorIm);
        for (int index = 0; index < length; index += Lanes.COUNT) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, cosines, from + index);
            DoubleVector s = DoubleVector.fromArray(SPECIES, sines, from + index);
            DoubleVector cos = c.mul(a).sub(s.mul(b));
            DoubleVector sin = s.fma(a, c.mul(b));
            DoubleVector r = DoubleVector.fromArray(SPECIES, re, first + index);
            DoubleVector i = DoubleVector.fromArray(SPECIES, im, first + index);
            r.mul(cos).sub(i.mul(sin)).intoArray(re, first + index);
            r.fma(sin, i.mul(cos)).intoArray(im, first + index);
        }
    }
}
