// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.operator;

import java.util.Arrays;
import org.nifiquantum.engine.circuit.UnitaryMatrix;

/**
 * A small immutable complex matrix on one or more qubits, unitary or not, such as a Kraus operator. Bit {@code k} of a row or
 * column index is operand {@code k}.
 */
public final class ComplexMatrix {
    private final int dimension;
    /** Row by row, real before imaginary part. */
    private final double[] values;

    private ComplexMatrix(int dimension, double[] values) {
        this.dimension = dimension;
        this.values = values;
    }

    /**
     * A matrix from its numbers.
     *
     * @param qubits how many it acts on: it has {@code 2^qubits} rows and columns
     * @param values row by row, real before imaginary part: {@code 2 * 4^qubits} finite numbers
     * @throws IllegalArgumentException if there are more or fewer, or one is not finite
     */
    public static ComplexMatrix of(int qubits, double... values) {
        if (qubits < 1 || qubits > 6) {
            throw new IllegalArgumentException("A matrix acts on 1 to 6 qubits, not %d".formatted(qubits));
        }
        int dimension = 1 << qubits;
        if (values.length != 2 * dimension * dimension) {
            throw new IllegalArgumentException(
                    "A matrix on %d qubits has %d numbers (row by row, real before imaginary part), not %d"
                            .formatted(qubits, 2 * dimension * dimension, values.length));
        }
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A number of a matrix is not finite: " + Arrays.toString(values));
        }
        return new ComplexMatrix(dimension, values.clone());
    }

    /** The matrix of a gate. */
    public static ComplexMatrix of(UnitaryMatrix unitary) {
        int dimension = unitary.dimension();
        double[] values = new double[2 * dimension * dimension];
        for (int row = 0; row < dimension; row++) {
            for (int column = 0; column < dimension; column++) {
                values[2 * (row * dimension + column)] = unitary.real(row, column);
                values[2 * (row * dimension + column) + 1] = unitary.imaginary(row, column);
            }
        }
        return new ComplexMatrix(dimension, values);
    }

    public static ComplexMatrix identity(int qubits) {
        int dimension = 1 << qubits;
        double[] values = new double[2 * dimension * dimension];
        for (int row = 0; row < dimension; row++) {
            values[2 * row * (dimension + 1)] = 1;
        }
        return of(qubits, values);
    }

    public int dimension() {
        return dimension;
    }

    /** How many qubits it acts on. */
    public int qubits() {
        return Integer.numberOfTrailingZeros(dimension);
    }

    public double real(int row, int column) {
        return values[2 * (row * dimension + column)];
    }

    public double imaginary(int row, int column) {
        return values[2 * (row * dimension + column) + 1];
    }

    /** All numbers row by row, real before imaginary part; a copy. */
    public double[] values() {
        return values.clone();
    }

    /** The product that applies the other matrix first. */
    public ComplexMatrix times(ComplexMatrix other) {
        requireSameSize(other);
        double[] product = new double[values.length];
        for (int row = 0; row < dimension; row++) {
            for (int inner = 0; inner < dimension; inner++) {
                double re = real(row, inner);
                double im = imaginary(row, inner);
                for (int column = 0; column < dimension; column++) {
                    int index = 2 * (row * dimension + column);
                    product[index] += re * other.real(inner, column) - im * other.imaginary(inner, column);
                    product[index + 1] += re * other.imaginary(inner, column) + im * other.real(inner, column);
                }
            }
        }
        return new ComplexMatrix(dimension, product);
    }

    public ComplexMatrix times(double factor) {
        return new ComplexMatrix(
                dimension, Arrays.stream(values).map(value -> value * factor).toArray());
    }

    public ComplexMatrix plus(ComplexMatrix other) {
        requireSameSize(other);
        double[] sum = values.clone();
        for (int index = 0; index < sum.length; index++) {
            sum[index] += other.values[index];
        }
        return new ComplexMatrix(dimension, sum);
    }

    /** Each number replaced by its complex conjugate. */
    public ComplexMatrix conjugate() {
        double[] conjugate = values.clone();
        for (int index = 1; index < conjugate.length; index += 2) {
            conjugate[index] = -conjugate[index];
        }
        return new ComplexMatrix(dimension, conjugate);
    }

    /** The conjugate transpose. */
    public ComplexMatrix adjoint() {
        double[] adjoint = new double[values.length];
        for (int from = 0; from < dimension; from++) {
            for (int to = 0; to < dimension; to++) {
                adjoint[2 * (to * dimension + from)] = real(from, to);
                adjoint[2 * (to * dimension + from) + 1] = -imaginary(from, to);
            }
        }
        return new ComplexMatrix(dimension, adjoint);
    }

    /** The product with a matrix on further operands, numbered after those of this one. */
    public ComplexMatrix and(ComplexMatrix high) {
        int size = dimension * high.dimension;
        double[] product = new double[2 * size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double re = real(row % dimension, column % dimension);
                double im = imaginary(row % dimension, column % dimension);
                double highRe = high.real(row / dimension, column / dimension);
                double highIm = high.imaginary(row / dimension, column / dimension);
                product[2 * (row * size + column)] = re * highRe - im * highIm;
                product[2 * (row * size + column) + 1] = re * highIm + im * highRe;
            }
        }
        return new ComplexMatrix(size, product);
    }

    /** The largest difference of any real or imaginary part. */
    public double distance(ComplexMatrix other) {
        requireSameSize(other);
        double largest = 0;
        for (int index = 0; index < values.length; index++) {
            largest = Math.max(largest, Math.abs(values[index] - other.values[index]));
        }
        return largest;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof ComplexMatrix other && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "ComplexMatrix" + Arrays.toString(values);
    }

    private void requireSameSize(ComplexMatrix other) {
        if (other.dimension != dimension) {
            throw new IllegalArgumentException("Matrices of %d and %d rows".formatted(dimension, other.dimension));
        }
    }
}
