// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import org.nifiquantum.engine.circuit.Action.OneQubitMatrix;

/** The actions of the standard gates, each named once for the table in {@link StandardGate}. */
final class Actions {
    private static final double ROOT_HALF = Math.sqrt(0.5);

    private static final Expression ZERO = Expression.constant(0);

    static final Action GLOBAL_PHASE = new Action.Phase(parameters -> parameters.get(0));
    static final Action PHASE = new Action.Diagonal(parameters -> ZERO, parameters -> parameters.get(0));
    static final Action ROTATION = new Action.Diagonal(
            parameters -> parameters.get(0).times(-0.5),
            parameters -> parameters.get(0).times(0.5));
    static final Action FLIP = new Action.Flip();
    static final Action EXCHANGE = new Action.Exchange();

    private Actions() {}

    static Action phase(double angle) {
        return new Action.Diagonal(parameters -> ZERO, parameters -> Expression.constant(angle));
    }

    static Action dense(OneQubitMatrix matrix) {
        return new Action.Dense(matrix);
    }

    static void y(double[] parameters, double[] matrix) {
        write(matrix, 0, 0, 0, -1, 0, 1, 0, 0);
    }

    static void h(double[] parameters, double[] matrix) {
        write(matrix, ROOT_HALF, 0, ROOT_HALF, 0, ROOT_HALF, 0, -ROOT_HALF, 0);
    }

    static void sx(double[] parameters, double[] matrix) {
        write(matrix, 0.5, 0.5, 0.5, -0.5, 0.5, -0.5, 0.5, 0.5);
    }

    static void rx(double[] parameters, double[] matrix) {
        UnitCircle.point(parameters[0] / 2, matrix, 0);
        double cos = matrix[0];
        double sin = matrix[1];
        write(matrix, cos, 0, 0, -sin, 0, -sin, cos, 0);
    }

    static void ry(double[] parameters, double[] matrix) {
        UnitCircle.point(parameters[0] / 2, matrix, 0);
        double cos = matrix[0];
        double sin = matrix[1];
        write(matrix, cos, 0, -sin, 0, sin, 0, cos, 0);
    }

    /** OpenQASM 3: {@code exp(i t/2) [[cos t/2, -exp(i l) sin t/2], [exp(i p) sin t/2, exp(i (p + l)) cos t/2]]}. */
    static void builtinU(double[] parameters, double[] matrix) {
        rotation(parameters[0], parameters[1], parameters[2], parameters[0] / 2, matrix);
    }

    static void u3(double[] parameters, double[] matrix) {
        rotation(parameters[0], parameters[1], parameters[2], -(parameters[1] + parameters[2]) / 2, matrix);
    }

    static void u2(double[] parameters, double[] matrix) {
        rotation(Math.PI / 2, parameters[0], parameters[1], -(parameters[0] + parameters[1]) / 2, matrix);
    }

    /** {@code cu(t, p, l, g)}: the library's {@code p(g - t/2)} on the control takes back the phase t/2 of U. */
    static void cu(double[] parameters, double[] matrix) {
        rotation(parameters[0], parameters[1], parameters[2], parameters[3], matrix);
    }

    private static void rotation(double theta, double phi, double lambda, double phase, double[] matrix) {
        UnitCircle.point(theta / 2, matrix, 0);
        double cos = matrix[0];
        double sin = matrix[1];
        element(cos, phase, matrix, 0);
        element(-sin, phase + lambda, matrix, 2);
        element(sin, phase + phi, matrix, 4);
        element(cos, phase + phi + lambda, matrix, 6);
    }

    /** {@code modulus exp(i angle)}. */
    private static void element(double modulus, double angle, double[] matrix, int at) {
        UnitCircle.point(angle, matrix, at);
        matrix[at] *= modulus;
        matrix[at + 1] *= modulus;
    }

    private static void write(
            double[] matrix, double a, double ai, double b, double bi, double c, double ci, double d, double di) {
        matrix[0] = a;
        matrix[1] = ai;
        matrix[2] = b;
        matrix[3] = bi;
        matrix[4] = c;
        matrix[5] = ci;
        matrix[6] = d;
        matrix[7] = di;
    }
}
