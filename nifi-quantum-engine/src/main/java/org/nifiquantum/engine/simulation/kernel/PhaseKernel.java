// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/** Multiplies every amplitude by {@code exp(i f(x))} for a diagonal function f. */
public final class PhaseKernel {
    private PhaseKernel() {}

    /** The function is computed on the way. */
    public static void apply(Amplitudes state, DiagonalFunction function, double[] coefficients, Workers workers) {
        double bound = 0;
        for (double coefficient : coefficients) {
            bound += Math.abs(coefficient);
        }
        double largest = bound;
        forEachRow(state, workers, (row, length, scratch) -> {
            function.row(row, length, coefficients, scratch.values);
            SinCos.rows(scratch, length, largest);
            multiply(state, row * length, length, scratch);
        });
    }

    /** The function is {@code scale} times a table. */
    public static void apply(Amplitudes state, PhaseTable table, double scale, Workers workers) {
        if (table.indices().isPresent()) {
            applyIndexed(state, table.values(), table.indices().get(), scale, workers);
            return;
        }
        double bound = Math.abs(scale) * table.largest();
        forEachRow(state, workers, (row, length, scratch) -> {
            System.arraycopy(table.values(), row * length, scratch.values, 0, length);
            scale(scratch.values, scale, length);
            SinCos.rows(scratch, length, bound);
            multiply(state, row * length, length, scratch);
        });
    }

    private static void applyIndexed(Amplitudes state, double[] values, char[] indices, double scale, Workers workers) {
        double[] cosines = new double[values.length];
        double[] sines = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            cosines[index] = Math.cos(scale * values[index]);
            sines[index] = Math.sin(scale * values[index]);
        }
        forEachRow(state, workers, (row, length, scratch) -> {
            for (int index = row * length; index < (row + 1) * length; index++) {
                double cos = cosines[indices[index]];
                double sin = sines[indices[index]];
                double real = state.real[index];
                double imaginary = state.imaginary[index];
                state.real[index] = real * cos - imaginary * sin;
                state.imaginary[index] = real * sin + imaginary * cos;
            }
        });
    }

    private static void scale(double[] values, double scale, int length) {
        for (int i = 0; i < length; i++) {
            values[i] *= scale;
        }
    }

    static void multiply(Amplitudes state, int first, int length, Scratch scratch) {
        System.arraycopy(state.real, first, scratch.real, 0, length);
        System.arraycopy(state.imaginary, first, scratch.imaginary, 0, length);
        rotate(scratch.real, scratch.imaginary, scratch.sines, scratch.cosines, length);
        System.arraycopy(scratch.real, 0, state.real, first, length);
        System.arraycopy(scratch.imaginary, 0, state.imaginary, first, length);
    }

    static void rotate(double[] real, double[] imaginary, double[] sines, double[] cosines, int length) {
        for (int i = 0; i < length; i++) {
            double re = real[i];
            double im = imaginary[i];
            real[i] = re * cosines[i] - im * sines[i];
            imaginary[i] = re * sines[i] + im * cosines[i];
        }
    }

    @FunctionalInterface
    private interface RowTask {
        void run(int row, int length, Scratch scratch);
    }

    private static void forEachRow(Amplitudes state, Workers workers, RowTask task) {
        int length = DiagonalFunction.rowLength(state.qubits());
        workers.run(state.size() / length, state.size(), (row, scratch) -> task.run(row, length, scratch));
    }
}
