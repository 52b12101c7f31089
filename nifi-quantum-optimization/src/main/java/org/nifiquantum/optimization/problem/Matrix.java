// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Rows of numbers that do not change; they need not be of one length until a problem checks that. */
public final class Matrix {
    private final double[][] rows;

    private Matrix(double[][] rows) {
        this.rows = rows;
    }

    /** Copies. */
    public static Matrix of(double[]... rows) {
        return new Matrix(copy(rows));
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** How many rows there are. */
    public int size() {
        return rows.length;
    }

    public double get(int row, int column) {
        return rows[row][column];
    }

    public DoubleStream entries() {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream);
    }

    /** Row by row; a copy. */
    public double[][] toArray() {
        return copy(rows);
    }

    /**
     * Refuses what is not square.
     *
     * @param pointer where it stands in a document
     * @param size how many rows and columns it must have
     * @throws ProblemFormatException naming the matrix or the row
     */
    public void requireSquare(String pointer, int size) {
        if (rows.length != size) {
            throw new ProblemFormatException(
                    pointer, "It has " + rows.length + " rows, not " + size + ".", "Give one for each name.");
        }
        for (int row = 0; row < size; row++) {
            if (rows[row].length != size) {
                throw new ProblemFormatException(
                        pointer + "/" + row,
                        "The row has " + rows[row].length + " entries, not " + size + ".",
                        "Give one for each name.");
            }
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Matrix other && Arrays.deepEquals(rows, other.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows);
    }
}
