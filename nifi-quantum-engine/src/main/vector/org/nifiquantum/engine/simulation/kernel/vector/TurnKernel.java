// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * RY without its cosine: the matrix {@code 1, -t; t, 1} with the tangent t, on real and imaginary parts alike. Written out as the
 * {@link CrossKernel}.
 */
final class TurnKernel {
    private TurnKernel() {}

    /** So many neighbouring qubits, 2 to 4, above those inside a vector, of real or imaginary parts. */
    static void apply(int qubits, double[] part, int first, int end, int stride, double... t) {
        switch (qubits) {
            case 2 -> two(part, first, end, stride, t[0], t[1]);
            case 3 -> three(part, first, end, stride, t[0], t[1], t[2]);
            case 4 -> four(part, first, end, stride, t[0], t[1], t[2], t[3]);
            default -> throw new IllegalArgumentException("No kernel for %d qubits".formatted(qubits));
        }
    }

    static void one(double[] part, int first, int end, int stride, double t) {
        DoubleVector plus = DoubleVector.broadcast(SPECIES, t);
        DoubleVector minus = plus.neg();
        for (int base = first; base < end; base += 2 * stride) {
            for (int at = base; at < base + stride; at += Lanes.COUNT) {
                DoubleVector a = DoubleVector.fromArray(SPECIES, part, at);
                DoubleVector b = DoubleVector.fromArray(SPECIES, part, at + stride);
                b.fma(minus, a).intoArray(part, at);
                a.fma(plus, b).intoArray(part, at + stride);
            }
        }
    }

