// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.List;
import org.nifiquantum.engine.circuit.Action.OneQubitMatrix;
import org.nifiquantum.engine.simulation.compile.Primitive.MatrixFactor;

/** Computes the product of matrices of 2 rows and 2 columns from slot values. */
final class MatrixProgram {
    private static final int NUMBERS = 8;

    private final List<OneQubitMatrix> matrices;
    private final List<AngleProgram> parameters;

    /** Takes the factors in the order in which they are applied. */
    MatrixProgram(List<MatrixFactor> factors) {
        matrices = factors.stream().map(MatrixFactor::matrix).toList();
        parameters = factors.stream()
                .map(factor -> new AngleProgram(factor.parameters()))
                .toList();
    }

    /** The product row by row, real before imaginary part. */
    double[] evaluate(double[] slotValues) {
        double[] product = factor(0, slotValues);
        for (int index = 1; index < matrices.size(); index++) {
            product = multiply(factor(index, slotValues), product);
        }
        return product;
    }

    private double[] factor(int index, double[] slotValues) {
        double[] matrix = new double[NUMBERS];
        matrices.get(index).write(parameters.get(index).evaluate(slotValues), matrix);
        return matrix;
    }

    private static double[] multiply(double[] left, double[] right) {
        double[] product = new double[NUMBERS];
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                for (int inner = 0; inner < 2; inner++) {
                    int l = 2 * (2 * row + inner);
                    int r = 2 * (2 * inner + column);
                    int p = 2 * (2 * row + column);
                    product[p] += left[l] * right[r] - left[l + 1] * right[r + 1];
                    product[p + 1] += left[l] * right[r + 1] + left[l + 1] * right[r];
                }
            }
        }
        return product;
    }
}
