// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import org.nifiquantum.engine.circuit.Action.OneQubitMatrix;

/**
 * The derivative of a gate's matrix by one of its angles. Every element is a trigonometric polynomial of the angle with the
 * frequencies 0, 1/2 and 1, so the shift rule for the frequencies 1/2 and 1 is exact (D. Wierichs et al., arXiv:2107.12390,
 * section 3); a matrix costs next to nothing.
 */
final class MatrixDerivative {
    private static final double[] SHIFTS = {Math.PI / 2, 3 * Math.PI / 2};
    private static final double[] COEFFICIENTS = {
        0.0625 / Math.pow(Math.sin(Math.PI / 8), 2), -0.0625 / Math.pow(Math.sin(3 * Math.PI / 8), 2)
    };

    private MatrixDerivative() {}

    static double[] of(OneQubitMatrix matrix, double[] angles, int angle) {
        double[] derivative = new double[8];
        for (int term = 0; term < SHIFTS.length; term++) {
            add(matrix, angles, angle, SHIFTS[term], COEFFICIENTS[term], derivative);
            add(matrix, angles, angle, -SHIFTS[term], -COEFFICIENTS[term], derivative);
        }
        return derivative;
    }

    private static void add(
            OneQubitMatrix matrix, double[] angles, int angle, double shift, double factor, double[] sum) {
        double[] shifted = angles.clone();
        shifted[angle] += shift;
        double[] values = new double[8];
        matrix.write(shifted, values);
        for (int index = 0; index < sum.length; index++) {
            sum[index] += factor * values[index];
        }
    }
}
