// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.finance;

import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.problem.ProblemFormatException;

/** Matrices of covariances. */
final class Covariances {
    /** Two halves that were computed apart may differ by rounding; they are then made equal. */
    private static final double ROUNDING = 1e-9;

    private Covariances() {}

    /**
     * A copy, made symmetric.
     *
     * @throws ProblemFormatException naming the row or entry that cannot be used
     */
    static Matrix checked(String pointer, Matrix matrix, int size) {
        matrix.requireSquare(pointer, size);
        double[][] copy = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                requireEntry(pointer + "/" + row + "/" + column, matrix, row, column);
                copy[row][column] = (matrix.get(row, column) + matrix.get(column, row)) / 2;
            }
        }
        Matrix symmetric = Matrix.of(copy);
        if (!Double.isFinite(total(symmetric))) {
            throw new ProblemFormatException(pointer, "Its sum is too large.", "Give returns in larger units.");
        }
        return symmetric;
    }

    private static void requireEntry(String place, Matrix matrix, int row, int column) {
        double value = matrix.get(row, column);
        if (!Double.isFinite(value) || (row == column && value < 0)) {
            throw new ProblemFormatException(
                    place, "The entry is " + value + ".", "Give finite numbers; a variance is 0 or more.");
        }
        double room = ROUNDING * Math.sqrt(Math.abs(matrix.get(row, row) * matrix.get(column, column)));
        if (Math.abs(value - matrix.get(column, row)) > room) {
            throw new ProblemFormatException(
                    place,
                    "The entry is " + value + ", and that on the other side of the diagonal " + matrix.get(column, row)
                            + ".",
                    "A covariance matrix is symmetric: correct one of the two.");
        }
    }

    static double total(Matrix matrix) {
        return matrix.entries().map(Math::abs).sum();
    }

    /** The sum of the entries of some rows and the same columns. */
    static double sum(Matrix matrix, int[] chosen) {
        double sum = 0;
        for (int row : chosen) {
            for (int column : chosen) {
                sum += matrix.get(row, column);
            }
        }
        return sum;
    }
}
