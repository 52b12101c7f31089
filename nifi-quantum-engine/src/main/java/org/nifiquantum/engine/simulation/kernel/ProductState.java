// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Arrays;

/**
 * {@code exp(i phase)} times what a matrix on each qubit makes of all zeros, written block by block: the low qubits are one
 * table, the high ones a factor of each block. Immutable.
 */
public final class ProductState {
    private static final double ROUNDING = 1e-15;

    private final double phase;
    private final double[][] matrices;

    /**
     * Takes ownership of the matrices.
     *
     * @param matrices one for each qubit, row by row with real before imaginary part, or null for none
     */
    public ProductState(double phase, double[][] matrices) {
        this.phase = phase;
        this.matrices = matrices;
    }

    /** Whether all amplitudes are the same. */
    public boolean isUniform() {
        return Arrays.stream(matrices).allMatch(m -> m != null && Math.hypot(m[0] - m[4], m[1] - m[5]) <= ROUNDING);
    }

    /** The real and the imaginary part of the first amplitude. */
    double[] amplitudeOfZero() {
        double re = Math.cos(phase);
        double im = Math.sin(phase);
        for (double[] m : matrices) {
            double real = re * m[0] - im * m[1];
            im = re * m[1] + im * m[0];
            re = real;
        }
        return new double[] {re, im};
    }

    /** The first amplitudes, those with all high qubits 0 but without their factor. */
    Amplitudes lowTable(int low) {
        Amplitudes table = new Amplitudes(low);
        table.resetToProduct(0, matrices);
        return table;
    }

    /** The factors of the blocks. */
    Amplitudes blockFactors(int low) {
        Amplitudes factors = new Amplitudes(matrices.length - low);
        double[][] high = new double[matrices.length - low][];
        System.arraycopy(matrices, low, high, 0, high.length);
        factors.resetToProduct(phase, high);
        return factors;
    }
}
