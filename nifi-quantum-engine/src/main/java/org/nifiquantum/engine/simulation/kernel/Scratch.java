// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/** Arrays for one task at a time. */
public final class Scratch {
    /** Rows of a {@link TileKernel}. */
    final double[][] realRows = new double[TileKernel.ROWS][TileKernel.COLUMNS];

    final double[][] imaginaryRows = new double[TileKernel.ROWS][TileKernel.COLUMNS];

    /** Rows of diagonal functions, phases and their factors. */
    final double[] values = new double[DiagonalFunction.ROW];

    final double[] cosines = new double[DiagonalFunction.ROW];
    final double[] reduced = new double[DiagonalFunction.ROW];
    final double[] squares = new double[DiagonalFunction.ROW];
    final double[] quarters = new double[DiagonalFunction.ROW];
    final double[] sines = new double[DiagonalFunction.ROW];
    final double[] real = new double[DiagonalFunction.ROW];
    final double[] imaginary = new double[DiagonalFunction.ROW];

    private Scratch second;
    private double[] blockReal = {};
    private double[] blockImaginary = {};

    /** At least so many numbers, whatever they are. */
    double[] blockReal(int length) {
        if (blockReal.length < length) {
            blockReal = new double[length];
        }
        return blockReal;
    }

    double[] blockImaginary(int length) {
        if (blockImaginary.length < length) {
            blockImaginary = new double[length];
        }
        return blockImaginary;
    }

    /** Arrays for a second state beside the first; taken when first needed. */
    Scratch second() {
        if (second == null) {
            second = new Scratch();
        }
        return second;
    }
}
