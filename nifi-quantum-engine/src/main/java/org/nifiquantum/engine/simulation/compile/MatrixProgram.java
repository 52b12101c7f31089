// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.List;
import org.nifiquantum.engine.circuit.Action.OneQubitMatrix;
import org.nifiquantum.engine.simulation.compile.Primitive.MatrixFactor;

/** Computes the product of matrices of 2 rows and 2 columns from slot values. */
final class MatrixProgram {
    private static final int NUMBERS = 8;

    private final List<MatrixFactor> factors;
    private final List<OneQubitMatrix> matrices;
    private final List<AngleProgram> parameters;

    /** Takes the factors in the order in which they are applied. */
    MatrixProgram(List<MatrixFactor> factors) {
        this.factors = List.copyOf(factors);
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

    /** Whether both are one and the same rotation about X. */
    boolean isRotationAboutX(MatrixProgram other) {
        return factors.size() == 1 && factors.getFirst().isRotationAboutX() && factors.equals(other.factors);
    }

    boolean isConstant() {
        return parameters.stream().allMatch(AngleProgram::isConstant);
    }

    /** What undoes the matrix. */
    static double[] adjoint(double[] matrix) {
        return new double[] {matrix[0], -matrix[1], matrix[4], -matrix[5], matrix[2], -matrix[3], matrix[6], -matrix[7]
        };
    }

    /** How the matrix changes with the slots. */
    Generators generators(double[] slotValues) {
        int[] slots = parameters.stream()
                .flatMapToInt(AngleProgram::slots)
                .distinct()
                .sorted()
                .toArray();
        double[][] components = new double[slots.length][4];
        if (slots.length == 0) {
            return new Generators(slots, components);
        }
        double[] inverse = adjoint(evaluate(slotValues));
        for (int factor = 0; factor < matrices.size(); factor++) {
            AngleProgram angles = parameters.get(factor);
            for (int angle = 0; angle < angles.size(); angle++) {
                if (!angles.isConstant(angle)) {
                    double[] generator = generator(multiply(derivative(factor, angle, slotValues), inverse));
                    for (int index = 0; index < slots.length; index++) {
                        double coefficient = angles.coefficient(angle, slots[index]);
                        for (int component = 0; component < 4; component++) {
                            components[index][component] += coefficient * generator[component];
                        }
                    }
                }
            }
        }
        return new Generators(slots, components);
    }

    /** The derivative of the product by one angle of a factor. */
    private double[] derivative(int factor, int angle, double[] slotValues) {
        double[] angles = parameters.get(factor).evaluate(slotValues);
        double[] product = MatrixDerivative.of(matrices.get(factor), angles, angle);
        for (int index = factor - 1; index >= 0; index--) {
            product = multiply(product, factor(index, slotValues));
        }
        for (int index = factor + 1; index < matrices.size(); index++) {
            product = multiply(factor(index, slotValues), product);
        }
        return product;
    }

    /** The components of an anti-Hermitian matrix divided by i. */
    private static double[] generator(double[] a) {
        return new double[] {(a[1] + a[7]) / 2, (a[3] + a[5]) / 2, (a[2] - a[4]) / 2, (a[1] - a[7]) / 2};
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
