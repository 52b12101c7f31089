// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.nifiquantum.engine.simulation.kernel.BlockKernels.Window;

/** Moves amplitudes between a state and a block. */
final class CopyKernel {
    private CopyKernel() {}

    static void load(double[] state, double[] block, Window window) {
        move(state, window.from(), window.stride(), block, window.first(), window.width(), window);
    }

    static void store(double[] block, double[] state, Window window) {
        move(block, window.first(), window.width(), state, window.from(), window.stride(), window);
    }

    /**
     * Four rows at a time: each is in a page of its own, and one after the other would wait for memory at each. Two vectors of a row
     * at a time make this too large for C2 to inline, which it would at six places of a pass until it has no room for the rest.
     */
    private static void move(
            double[] source, int from, int fromStride, double[] target, int to, int toStride, Window window) {
        int row = 0;
        for (; row + 4 <= window.rows(); row += 4) {
            int at = from + row * fromStride;
            int put = to + row * toStride;
            for (int column = 0; column < window.width(); column += 2 * Lanes.COUNT) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, source, at + column);
                DoubleVector b = DoubleVector.fromArray(SPECIES, source, at + column + Lanes.COUNT);
                DoubleVector c = DoubleVector.fromArray(SPECIES, source, at + fromStride + column);
                DoubleVector d = DoubleVector.fromArray(SPECIES, source, at + fromStride + column + Lanes.COUNT);
                DoubleVector e = DoubleVector.fromArray(SPECIES, source, at + 2 * fromStride + column);
                DoubleVector f = DoubleVector.fromArray(SPECIES, source, at + 2 * fromStride + column + Lanes.COUNT);
                DoubleVector g = DoubleVector.fromArray(SPECIES, source, at + 3 * fromStride + column);
                DoubleVector h = DoubleVector.fromArray(SPECIES, source, at + 3 * fromStride + column + Lanes.COUNT);
                a.intoArray(target, put + column);
                b.intoArray(target, put + column + Lanes.COUNT);
                c.intoArray(target, put + toStride + column);
                d.intoArray(target, put + toStride + column + Lanes.COUNT);
                e.intoArray(target, put + 2 * toStride + column);
                f.intoArray(target, put + 2 * toStride + column + Lanes.COUNT);
                g.intoArray(target, put + 3 * toStride + column);
                h.intoArray(target, put + 3 * toStride + column + Lanes.COUNT);
            }
        }
        for (; row < window.rows(); row++) {
            System.arraycopy(source, from + row * fromStride, target, to + row * toStride, window.width());
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
