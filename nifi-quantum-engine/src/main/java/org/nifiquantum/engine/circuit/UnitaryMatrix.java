// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.Arrays;
import java.util.List;

/** A small immutable unitary, such as that of a gate. */
public final class UnitaryMatrix {
    private final int dimension;
    /** Row by row, real before imaginary part. */
    private final double[] values;

    private UnitaryMatrix(int dimension, double[] values) {
        this.dimension = dimension;
        this.values = values;
    }

    static UnitaryMatrix of(Action action, double... parameters) {
        List<Expression> constants =
                Arrays.stream(parameters).mapToObj(Expression::constant).toList();
        return switch (action) {
            case Action.Phase phase -> diagonal(constant(phase.angle().apply(constants)));
            case Action.Diagonal diagonal ->
                diagonal(
                        constant(diagonal.zero().apply(constants)),
                        constant(diagonal.one().apply(constants)));
            case Action.Flip flip -> permutation(1, 0);
            case Action.Exchange exchange -> permutation(0, 2, 1, 3);
            case Action.Dense dense -> {
                double[] values = new double[8];
                dense.matrix().write(parameters, values);
                yield new UnitaryMatrix(2, values);
            }
        };
    }

    public int dimension() {
        return dimension;
    }

    public double real(int row, int column) {
        return values[2 * (row * dimension + column)];
    }

    public double imaginary(int row, int column) {
        return values[2 * (row * dimension + column) + 1];
    }

    /** This matrix where the given number of new first operands are all 1, else the identity. */
    UnitaryMatrix controlled(int controls) {
        int size = dimension << controls;
        int active = (1 << controls) - 1;
        double[] controlled = new double[2 * size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                boolean sameControls = (row & active) == (column & active);
                int index = 2 * (row * size + column);
                if (sameControls && (row & active) == active) {
                    controlled[index] = real(row >> controls, column >> controls);
                    controlled[index + 1] = imaginary(row >> controls, column >> controls);
                } else if (row == column) {
                    controlled[index] = 1;
                }
            }
        }
        return new UnitaryMatrix(size, controlled);
    }

    private static double constant(Expression expression) {
        return expression.evaluate(name -> {
            throw new IllegalStateException("Unbound parameter " + name);
        });
    }

    private static UnitaryMatrix diagonal(double... angles) {
        double[] values = new double[2 * angles.length * angles.length];
        for (int row = 0; row < angles.length; row++) {
            values[2 * row * (angles.length + 1)] = Math.cos(angles[row]);
            values[2 * row * (angles.length + 1) + 1] = Math.sin(angles[row]);
        }
        return new UnitaryMatrix(angles.length, values);
    }

    private static UnitaryMatrix permutation(int... rowOfColumn) {
        int size = rowOfColumn.length;
        double[] values = new double[2 * size * size];
        for (int column = 0; column < size; column++) {
            values[2 * (rowOfColumn[column] * size + column)] = 1;
        }
        return new UnitaryMatrix(size, values);
    }
}