    private static void two(double[] part, int first, int end, int stride, double t0, double t1) {
        DoubleVector plus0 = DoubleVector.broadcast(SPECIES, t0);
        DoubleVector minus0 = plus0.neg();
        DoubleVector plus1 = DoubleVector.broadcast(SPECIES, t1);
        DoubleVector minus1 = plus1.neg();
        for (int base = first; base < end; base += 4 * stride) {
            for (int at = base; at < base + stride; at += Lanes.COUNT) {
                DoubleVector a0 = DoubleVector.fromArray(SPECIES, part, at);
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, part, at + stride);
                DoubleVector c0 = DoubleVector.fromArray(SPECIES, part, at + 2 * stride);
                DoubleVector d0 = DoubleVector.fromArray(SPECIES, part, at + 3 * stride);
                DoubleVector a1 = b0.fma(minus0, a0);
                DoubleVector b1 = a0.fma(plus0, b0);
                DoubleVector c1 = d0.fma(minus0, c0);
                DoubleVector d1 = c0.fma(plus0, d0);
                c1.fma(minus1, a1).intoArray(part, at);
                d1.fma(minus1, b1).intoArray(part, at + stride);
                a1.fma(plus1, c1).intoArray(part, at + 2 * stride);
                b1.fma(plus1, d1).intoArray(part, at + 3 * stride);
            }
        }
    }

    private static void three(double[] part, int first, int end, int stride, double t0, double t1, double t2) {
        DoubleVector plus0 = DoubleVector.broadcast(SPECIES, t0);
        DoubleVector minus0 = plus0.neg();
        DoubleVector plus1 = DoubleVector.broadcast(SPECIES, t1);
        DoubleVector minus1 = plus1.neg();
        DoubleVector plus2 = DoubleVector.broadcast(SPECIES, t2);
        DoubleVector minus2 = plus2.neg();
        for (int base = first; base < end; base += 8 * stride) {
            for (int at = base; at < base + stride; at += Lanes.COUNT) {
                DoubleVector a0 = DoubleVector.fromArray(SPECIES, part, at);
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, part, at + stride);
                DoubleVector c0 = DoubleVector.fromArray(SPECIES, part, at + 2 * stride);
                DoubleVector d0 = DoubleVector.fromArray(SPECIES, part, at + 3 * stride);
                DoubleVector e0 = DoubleVector.fromArray(SPECIES, part, at + 4 * stride);
                DoubleVector f0 = DoubleVector.fromArray(SPECIES, part, at + 5 * stride);
                DoubleVector g0 = DoubleVector.fromArray(SPECIES, part, at + 6 * stride);
                DoubleVector h0 = DoubleVector.fromArray(SPECIES, part, at + 7 * stride);
                DoubleVector a1 = b0.fma(minus0, a0);
                DoubleVector b1 = a0.fma(plus0, b0);
                DoubleVector c1 = d0.fma(minus0, c0);
                DoubleVector d1 = c0.fma(plus0, d0);
                DoubleVector e1 = f0.fma(minus0, e0);
                DoubleVector f1 = e0.fma(plus0, f0);
                DoubleVector g1 = h0.fma(minus0, g0);
                DoubleVector h1 = g0.fma(plus0, h0);
                DoubleVector a2 = c1.fma(minus1, a1);
                DoubleVector b2 = d1.fma(minus1, b1);
                DoubleVector c2 = a1.fma(plus1, c1);
                DoubleVector d2 = b1.fma(plus1, d1);
                DoubleVector e2 = g1.fma(minus1, e1);
                DoubleVector f2 = h1.fma(minus1, f1);
                DoubleVector g2 = e1.fma(plus1, g1);
                DoubleVector h2 = f1.fma(plus1, h1);
                e2.fma(minus2, a2).intoArray(part, at);
                f2.fma(minus2, b2).intoArray(part, at + stride);
                g2.fma(minus2, c2).intoArray(part, at + 2 * stride);
                h2.fma(minus2, d2).intoArray(part, at + 3 * stride);
                a2.fma(plus2, e2).intoArray(part, at + 4 * stride);
                b2.fma(plus2, f2).intoArray(part, at + 5 * stride);
                c2.fma(plus2, g2).intoArray(part, at + 6 * stride);
                d2.fma(plus2, h2).intoArray(part, at + 7 * stride);
            }
        }
    }

    private static void four(
            double[] part, int first, int end, int stride, double t0, double t1, double t2, double t3) {
        DoubleVector plus0 = DoubleVector.broadcast(SPECIES, t0);
        DoubleVector minus0 = plus0.neg();
        DoubleVector plus1 = DoubleVector.broadcast(SPECIES, t1);
        DoubleVector minus1 = plus1.neg();
        DoubleVector plus2 = DoubleVector.broadcast(SPECIES, t2);
        DoubleVector minus2 = plus2.neg();
        DoubleVector plus3 = DoubleVector.broadcast(SPECIES, t3);
        DoubleVector minus3 = plus3.neg();
        for (int base = first; base < end; base += 16 * stride) {
            for (int at = base; at < base + stride; at += Lanes.COUNT) {
                DoubleVector a0 = DoubleVector.fromArray(SPECIES, part, at);
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, part, at + stride);
                DoubleVector c0 = DoubleVector.fromArray(SPECIES, part, at + 2 * stride);
                DoubleVector d0 = DoubleVector.fromArray(SPECIES, part, at + 3 * stride);
                DoubleVector e0 = DoubleVector.fromArray(SPECIES, part, at + 4 * stride);
                DoubleVector f0 = DoubleVector.fromArray(SPECIES, part, at + 5 * stride);
                DoubleVector g0 = DoubleVector.fromArray(SPECIES, part, at + 6 * stride);
                DoubleVector h0 = DoubleVector.fromArray(SPECIES, part, at + 7 * stride);
                DoubleVector i0 = DoubleVector.fromArray(SPECIES, part, at + 8 * stride);
                DoubleVector j0 = DoubleVector.fromArray(SPECIES, part, at + 9 * stride);
                DoubleVector k0 = DoubleVector.fromArray(SPECIES, part, at + 10 * stride);
                DoubleVector l0 = DoubleVector.fromArray(SPECIES, part, at + 11 * stride);
                DoubleVector m0 = DoubleVector.fromArray(SPECIES, part, at + 12 * stride);
                DoubleVector n0 = DoubleVector.fromArray(SPECIES, part, at + 13 * stride);
                DoubleVector o0 = DoubleVector.fromArray(SPECIES, part, at + 14 * stride);
                DoubleVector p0 = DoubleVector.fromArray(SPECIES, part, at + 15 * stride);
                DoubleVector a1 = b0.fma(minus0, a0);
                DoubleVector b1 = a0.fma(plus0, b0);
                DoubleVector c1 = d0.fma(minus0, c0);
                DoubleVector d1 = c0.fma(plus0, d0);
                DoubleVector e1 = f0.fma(minus0, e0);
                DoubleVector f1 = e0.fma(plus0, f0);
                DoubleVector g1 = h0.fma(minus0, g0);
                DoubleVector h1 = g0.fma(plus0, h0);
                DoubleVector i1 = j0.fma(minus0, i0);
                DoubleVector j1 = i0.fma(plus0, j0);
                DoubleVector k1 = l0.fma(minus0, k0);
                DoubleVector l1 = k0.fma(plus0, l0);
                DoubleVector m1 = n0.fma(minus0, m0);
                DoubleVector n1 = m0.fma(plus0, n0);
                DoubleVector o1 = p0.fma(minus0, o0);
                DoubleVector p1 = o0.fma(plus0, p0);
                DoubleVector a2 = c1.fma(minus1, a1);
                DoubleVector b2 = d1.fma(minus1, b1);
                DoubleVector c2 = a1.fma(plus1, c1);
                DoubleVector d2 = b1.fma(plus1, d1);
                DoubleVector e2 = g1.fma(minus1, e1);
                DoubleVector f2 = h1.fma(minus1, f1);
                DoubleVector g2 = e1.fma(plus1, g1);
                DoubleVector h2 = f1.fma(plus1, h1);
                DoubleVector i2 = k1.fma(minus1, i1);
                DoubleVector j2 = l1.fma(minus1, j1);
                DoubleVector k2 = i1.fma(plus1, k1);
                DoubleVector l2 = j1.fma(plus1, l1);
                DoubleVector m2 = o1.fma(minus1, m1);
                DoubleVector n2 = p1.fma(minus1, n1);
                DoubleVector o2 = m1.fma(plus1, o1);
                DoubleVector p2 = n1.fma(plus1, p1);
                DoubleVector a3 = e2.fma(minus2, a2);
                DoubleVector b3 = f2.fma(minus2, b2);
                DoubleVector c3 = g2.fma(minus2, c2);
                DoubleVector d3 = h2.fma(minus2, d2);
                DoubleVector e3 = a2.fma(plus2, e2);
                DoubleVector f3 = b2.fma(plus2, f2);
                DoubleVector g3 = c2.fma(plus2, g2);
                DoubleVector h3 = d2.fma(plus2, h2);
                DoubleVector i3 = m2.fma(minus2, i2);
                DoubleVector j3 = n2.fma(minus2, j2);
                DoubleVector k3 = o2.fma(minus2, k2);
                DoubleVector l3 = p2.fma(minus2, l2);
                DoubleVector m3 = i2.fma(plus2, m2);
                DoubleVector n3 = j2.fma(plus2, n2);
                DoubleVector o3 = k2.fma(plus2, o2);
                DoubleVector p3 = l2.fma(plus2, p2);
                i3.fma(minus3, a3).intoArray(part, at);
                j3.fma(minus3, b3).intoArray(part, at + stride);
                k3.fma(minus3, c3).intoArray(part, at + 2 * stride);
                l3.fma(minus3, d3).intoArray(part, at + 3 * stride);
                m3.fma(minus3, e3).intoArray(part, at + 4 * stride);
                n3.fma(minus3, f3).intoArray(part, at + 5 * stride);
                o3.fma(minus3, g3).intoArray(part, at + 6 * stride);
                p3.fma(minus3, h3).intoArray(part, at + 7 * stride);
                a3.fma(plus3, i3).intoArray(part, at + 8 * stride);
                b3.fma(plus3, j3).intoArray(part, at + 9 * stride);
                c3.fma(plus3, k3).intoArray(part, at + 10 * stride);
                d3.fma(plus3, l3).intoArray(part, at + 11 * stride);
                e3.fma(plus3, m3).intoArray(part, at + 12 * stride);
                f3.fma(plus3, n3).intoArray(part, at + 13 * stride);
                g3.fma(plus3, o3).intoArray(part, at + 14 * stride);
                h3.fma(plus3, p3).intoArray(part, at + 15 * stride);
            }
        }
    }
}
