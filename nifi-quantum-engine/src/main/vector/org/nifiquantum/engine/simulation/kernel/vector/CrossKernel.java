// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * RX without its cosine: the matrix {@code 1, -i t; -i t, 1} with the tangent t. It mixes the real part of an amplitude with the
 * imaginary part of its partner: {@code re += t im'}, {@code im -= t re'}. So on several qubits the real parts of amplitudes of
 * even parity and the imaginary parts of odd parity are one closed set, the rest another with the sign of t changed. One set
 * after the other: both together would need more cache lines of one address than a cache has, and more registers than there are.
 *
 * <p>The butterflies are written out, since C2 keeps vectors in registers only as local variables, and in one method each, since
 * it would not inline a body of this size.
 */
final class CrossKernel {
    private CrossKernel() {}

    /** So many neighbouring qubits, 2 to 4, above those inside a vector. */
    static void apply(int qubits, double[] re, double[] im, int first, int end, int stride, double... t) {
        switch (qubits) {
            case 2 -> {
                two(re, im, first, end, stride, t[0], t[1]);
                two(im, re, first, end, stride, -t[0], -t[1]);
            }
            case 3 -> {
                three(re, im, first, end, stride, t[0], t[1], t[2]);
                three(im, re, first, end, stride, -t[0], -t[1], -t[2]);
            }
            case 4 -> {
                four(re, im, first, end, stride, t[0], t[1], t[2], t[3]);
                four(im, re, first, end, stride, -t[0], -t[1], -t[2], -t[3]);
            }
            default -> throw new IllegalArgumentException("No kernel for %d qubits".formatted(qubits));
        }
    }

    static void one(double[] re, double[] im, int first, int end, int stride, double t) {
        for (int base = first; base < end; base += 2 * stride) {
            for (int at = base; at < base + stride; at += Lanes.COUNT) {
                one(re, im, at, stride, t);
                one(im, re, at, stride, -t);
            }
        }
    }

    private static void one(double[] even, double[] odd, int at, int stride, double t) {
        DoubleVector a = DoubleVector.fromArray(SPECIES, even, at);
        DoubleVector b = DoubleVector.fromArray(SPECIES, odd, at + stride);
        DoubleVector plus = DoubleVector.broadcast(SPECIES, t);
        b.fma(plus, a).intoArray(even, at);
        a.fma(plus.neg(), b).intoArray(odd, at + stride);
    }

