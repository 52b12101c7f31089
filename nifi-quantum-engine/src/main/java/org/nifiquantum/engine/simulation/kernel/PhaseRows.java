// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.TreeSet;

/**
 * The factors {@code exp(i f(x))} of a diagonal function as a product: a table over the low bits of x and a number for each row,
 * that is for the high bits. Masks with low and high bits make the table depend on the parities of some high bits; there is a
 * table for each pattern of them. Immutable.
 */
final class PhaseRows {
    /** Up to 16 tables: more would not stay in a core's cache. */
    private static final int MOST_CROSSINGS = 4;

    private final int length;
    private final int[] crossings;
    private final double[][] cosines;
    private final double[][] sines;
    private final double[] rowCosines;
    private final double[] rowSines;

    private PhaseRows(int length, int rows, int[] crossings) {
        this.length = length;
        this.crossings = crossings;
        this.cosines = new double[1 << crossings.length][length];
        this.sines = new double[1 << crossings.length][length];
        this.rowCosines = new double[rows];
        this.rowSines = new double[rows];
    }

    /** Whether so few masks have low and high bits that tables pay. */
    static boolean suits(DiagonalFunction function, int qubits) {
        return qubits > DiagonalFunction.ROW_QUBITS + MOST_CROSSINGS && crossings(function).length <= MOST_CROSSINGS;
    }

    /** The different high parts of masks that also have a low part. */
    private static int[] crossings(DiagonalFunction function) {
        TreeSet<Integer> crossings = new TreeSet<>();
        function.forEachMask((mask, term) -> {
            int high = mask / DiagonalFunction.ROW;
            if (high != 0 && mask % DiagonalFunction.ROW != 0) {
                crossings.add(high);
            }
        });
        return crossings.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The factors times an amplitude. */
    static PhaseRows of(Layer.Computed phases, int qubits, double amplitude) {
        int length = DiagonalFunction.ROW;
        PhaseRows rows = new PhaseRows(length, 1 << (qubits - DiagonalFunction.ROW_QUBITS), crossings(phases.function));
        for (int row = 0; row < rows.rowCosines.length; row++) {
            double angle = phases.function.highPart(row, phases.coefficients);
            rows.rowCosines[row] = amplitude * Math.cos(angle);
            rows.rowSines[row] = amplitude * Math.sin(angle);
        }
        boolean[] filled = new boolean[rows.cosines.length];
        for (int row = 0; row < rows.rowCosines.length; row++) {
            int pattern = rows.pattern(row);
            if (!filled[pattern]) {
                rows.fill(pattern, row, phases);
                filled[pattern] = true;
            }
        }
        return rows;
    }

    private void fill(int pattern, int row, Layer.Computed phases) {
        double[] angles = new double[length];
        phases.function.row(row, length, phases.coefficients, angles);
        double high = phases.function.highPart(row, phases.coefficients);
        for (int index = 0; index < length; index++) {
            cosines[pattern][index] = Math.cos(angles[index] - high);
            sines[pattern][index] = Math.sin(angles[index] - high);
        }
    }

    private int pattern(int row) {
        int pattern = 0;
        for (int index = 0; index < crossings.length; index++) {
            pattern |= (Integer.bitCount(row & crossings[index]) & 1) << index;
        }
        return pattern;
    }

    /** Multiplies amplitudes of neighbouring basis states of one row. */
    void turn(double[] re, double[] im, int first, int from, int count, BlockKernels kernels) {
        int row = from / length;
        int pattern = pattern(row);
        kernels.turn(
                re, im, first, count, cosines[pattern], sines[pattern], from % length, rowCosines[row], rowSines[row]);
    }

    int length() {
        return length;
    }
}
