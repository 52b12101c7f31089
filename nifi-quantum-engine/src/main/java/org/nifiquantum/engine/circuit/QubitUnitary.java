// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.ArrayList;
import java.util.List;

/**
 * A unitary of one qubit.
 *
 * @param values row by row, real before imaginary part: 8 numbers, which nobody changes
 */
@SuppressWarnings("ArrayRecordComponent")
record QubitUnitary(double[] values) {
    static final QubitUnitary IDENTITY = new QubitUnitary(new double[] {1, 0, 0, 0, 0, 0, 1, 0});

    /** Closer to a half turn than this is taken for one, from whichever side rounding has put it. */
    private static final double ROUNDING = 1e-12;

    /** What a standard gate does to its one target where its controls are 1, a phase included. */
    static QubitUnitary ofAction(StandardGate gate, double... parameters) {
        UnitaryMatrix matrix = UnitaryMatrix.of(gate.action(), parameters);
        if (matrix.dimension() == 1) {
            double re = matrix.real(0, 0);
            double im = matrix.imaginary(0, 0);
            return new QubitUnitary(new double[] {re, im, 0, 0, 0, 0, re, im});
        }
        return new QubitUnitary(new double[] {
            matrix.real(0, 0),
            matrix.imaginary(0, 0),
            matrix.real(0, 1),
            matrix.imaginary(0, 1),
            matrix.real(1, 0),
            matrix.imaginary(1, 0),
            matrix.real(1, 1),
            matrix.imaginary(1, 1)
        });
    }

    /** The matrix of an operation on at most one qubit whose parameters have values. */
    static QubitUnitary of(GateOperation operation) {
        return switch (operation.gate()) {
            case StandardGate gate ->
                ofAction(
                        gate,
                        operation.parameters().stream()
                                .mapToDouble(GatePowers::value)
                                .toArray());
            case DefinedGate defined -> {
                QubitUnitary product = IDENTITY;
                for (GateOperation inner : operation.expand()) {
                    product = of(inner).times(product);
                }
                yield product;
            }
        };
    }

    QubitUnitary times(QubitUnitary other) {
        double[] product = new double[8];
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                for (int inner = 0; inner < 2; inner++) {
                    double re = values[4 * row + 2 * inner];
                    double im = values[4 * row + 2 * inner + 1];
                    double otherRe = other.values[4 * inner + 2 * column];
                    double otherIm = other.values[4 * inner + 2 * column + 1];
                    product[4 * row + 2 * column] += re * otherRe - im * otherIm;
                    product[4 * row + 2 * column + 1] += re * otherIm + im * otherRe;
                }
            }
        }
        return new QubitUnitary(product);
    }

    /**
     * The principal power. A unitary is {@code exp(i a) (cos w - i sin w n.sigma)}, with the eigenvalues
     * {@code exp(i (a - w))} along n and {@code exp(i (a + w))} against it.
     */
    QubitUnitary power(double exponent) {
        double determinantRe =
                values[0] * values[6] - values[1] * values[7] - values[2] * values[4] + values[3] * values[5];
        double determinantIm =
                values[0] * values[7] + values[1] * values[6] - values[2] * values[5] - values[3] * values[4];
        double phase = Math.atan2(determinantIm, determinantRe) / 2;
        double cos = Math.cos(phase);
        double sin = Math.sin(phase);
        // Entries of exp(-i a) times this.
        double firstRe = values[0] * cos + values[1] * sin;
        double firstIm = values[1] * cos - values[0] * sin;
        double lowerRe = values[4] * cos + values[5] * sin;
        double lowerIm = values[5] * cos - values[4] * sin;
        double length = Math.sqrt(firstIm * firstIm + lowerRe * lowerRe + lowerIm * lowerIm);
        double angle = Math.atan2(length, firstRe);
        double x = length == 0 ? 0 : -lowerIm / length;
        double y = length == 0 ? 0 : lowerRe / length;
        double z = length == 0 ? 1 : -firstIm / length;
        double along = exponent * principal(phase - angle);
        double against = exponent * principal(phase + angle);
        return spectral(x, y, z, along, against);
    }

    /** {@code exp(i along) (1 + n.sigma)/2 + exp(i against) (1 - n.sigma)/2}. */
    private static QubitUnitary spectral(double x, double y, double z, double along, double against) {
        double meanRe = (Math.cos(along) + Math.cos(against)) / 2;
        double meanIm = (Math.sin(along) + Math.sin(against)) / 2;
        double halfRe = (Math.cos(along) - Math.cos(against)) / 2;
        double halfIm = (Math.sin(along) - Math.sin(against)) / 2;
        return new QubitUnitary(new double[] {
            meanRe + z * halfRe,
            meanIm + z * halfIm,
            x * halfRe + y * halfIm,
            x * halfIm - y * halfRe,
            x * halfRe - y * halfIm,
            x * halfIm + y * halfRe,
            meanRe - z * halfRe,
            meanIm - z * halfIm
        });
    }

    /** The same angle in (-pi, pi]. */
    static double principal(double angle) {
        double wrapped = Math.IEEEremainder(angle, 2 * Math.PI);
        return wrapped <= -Math.PI + ROUNDING ? wrapped + 2 * Math.PI : wrapped;
    }

    /** The same as {@code gphase} and {@code U} on qubit 0. */
    List<GateOperation> operations() {
        double upper = Math.hypot(values[0], values[1]);
        double lower = Math.hypot(values[4], values[5]);
        double theta = 2 * Math.atan2(lower, upper);
        double phase = 0;
        double phi;
        double lambda;
        if (upper < ROUNDING) {
            phi = Math.atan2(values[5], values[4]);
            lambda = Math.atan2(-values[3], -values[2]);
        } else {
            phase = Math.atan2(values[1], values[0]);
            phi = lower < ROUNDING ? 0 : Math.atan2(values[5], values[4]) - phase;
            lambda = Math.atan2(values[7], values[6]) - phase - phi;
        }
        List<GateOperation> operations = new ArrayList<>();
        operations.add(
                new GateOperation(StandardGate.GPHASE, List.of(Expression.constant(phase - theta / 2)), List.of()));
        operations.add(new GateOperation(
                StandardGate.BUILTIN_U,
                List.of(Expression.constant(theta), Expression.constant(phi), Expression.constant(lambda)),
                List.of(0)));
        return operations;
    }
}