    private static void two(double[] even, double[] odd, int first, int end, int stride, double t0, double t1) {
        DoubleVector plus0 = DoubleVector.broadcast(SPECIES, t0);
        DoubleVector minus0 = plus0.neg();
        DoubleVector plus1 = DoubleVector.broadcast(SPECIES, t1);
        DoubleVector minus1 = plus1.neg();
        for (int base = first; base < end; base += 4 * stride) {
            for (int at = base; at < base + stride; at += Lanes.COUNT) {
                DoubleVector a0 = DoubleVector.fromArray(SPECIES, even, at);
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, odd, at + stride);
                DoubleVector c0 = DoubleVector.fromArray(SPECIES, odd, at + 2 * stride);
                DoubleVector d0 = DoubleVector.fromArray(SPECIES, even, at + 3 * stride);
                DoubleVector a1 = b0.fma(plus0, a0);
                DoubleVector b1 = a0.fma(minus0, b0);
                DoubleVector c1 = d0.fma(minus0, c0);
                DoubleVector d1 = c0.fma(plus0, d0);
                c1.fma(plus1, a1).intoArray(even, at);
                d1.fma(minus1, b1).intoArray(odd, at + stride);
                a1.fma(minus1, c1).intoArray(odd, at + 2 * stride);
                b1.fma(plus1, d1).intoArray(even, at + 3 * stride);
            }
        }
    }

    private static void three(
            double[] even, double[] odd, int first, int end, int stride, double t0, double t1, double t2) {
        DoubleVector plus0 = DoubleVector.broadcast(SPECIES, t0);
        DoubleVector minus0 = plus0.neg();
        DoubleVector plus1 = DoubleVector.broadcast(SPECIES, t1);
        DoubleVector minus1 = plus1.neg();
        DoubleVector plus2 = DoubleVector.broadcast(SPECIES, t2);
        DoubleVector minus2 = plus2.neg();
        for (int base = first; base < end; base += 8 * stride) {
            for (int at = base; at < base + stride; at += Lanes.COUNT) {
                DoubleVector a0 = DoubleVector.fromArray(SPECIES, even, at);
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, odd, at + stride);
                DoubleVector c0 = DoubleVector.fromArray(SPECIES, odd, at + 2 * stride);
                DoubleVector d0 = DoubleVector.fromArray(SPECIES, even, at + 3 * stride);
                DoubleVector e0 = DoubleVector.fromArray(SPECIES, odd, at + 4 * stride);
                DoubleVector f0 = DoubleVector.fromArray(SPECIES, even, at + 5 * stride);
                DoubleVector g0 = DoubleVector.fromArray(SPECIES, even, at + 6 * stride);
                DoubleVector h0 = DoubleVector.fromArray(SPECIES, odd, at + 7 * stride);
                DoubleVector a1 = b0.fma(plus0, a0);
                DoubleVector b1 = a0.fma(minus0, b0);
                DoubleVector c1 = d0.fma(minus0, c0);
                DoubleVector d1 = c0.fma(plus0, d0);
                DoubleVector e1 = f0.fma(minus0, e0);
                DoubleVector f1 = e0.fma(plus0, f0);
                DoubleVector g1 = h0.fma(plus0, g0);
                DoubleVector h1 = g0.fma(minus0, h0);
                DoubleVector a2 = c1.fma(plus1, a1);
                DoubleVector b2 = d1.fma(minus1, b1);
                DoubleVector c2 = a1.fma(minus1, c1);
                DoubleVector d2 = b1.fma(plus1, d1);
                DoubleVector e2 = g1.fma(minus1, e1);
                DoubleVector f2 = h1.fma(plus1, f1);
                DoubleVector g2 = e1.fma(plus1, g1);
                DoubleVector h2 = f1.fma(minus1, h1);
                e2.fma(plus2, a2).intoArray(even, at);
                f2.fma(minus2, b2).intoArray(odd, at + stride);
                g2.fma(minus2, c2).intoArray(odd, at + 2 * stride);
                h2.fma(plus2, d2).intoArray(even, at + 3 * stride);
                a2.fma(minus2, e2).intoArray(odd, at + 4 * stride);
                b2.fma(plus2, f2).intoArray(even, at + 5 * stride);
                c2.fma(plus2, g2).intoArray(even, at + 6 * stride);
                d2.fma(minus2, h2).intoArray(odd, at + 7 * stride);
            }
        }
    }

    private static void four(
            double[] even, double[] odd, int first, int end, int stride, double t0, double t1, double t2, double t3) {
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
                DoubleVector a0 = DoubleVector.fromArray(SPECIES, even, at);
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, odd, at + stride);
                DoubleVector c0 = DoubleVector.fromArray(SPECIES, odd, at + 2 * stride);
                DoubleVector d0 = DoubleVector.fromArray(SPECIES, even, at + 3 * stride);
                DoubleVector e0 = DoubleVector.fromArray(SPECIES, odd, at + 4 * stride);
                DoubleVector f0 = DoubleVector.fromArray(SPECIES, even, at + 5 * stride);
                DoubleVector g0 = DoubleVector.fromArray(SPECIES, even, at + 6 * stride);
                DoubleVector h0 = DoubleVector.fromArray(SPECIES, odd, at + 7 * stride);
                DoubleVector i0 = DoubleVector.fromArray(SPECIES, odd, at + 8 * stride);
                DoubleVector j0 = DoubleVector.fromArray(SPECIES, even, at + 9 * stride);
                DoubleVector k0 = DoubleVector.fromArray(SPECIES, even, at + 10 * stride);
                DoubleVector l0 = DoubleVector.fromArray(SPECIES, odd, at + 11 * stride);
                DoubleVector m0 = DoubleVector.fromArray(SPECIES, even, at + 12 * stride);
                DoubleVector n0 = DoubleVector.fromArray(SPECIES, odd, at + 13 * stride);
                DoubleVector o0 = DoubleVector.fromArray(SPECIES, odd, at + 14 * stride);
                DoubleVector p0 = DoubleVector.fromArray(SPECIES, even, at + 15 * stride);
                DoubleVector a1 = b0.fma(plus0, a0);
                DoubleVector b1 = a0.fma(minus0, b0);
                DoubleVector c1 = d0.fma(minus0, c0);
                DoubleVector d1 = c0.fma(plus0, d0);
                DoubleVector e1 = f0.fma(minus0, e0);
                DoubleVector f1 = e0.fma(plus0, f0);
                DoubleVector g1 = h0.fma(plus0, g0);
                DoubleVector h1 = g0.fma(minus0, h0);
                DoubleVector i1 = j0.fma(minus0, i0);
                DoubleVector j1 = i0.fma(plus0, j0);
                DoubleVector k1 = l0.fma(plus0, k0);
                DoubleVector l1 = k0.fma(minus0, l0);
                DoubleVector m1 = n0.fma(plus0, m0);
                DoubleVector n1 = m0.fma(minus0, n0);
                DoubleVector o1 = p0.fma(minus0, o0);
                DoubleVector p1 = o0.fma(plus0, p0);
                DoubleVector a2 = c1.fma(plus1, a1);
                DoubleVector b2 = d1.fma(minus1, b1);
                DoubleVector c2 = a1.fma(minus1, c1);
                DoubleVector d2 = b1.fma(plus1, d1);
                DoubleVector e2 = g1.fma(minus1, e1);
                DoubleVector f2 = h1.fma(plus1, f1);
                DoubleVector g2 = e1.fma(plus1, g1);
                DoubleVector h2 = f1.fma(minus1, h1);
                DoubleVector i2 = k1.fma(minus1, i1);
                DoubleVector j2 = l1.fma(plus1, j1);
                DoubleVector k2 = i1.fma(plus1, k1);
                DoubleVector l2 = j1.fma(minus1, l1);
                DoubleVector m2 = o1.fma(plus1, m1);
                DoubleVector n2 = p1.fma(minus1, n1);
                DoubleVector o2 = m1.fma(minus1, o1);
                DoubleVector p2 = n1.fma(plus1, p1);
                DoubleVector a3 = e2.fma(plus2, a2);
                DoubleVector b3 = f2.fma(minus2, b2);
                DoubleVector c3 = g2.fma(minus2, c2);
                DoubleVector d3 = h2.fma(plus2, d2);
                DoubleVector e3 = a2.fma(minus2, e2);
                DoubleVector f3 = b2.fma(plus2, f2);
                DoubleVector g3 = c2.fma(plus2, g2);
                DoubleVector h3 = d2.fma(minus2, h2);
                DoubleVector i3 = m2.fma(minus2, i2);
                DoubleVector j3 = n2.fma(plus2, j2);
                DoubleVector k3 = o2.fma(plus2, k2);
                DoubleVector l3 = p2.fma(minus2, l2);
                DoubleVector m3 = i2.fma(plus2, m2);
                DoubleVector n3 = j2.fma(minus2, n2);
                DoubleVector o3 = k2.fma(minus2, o2);
                DoubleVector p3 = l2.fma(plus2, p2);
                i3.fma(plus3, a3).intoArray(even, at);
                j3.fma(minus3, b3).intoArray(odd, at + stride);
                k3.fma(minus3, c3).intoArray(odd, at + 2 * stride);
                l3.fma(plus3, d3).intoArray(even, at + 3 * stride);
                m3.fma(minus3, e3).intoArray(odd, at + 4 * stride);
                n3.fma(plus3, f3).intoArray(even, at + 5 * stride);
                o3.fma(plus3, g3).intoArray(even, at + 6 * stride);
                p3.fma(minus3, h3).intoArray(odd, at + 7 * stride);
                a3.fma(minus3, i3).intoArray(odd, at + 8 * stride);
                b3.fma(plus3, j3).intoArray(even, at + 9 * stride);
                c3.fma(plus3, k3).intoArray(even, at + 10 * stride);
                d3.fma(minus3, l3).intoArray(odd, at + 11 * stride);
                e3.fma(plus3, m3).intoArray(even, at + 12 * stride);
                f3.fma(minus3, n3).intoArray(odd, at + 13 * stride);
                g3.fma(minus3, o3).intoArray(odd, at + 14 * stride);
                h3.fma(plus3, p3).intoArray(even, at + 15 * stride);
            }
        }
    }
}
