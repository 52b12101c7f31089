// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.engine;

/**
 * One pass that reads and writes the arrays of a state in place: P(n), the least that anything done to a whole state of n qubits
 * takes. The yardstick of most rows.
 */
final class StatePass {

    /** Close to 1, so that no repetition ends in numbers that are slow. */
    private static final double FACTOR = 1 + 1e-9;

    private final double[] real;
    private final double[] imaginary;

    StatePass(int qubits) {
        real = new double[1 << qubits];
        imaginary = new double[1 << qubits];
        real[0] = 1;
    }

    double run() {
        scale(real, real[0] > 2 ? 1 / FACTOR : FACTOR);
        scale(imaginary, FACTOR);
        return real[0];
    }

    private static void scale(double[] part, double factor) {
        for (int index = 0; index < part.length; index++) {
            part[index] *= factor;
        }
    }
}
