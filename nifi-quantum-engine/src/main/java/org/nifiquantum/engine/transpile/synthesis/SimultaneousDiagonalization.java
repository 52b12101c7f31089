// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.synthesis;

import org.nifiquantum.engine.operator.ComplexMatrix;

/**
 * Real orthogonal eigenvectors of a complex symmetric unitary: its real and imaginary parts commute and are diagonalised together
 * by Jacobi rotations (Bunse-Gerstner, Byers and Mehrmann, SIAM J. Matrix Anal. Appl. 14 (1993) 927), which stays exact where
 * eigenvalues coincide.
 */
final class SimultaneousDiagonalization {
    private static final int MOST_SWEEPS = 40;
    private static final double CONVERGED = 1e-15;

    private SimultaneousDiagonalization() {}

    /** The eigenvectors as columns of a real matrix of determinant 1. */
    static ComplexMatrix eigenvectors(ComplexMatrix symmetric) {
        double[][] re = new double[4][4];
        double[][] im = new double[4][4];
        double[][] vectors = new double[4][4];
        for (int row = 0; row < 4; row++) {
            vectors[row][row] = 1;
            for (int column = 0; column < 4; column++) {
                re[row][column] = symmetric.real(row, column);
                im[row][column] = symmetric.imaginary(row, column);
            }
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && sweep(re, im, vectors); sweep++) {}
        return matrix(vectors);
    }

    /** One rotation for each pair of rows; false when nothing is left to rotate. */
    private static boolean sweep(double[][] re, double[][] im, double[][] vectors) {
        boolean rotated = false;
        for (int i = 0; i < 3; i++) {
            for (int j = i + 1; j < 4; j++) {
                double off = 4 * (re[i][j] * re[i][j] + im[i][j] * im[i][j]);
                if (off > CONVERGED * CONVERGED) {
                    double dr = re[i][i] - re[j][j];
                    double di = im[i][i] - im[j][j];
                    double diagonal = dr * dr + di * di;
                    double mixed = 2 * (dr * re[i][j] + di * im[i][j]);
                    double angle = Math.atan2(2 * mixed, diagonal - off) / 4;
                    rotate(re, i, j, angle);
                    rotate(im, i, j, angle);
                    rotateColumns(vectors, i, j, angle);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private static void rotate(double[][] matrix, int i, int j, double angle) {
        rotateColumns(matrix, i, j, angle);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int column = 0; column < 4; column++) {
            double a = matrix[i][column];
            double b = matrix[j][column];
            matrix[i][column] = cos * a + sin * b;
            matrix[j][column] = cos * b - sin * a;
        }
    }

    private static void rotateColumns(double[][] matrix, int i, int j, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (double[] row : matrix) {
            double a = row[i];
            double b = row[j];
            row[i] = cos * a + sin * b;
            row[j] = cos * b - sin * a;
        }
    }

    private static ComplexMatrix matrix(double[][] vectors) {
        double[] values = new double[32];
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                values[2 * (4 * row + column)] = vectors[row][column];
            }
        }
        return ComplexMatrix.of(2, values);
    }
}
