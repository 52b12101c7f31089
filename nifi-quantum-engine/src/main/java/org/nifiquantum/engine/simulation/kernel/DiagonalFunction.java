// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Arrays;

/**
 * A real function of basis states, {@code f(x) = sum_k c_k (-1)^parity(x & mask_k)}: a sum of products of Pauli Z, or the angle
 * of a phase polynomial. Gives its values row by row, without a table of all of them.
 */
public final class DiagonalFunction {
    static final int ROW_QUBITS = 10;
    static final int ROW = 1 << ROW_QUBITS;

    private final int[] masks;

    public DiagonalFunction(int... masks) {
        this.masks = masks.clone();
    }

    /** How many amplitudes a row of a state has. */
    static int rowLength(int qubits) {
        return 1 << Math.min(qubits, ROW_QUBITS);
    }

    /** The values at {@code row * length} and the basis states that follow it. */
    void row(int row, int length, double[] coefficients, double[] values) {
        Arrays.fill(values, 0, length, 0);
        int high = row * length;
        for (int term = 0; term < masks.length; term++) {
            boolean odd = (Integer.bitCount(masks[term] & high) & 1) != 0;
            values[masks[term] & (length - 1)] += odd ? -coefficients[term] : coefficients[term];
        }
        walshHadamard(values, length);
    }

    /**
     * The reverse of {@link #row}: adds {@code sum_x w(x) (-1)^parity(x & mask_k)} over the basis states of a row to the sum of
     * each mask; changes the weights.
     */
    void addRow(int row, int length, double[] weights, double[] sums) {
        walshHadamard(weights, length);
        int high = row * length;
        for (int term = 0; term < masks.length; term++) {
            boolean odd = (Integer.bitCount(masks[term] & high) & 1) != 0;
            double sum = weights[masks[term] & (length - 1)];
            sums[term] += odd ? -sum : sum;
        }
    }

    /** What the masks without low bits give in a row of {@link #ROW} basis states. */
    double highPart(int row, double[] coefficients) {
        double sum = 0;
        for (int term = 0; term < masks.length; term++) {
            if (masks[term] % ROW == 0) {
                boolean odd = (Integer.bitCount(masks[term] / ROW & row) & 1) != 0;
                sum += odd ? -coefficients[term] : coefficients[term];
            }
        }
        return sum;
    }

    /** What to do with each mask and its number. */
    @FunctionalInterface
    interface MaskConsumer {
        void accept(int mask, int term);
    }

    void forEachMask(MaskConsumer consumer) {
        for (int term = 0; term < masks.length; term++) {
            consumer.accept(masks[term], term);
        }
    }

    int terms() {
        return masks.length;
    }

    /** The values at all basis states. */
    public double[] table(int qubits, double... coefficients) {
        double[] table = new double[1 << qubits];
        int length = rowLength(qubits);
        double[] values = new double[length];
        for (int row = 0; row < table.length / length; row++) {
            row(row, length, coefficients, values);
            System.arraycopy(values, 0, table, row * length, length);
        }
        return table;
    }

    /** Replaces v by {@code sum_m v[m] (-1)^parity(x & m)} for every x. */
    private static void walshHadamard(double[] values, int length) {
        for (int half = 1; half < length; half *= 2) {
            for (int start = 0; start < length; start += 2 * half) {
                for (int index = start; index < start + half; index++) {
                    double low = values[index];
                    double high = values[index + half];
                    values[index] = low + high;
                    values[index + half] = low - high;
                }
            }
        }
    }
}
