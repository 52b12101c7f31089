// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;

/** {@code Im <b|P|a>} for two blocks and a Pauli matrix P on a qubit: 1 is X, 2 is Y, 3 is Z. */
final class ComponentKernel {
    private static final int X = 1;
    private static final int Y = 2;

    private ComponentKernel() {}

    /** A qubit whose stride is a vector at least. */
    static double pairs(
            double[] kr, double[] ki, double[] br, double[] bi, int first, int end, int stride, int component) {
        return switch (component) {
            case X -> x(kr, ki, br, bi, first, end, stride);
            case Y -> y(kr, ki, br, bi, first, end, stride);
            default -> z(kr, ki, br, bi, first, end, stride);
        };
    }

    private static double x(double[] kr, double[] ki, double[] br, double[] bi, int first, int end, int stride) {
        DoubleVector plus = DoubleVector.zero(SPECIES);
        DoubleVector minus = DoubleVector.zero(SPECIES);
        for (int base = first; base < end; base += 2 * stride) {
            for (int zero = base; zero < base + stride; zero += Lanes.COUNT) {
                int one = zero + stride;
                plus = vector(br, zero).fma(vector(ki, one), plus);
                minus = vector(bi, zero).fma(vector(kr, one), minus);
                plus = vector(br, one).fma(vector(ki, zero), plus);
                minus = vector(bi, one).fma(vector(kr, zero), minus);
            }
        }
        return Lanes.sum(plus.sub(minus));
    }

    private static double y(double[] kr, double[] ki, double[] br, double[] bi, int first, int end, int stride) {
        DoubleVector plus = DoubleVector.zero(SPECIES);
        DoubleVector minus = DoubleVector.zero(SPECIES);
        for (int base = first; base < end; base += 2 * stride) {
            for (int zero = base; zero < base + stride; zero += Lanes.COUNT) {
                int one = zero + stride;
                plus = vector(br, one).fma(vector(kr, zero), plus);
                plus = vector(bi, one).fma(vector(ki, zero), plus);
                minus = vector(br, zero).fma(vector(kr, one), minus);
                minus = vector(bi, zero).fma(vector(ki, one), minus);
            }
        }
        return Lanes.sum(plus.sub(minus));
    }

    private static double z(double[] kr, double[] ki, double[] br, double[] bi, int first, int end, int stride) {
        DoubleVector plus = DoubleVector.zero(SPECIES);
        DoubleVector minus = DoubleVector.zero(SPECIES);
        for (int base = first; base < end; base += 2 * stride) {
            for (int zero = base; zero < base + stride; zero += Lanes.COUNT) {
                int one = zero + stride;
                plus = vector(br, zero).fma(vector(ki, zero), plus);
                minus = vector(bi, zero).fma(vector(kr, zero), minus);
                minus = vector(br, one).fma(vector(ki, one), minus);
                plus = vector(bi, one).fma(vector(kr, one), plus);
            }
        }
        return Lanes.sum(plus.sub(minus));
    }

    /** A qubit inside a vector. */
    static double lane(
            double[] kr, double[] ki, double[] br, double[] bi, int first, int end, int qubit, int component) {
        VectorShuffle<Double> flip = switch (qubit) {
            case 0 -> Lanes.FLIP_0;
            case 1 -> Lanes.FLIP_1;
            default -> Lanes.FLIP_2;
        };
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = first; at < end; at += Lanes.COUNT) {
            DoubleVector r = vector(kr, at);
            DoubleVector i = vector(ki, at);
            DoubleVector s = component == X || component == Y ? r.rearrange(flip) : r;
            DoubleVector j = component == X || component == Y ? i.rearrange(flip) : i;
            sum = component == Y
                    ? vector(br, at).fma(s, vector(bi, at).fma(j, sum))
                    : sum.add(vector(br, at).mul(j)).sub(vector(bi, at).mul(s));
        }
        return Lanes.sum(
                switch (component) {
                    case X -> sum;
                    case Y -> sum.mul(Lanes.byBit(qubit, -1, 1));
                    default -> sum.mul(Lanes.byBit(qubit, 1, -1));
                });
    }

    /** {@code sum Im(conj(b_x) a_x) values[indices[x]]}. */
    static double weighted(
            double[] kr,
            double[] ki,
            double[] br,
            double[] bi,
            int first,
            int length,
            char[] indices,
            double[] values) {
        if (Lookup.suits(values)) {
            return weighted(kr, ki, br, bi, first, length, indices, Lookup.of(values));
        }
        double[] looked = new double[Lanes.COUNT];
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            for (int lane = 0; lane < looked.length; lane++) {
                looked[lane] = values[indices[at + lane]];
            }
            DoubleVector weight =
                    vector(br, at).mul(vector(ki, at)).sub(vector(bi, at).mul(vector(kr, at)));
            sum = weight.fma(vector(looked, 0), sum);
        }
        return Lanes.sum(sum);
    }

    private static double weighted(
            double[] kr, double[] ki, double[] br, double[] bi, int first, int length, char[] indices, Lookup values) {
        DoubleVector plus = DoubleVector.zero(SPECIES);
        DoubleVector minus = DoubleVector.zero(SPECIES);
        for (int at = first; at < first + length; at += Lanes.COUNT) {
            DoubleVector value = values.at(indices, at);
            plus = vector(br, at).mul(value).fma(vector(ki, at), plus);
            minus = vector(bi, at).mul(value).fma(vector(kr, at), minus);
        }
        return Lanes.sum(plus.sub(minus));
    }

    private static DoubleVector vector(double[] part, int at) {
        return DoubleVector.fromArray(SPECIES, part, at);
    }
}
