// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.nifiquantum.engine.simulation.kernel.BlockKernels.Window;

/** Moves amplitudes between a state and a block. */
final class CopyKernel {
    private CopyKernel() {}

    static void load(double[] state, double[] block, Window window) {
        int to = window.first();
        for (int row = 0; row < window.rows(); row++) {
            int from = window.from() + row * window.stride();
            for (int column = 0; column < window.width(); column += Lanes.COUNT) {
                DoubleVector.fromArray(SPECIES, state, from + column).intoArray(block, to + column);
            }
            to += window.width();
        }
    }

    static void store(double[] block, double[] state, Window window) {
        int from = window.first();
        for (int row = 0; row < window.rows(); row++) {
            int to = window.from() + row * window.stride();
            for (int column = 0; column < window.width(); column += Lanes.COUNT) {
                DoubleVector.fromArray(SPECIES, block, from + column).intoArray(state, to + column);
            }
            from += window.width();
        }
    }

    static void scaled(
            double[] fromRe,
            double[] fromIm,
            double factorRe,
            double factorIm,
            double[] re,
            double[] im,
            int first,
            int length) {
        for (int index = 0; index < length; index += Lanes.COUNT) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, fromRe, index);
            DoubleVector i = DoubleVector.fromArray(SPECIES, fromIm, index);
            r.mul(factorRe).sub(i.mul(factorIm)).intoArray(re, first + index);
            r.mul(factorIm).add(i.mul(factorRe)).intoArray(im, first + index);
        }
    }

    static void scale(double[] part, int first, int length, double factor) {
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            DoubleVector.fromArray(SPECIES, part, at).mul(factor).intoArray(part, at);
        }
    }
}
