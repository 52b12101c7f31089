// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** The {@link CrossKernel} on the qubits inside a vector. */
final class CrossLanes {
    private CrossLanes() {}

    /** All qubits inside a vector; a tangent of 0 is no matrix. */
    static void lanes(double[] re, double[] im, int first, int end, double t0, double t1, double t2) {
        for (int at = first; at < end; at += Lanes.COUNT) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, re, at);
            DoubleVector i = DoubleVector.fromArray(SPECIES, im, at);
            DoubleVector r0 = i.rearrange(Lanes.FLIP_0).fma(vector(t0), r);
            DoubleVector i0 = r.rearrange(Lanes.FLIP_0).fma(vector(-t0), i);
            if (Lanes.QUBITS < 2) {
                r0.intoArray(re, at);
                i0.intoArray(im, at);
                continue;
            }
            DoubleVector r1 = i0.rearrange(Lanes.FLIP_1).fma(vector(t1), r0);
            DoubleVector i1 = r0.rearrange(Lanes.FLIP_1).fma(vector(-t1), i0);
            if (Lanes.QUBITS < 3) {
                r1.intoArray(re, at);
                i1.intoArray(im, at);
                continue;
            }
            i1.rearrange(Lanes.FLIP_2).fma(vector(t2), r1).intoArray(re, at);
            r1.rearrange(Lanes.FLIP_2).fma(vector(-t2), i1).intoArray(im, at);
        }
    }

    /** All three qubits inside a vector of eight, and the one above. */
    static void eightAndOne(double[] re, double[] im, int first, int end, double t0, double t1, double t2, double t3) {
        DoubleVector p0 = vector(t0);
        DoubleVector m0 = vector(-t0);
        DoubleVector p1 = vector(t1);
        DoubleVector m1 = vector(-t1);
        DoubleVector p2 = vector(t2);
        DoubleVector m2 = vector(-t2);
        DoubleVector p3 = vector(t3);
        DoubleVector m3 = vector(-t3);
        for (int at = first; at < end; at += 2 * Lanes.COUNT) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, re, at);
            DoubleVector i = DoubleVector.fromArray(SPECIES, im, at);
            DoubleVector s = DoubleVector.fromArray(SPECIES, re, at + Lanes.COUNT);
            DoubleVector j = DoubleVector.fromArray(SPECIES, im, at + Lanes.COUNT);
            DoubleVector r0 = i.rearrange(Lanes.FLIP_0).fma(p0, r);
            DoubleVector i0 = r.rearrange(Lanes.FLIP_0).fma(m0, i);
            DoubleVector s0 = j.rearrange(Lanes.FLIP_0).fma(p0, s);
            DoubleVector j0 = s.rearrange(Lanes.FLIP_0).fma(m0, j);
            DoubleVector r1 = i0.rearrange(Lanes.FLIP_1).fma(p1, r0);
            DoubleVector i1 = r0.rearrange(Lanes.FLIP_1).fma(m1, i0);
            DoubleVector s1 = j0.rearrange(Lanes.FLIP_1).fma(p1, s0);
            DoubleVector j1 = s0.rearrange(Lanes.FLIP_1).fma(m1, j0);
            DoubleVector r2 = i1.rearrange(Lanes.FLIP_2).fma(p2, r1);
            DoubleVector i2 = r1.rearrange(Lanes.FLIP_2).fma(m2, i1);
            DoubleVector s2 = j1.rearrange(Lanes.FLIP_2).fma(p2, s1);
            DoubleVector j2 = s1.rearrange(Lanes.FLIP_2).fma(m2, j1);
            j2.fma(p3, r2).intoArray(re, at);
            s2.fma(m3, i2).intoArray(im, at);
            i2.fma(p3, s2).intoArray(re, at + Lanes.COUNT);
            r2.fma(m3, j2).intoArray(im, at + Lanes.COUNT);
        }
    }

    private static DoubleVector vector(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }
}
