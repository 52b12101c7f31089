// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Arrays;

/** The amplitudes of all basis states as two arrays. Bit i of an index is qubit i. */
public final class Amplitudes {
    private static final int ROW_QUBITS = 10;

    private final int qubits;
    final double[] real;
    final double[] imaginary;

    /** Takes the memory; the caller has checked that it may. */
    public Amplitudes(int qubits) {
        this.qubits = qubits;
        this.real = new double[1 << qubits];
        this.imaginary = new double[1 << qubits];
    }

    /** A state with these probabilities, such as those read from a density matrix; rounding below 0 is 0. */
    public static Amplitudes ofProbabilities(int qubits, double[] probabilities) {
        Amplitudes amplitudes = new Amplitudes(qubits);
        for (int state = 0; state < probabilities.length; state++) {
            amplitudes.real[state] = Math.sqrt(Math.max(0, probabilities[state]));
        }
        return amplitudes;
    }

    public int qubits() {
        return qubits;
    }

    /** Takes the values of another of the same size. */
    public void copyFrom(Amplitudes other) {
        System.arraycopy(other.real, 0, real, 0, real.length);
        System.arraycopy(other.imaginary, 0, imaginary, 0, imaginary.length);
    }

    /** The state of one qubit more that does not change when all qubits are flipped, and of which this is the half. */
    public Amplitudes unfolded() {
        Amplitudes whole = new Amplitudes(qubits + 1);
        int last = whole.real.length - 1;
        double scale = Math.sqrt(0.5);
        for (int index = 0; index < real.length; index++) {
            whole.real[index] = scale * real[index];
            whole.imaginary[index] = scale * imaginary[index];
            whole.real[last - index] = whole.real[index];
            whole.imaginary[last - index] = whole.imaginary[index];
        }
        return whole;
    }

    /** The same with more qubits, which are 0. */
    public Amplitudes widened(int toQubits) {
        Amplitudes widened = new Amplitudes(toQubits);
        System.arraycopy(real, 0, widened.real, 0, real.length);
        System.arraycopy(imaginary, 0, widened.imaginary, 0, imaginary.length);
        return widened;
    }

    public int size() {
        return real.length;
    }

    public double real(int index) {
        return real[index];
    }

    public double imaginary(int index) {
        return imaginary[index];
    }

    public double probability(int index) {
        return real[index] * real[index] + imaginary[index] * imaginary[index];
    }

    /**
     * Becomes {@code exp(i phase)} times the product state that a matrix on each qubit makes of all zeros.
     *
     * @param matrices one for each qubit, row by row with real before imaginary part, or null for none
     */
    public void resetToProduct(double phase, double[][] matrices) {
        if (qubits <= ROW_QUBITS) {
            resetToProduct(phase, matrices, qubits);
            return;
        }
        ProductState product = new ProductState(phase, Arrays.copyOf(matrices, qubits));
        Amplitudes table = product.lowTable(ROW_QUBITS);
        Amplitudes factors = product.blockFactors(ROW_QUBITS);
        double[] re = new double[table.size()];
        double[] im = new double[table.size()];
        for (int row = 0; row < factors.size(); row++) {
            multiply(table.real, table.imaginary, factors.real[row], factors.imaginary[row], re, im);
            System.arraycopy(re, 0, real, row << ROW_QUBITS, re.length);
            System.arraycopy(im, 0, imaginary, row << ROW_QUBITS, im.length);
        }
    }

    /** All arrays at one index, so that C2 vectorises the loop. */
    private static void multiply(double[] a, double[] b, double factorRe, double factorIm, double[] re, double[] im) {
        for (int i = 0; i < re.length; i++) {
            re[i] = a[i] * factorRe - b[i] * factorIm;
            im[i] = a[i] * factorIm + b[i] * factorRe;
        }
    }

    /** Fills as much as qubits below the given one tell. */
    void resetToProduct(double phase, double[][] matrices, int end) {
        real[0] = Math.cos(phase);
        imaginary[0] = Math.sin(phase);
        for (int qubit = 0; qubit < end; qubit++) {
            int half = 1 << qubit;
            double[] matrix = matrices[qubit];
            if (matrix == null) {
                clear(half, 2 * half);
                continue;
            }
            for (int index = 0; index < half; index++) {
                double re = real[index];
                double im = imaginary[index];
                real[index] = re * matrix[0] - im * matrix[1];
                imaginary[index] = re * matrix[1] + im * matrix[0];
                real[index + half] = re * matrix[4] - im * matrix[5];
                imaginary[index + half] = re * matrix[5] + im * matrix[4];
            }
        }
    }

    void clear(int from, int to) {
        Arrays.fill(real, from, to, 0);
        Arrays.fill(imaginary, from, to, 0);
    }

    /** Becomes the state with all qubits 0, times {@code exp(i phase)}. */
    public void reset(double phase) {
        Arrays.fill(real, 0);
        Arrays.fill(imaginary, 0);
        real[0] = Math.cos(phase);
        imaginary[0] = Math.sin(phase);
    }
}
