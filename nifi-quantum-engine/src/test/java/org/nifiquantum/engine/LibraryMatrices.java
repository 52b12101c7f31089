// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine;

import org.nifiquantum.engine.circuit.StandardGate;

/** The matrices of the standard gates, built as stdgates.inc of OpenQASM 3.0 builds them: from U, gphase, ctrl, pow and inv. */
public final class LibraryMatrices {
    private static final double PI = Math.PI;

    private LibraryMatrices() {}

    /** {@code [row][column]{real, imaginary}}; operand k is bit k of row and column. */
    public static double[][][] of(StandardGate gate, double... p) {
        return switch (gate) {
            case GPHASE -> new double[][][] {{phase(p[0])}};
            case BUILTIN_U -> u(p[0], p[1], p[2]);
            case P, PHASE_GATE, U1 -> u(0, 0, p[0]);
            case X -> times(phase(-PI / 2), u(PI, 0, PI));
            case Y -> times(phase(-PI / 2), u(PI, PI / 2, PI / 2));
            case Z -> u(0, 0, PI);
            case H -> times(phase(-PI / 4), u(PI / 2, 0, PI));
            case S -> u(0, 0, PI / 2);
            case SDG -> u(0, 0, -PI / 2);
            case T -> u(0, 0, PI / 4);
            case TDG -> u(0, 0, -PI / 4);
            // The principal root of X: eigenvalue 1 for |+>, i for |->.
            case SX -> new double[][][] {{{0.5, 0.5}, {0.5, -0.5}}, {{0.5, -0.5}, {0.5, 0.5}}};
            case RX -> times(phase(-p[0] / 2), u(p[0], -PI / 2, PI / 2));
            case RY -> times(phase(-p[0] / 2), u(p[0], 0, 0));
            case RZ -> times(phase(-p[0] / 2), u(0, 0, p[0]));
            case CX, LEGACY_CX -> control(of(StandardGate.X));
            case CY -> control(of(StandardGate.Y));
            case CZ -> control(of(StandardGate.Z));
            case CP, CPHASE -> control(u(0, 0, p[0]));
            case CRX -> control(of(StandardGate.RX, p));
            case CRY -> control(of(StandardGate.RY, p));
            case CRZ -> control(of(StandardGate.RZ, p));
            case CH -> control(of(StandardGate.H));
            case SWAP -> swap();
            case CCX -> control(control(of(StandardGate.X)));
            case CSWAP -> control(swap());
            case CU -> control(times(phase(p[3] - p[0] / 2), u(p[0], p[1], p[2])));
            case ID -> u(0, 0, 0);
            case U2 -> times(phase(-(p[0] + p[1] + PI / 2) / 2), u(PI / 2, p[0], p[1]));
            case U3 -> times(phase(-(p[0] + p[1] + p[2]) / 2), u(p[0], p[1], p[2]));
        };
    }

    /** As the specification writes it: {@code 1/2 [[1 + e^it, -i e^il (1 - e^it)], [i e^ip (1 - e^it), e^i(p+l) (1 + e^it)]]}. */
    private static double[][][] u(double theta, double phi, double lambda) {
        double[] sum = {0.5 + 0.5 * Math.cos(theta), 0.5 * Math.sin(theta)};
        double[] difference = {0.5 - 0.5 * Math.cos(theta), -0.5 * Math.sin(theta)};
        return new double[][][] {
            {sum, product(phase(lambda - PI / 2), difference)},
            {product(phase(phi + PI / 2), difference), product(phase(phi + lambda), sum)}
        };
    }

    private static double[][][] swap() {
        double[][][] swap = new double[4][4][2];
        swap[0][0][0] = swap[1][2][0] = swap[2][1][0] = swap[3][3][0] = 1;
        return swap;
    }

    /** A new operand 0 decides whether the matrix acts on the others. */
    private static double[][][] control(double[][][] matrix) {
        double[][][] controlled = new double[2 * matrix.length][2 * matrix.length][2];
        for (int row = 0; row < matrix.length; row++) {
            controlled[2 * row][2 * row][0] = 1;
            for (int column = 0; column < matrix.length; column++) {
                controlled[2 * row + 1][2 * column + 1] = matrix[row][column];
            }
        }
        return controlled;
    }

    private static double[][][] times(double[] factor, double[][][] matrix) {
        double[][][] result = new double[matrix.length][matrix.length][];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix.length; column++) {
                result[row][column] = product(factor, matrix[row][column]);
            }
        }
        return result;
    }

    private static double[] phase(double angle) {
        return new double[] {Math.cos(angle), Math.sin(angle)};
    }

    private static double[] product(double[] left, double[] right) {
        return new double[] {left[0] * right[0] - left[1] * right[1], left[0] * right[1] + left[1] * right[0]};
    }
}
