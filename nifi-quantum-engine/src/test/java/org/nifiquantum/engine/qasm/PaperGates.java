// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

/**
 * A unitary put together from U and CX alone, as the paper on OpenQASM 2 (arXiv:1707.03429) defines its library. Qubit k is
 * bit k of row and column.
 */
final class PaperGates {
    private static final double PI = Math.PI;

    private final int size;
    /** {@code [column][row]{real, imaginary}}. */
    private final double[][][] columns;

    PaperGates(int qubits) {
        size = 1 << qubits;
        columns = new double[size][size][2];
        for (int index = 0; index < size; index++) {
            columns[index][index][0] = 1;
        }
    }

    double[][][] columns() {
        return columns;
    }

    /** The paper's {@code Rz(phi) Ry(theta) Rz(lambda)} times {@code exp(i (phi + lambda)/2)}, the phase that Qiskit gives it. */
    PaperGates u(int qubit, double theta, double phi, double lambda) {
        double cos = Math.cos(theta / 2);
        double sin = Math.sin(theta / 2);
        for (double[][] column : columns) {
            for (int zero = 0; zero < size; zero++) {
                if ((zero >> qubit & 1) == 0) {
                    double[] low = column[zero];
                    double[] high = column[zero | 1 << qubit];
                    column[zero] = sum(times(cos, 0, low), times(-sin, lambda, high));
                    column[zero | 1 << qubit] = sum(times(sin, phi, low), times(cos, phi + lambda, high));
                }
            }
        }
        return this;
    }

    PaperGates cx(int control, int target) {
        for (double[][] column : columns) {
            for (int zero = 0; zero < size; zero++) {
                if ((zero >> control & 1) == 1 && (zero >> target & 1) == 0) {
                    double[] low = column[zero];
                    column[zero] = column[zero | 1 << target];
                    column[zero | 1 << target] = low;
                }
            }
        }
        return this;
    }

    PaperGates u1(int qubit, double lambda) {
        return u(qubit, 0, 0, lambda);
    }

    PaperGates u2(int qubit, double phi, double lambda) {
        return u(qubit, PI / 2, phi, lambda);
    }

    PaperGates x(int qubit) {
        return u(qubit, PI, 0, PI);
    }

    PaperGates h(int qubit) {
        return u2(qubit, 0, PI);
    }

    PaperGates s(int qubit) {
        return u1(qubit, PI / 2);
    }

    PaperGates sdg(int qubit) {
        return u1(qubit, -PI / 2);
    }

    PaperGates t(int qubit) {
        return u1(qubit, PI / 4);
    }

    PaperGates tdg(int qubit) {
        return u1(qubit, -PI / 4);
    }

    PaperGates cu1(int a, int b, double lambda) {
        return u1(a, lambda / 2).cx(a, b).u1(b, -lambda / 2).cx(a, b).u1(b, lambda / 2);
    }

    PaperGates cu3(int c, int t, double theta, double phi, double lambda) {
        return u1(c, (lambda + phi) / 2)
                .u1(t, (lambda - phi) / 2)
                .cx(c, t)
                .u(t, -theta / 2, 0, -(phi + lambda) / 2)
                .cx(c, t)
                .u(t, theta / 2, phi, 0);
    }

    PaperGates ccx(int a, int b, int c) {
        h(c).cx(b, c).tdg(c).cx(a, c).t(c).cx(b, c).tdg(c).cx(a, c);
        return t(b).t(c).h(c).cx(a, b).t(a).tdg(b).cx(a, b);
    }

    private static double[] times(double factor, double angle, double[] value) {
        double real = factor * Math.cos(angle);
        double imaginary = factor * Math.sin(angle);
        return new double[] {
            real * value[0] - imaginary * value[1], real * value[1] + imaginary * value[0],
        };
    }

    private static double[] sum(double[] left, double[] right) {
        return new double[] {left[0] + right[0], left[1] + right[1]};
    }
}
