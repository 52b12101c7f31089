// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Optional;

/**
 * Undoes phases on two states and takes sums of {@code w(x) = Im conj(b_x) a_x} on the way. Phases are the same on both states, so
 * w does not change by them.
 */
public final class AdjointPhaseKernel {
    /** A fixed number of parts, so that neither the bits nor the memory for sums depend on the number of threads or rows. */
    private static final int MOST_TASKS = 64;

    private AdjointPhaseKernel() {}

    /** Undoes phases of {@code scale} times a table, if told to, and returns {@code sum_x w(x) table(x)}. */
    public static double apply(
            Amplitudes ket, Amplitudes bra, PhaseTable table, double scale, boolean undo, Workers workers) {
        Optional<BlockKernels> kernels = workers.kernelsFor(ket);
        if (kernels.isPresent() && table.indices().isPresent()) {
            return apply(ket, bra, table.indices().get(), table.values(), scale, undo, kernels.get(), workers);
        }
        double bound = Math.abs(scale) * table.largest();
        Optional<double[][]> factors = table.indices().map(indices -> factors(table.values(), -scale));
        return forEachRow(ket, 1, workers, (row, length, scratch, sums) -> {
            int first = row * length;
            for (int column = 0; column < length; column++) {
                scratch.values[column] = table.value(first + column);
            }
            load(ket, bra, first, length, scratch);
            weigh(scratch, length);
            sums[0] += dot(scratch.values, scratch.second().values, length);
            if (undo) {
                if (factors.isPresent()) {
                    look(table.indices().get(), factors.get(), first, length, scratch);
                } else {
                    scale(scratch.values, -scale, length);
                    SinCos.rows(scratch, length, bound);
                }
                rotateAndStore(ket, bra, first, length, scratch);
            }
        })[0];
    }

    private static double apply(
            Amplitudes ket,
            Amplitudes bra,
            char[] indices,
            double[] values,
            double scale,
            boolean undo,
            BlockKernels kernels,
            Workers workers) {
        PhaseFactors factors = PhaseFactors.of(indices, values, -scale, 1);
        return BlockSums.sum(ket.size(), workers, (first, end, scratch) -> {
            int length = end - first;
            double sum =
                    kernels.weighted(ket.real, ket.imaginary, bra.real, bra.imaginary, first, length, indices, values);
            if (undo) {
                BlockKernels.Window window = new BlockKernels.Window(first, 1, length, first, length);
                kernels.turn(ket.real, ket.imaginary, window, factors);
                kernels.turn(bra.real, bra.imaginary, window, factors);
            }
            return sum;
        });
    }

    /** Undoes phases of a function, if told to, and returns {@code sum_x w(x) (-1)^parity(x & mask_k)} for each mask. */
    public static double[] apply(
            Amplitudes ket,
            Amplitudes bra,
            DiagonalFunction function,
            double[] coefficients,
            boolean undo,
            Workers workers) {
        double bound = 0;
        double[] negative = new double[coefficients.length];
        for (int index = 0; index < coefficients.length; index++) {
            bound += Math.abs(coefficients[index]);
            negative[index] = -coefficients[index];
        }
        double largest = bound;
        return forEachRow(ket, function.terms(), workers, (row, length, scratch, sums) -> {
            load(ket, bra, row * length, length, scratch);
            weigh(scratch, length);
            function.addRow(row, length, scratch.second().values, sums);
            if (undo) {
                function.row(row, length, negative, scratch.values);
                SinCos.rows(scratch, length, largest);
                rotateAndStore(ket, bra, row * length, length, scratch);
            }
        });
    }

    private static double[][] factors(double[] values, double scale) {
        double[][] factors = new double[2][values.length];
        for (int index = 0; index < values.length; index++) {
            factors[0][index] = Math.sin(scale * values[index]);
            factors[1][index] = Math.cos(scale * values[index]);
        }
        return factors;
    }

    private static void look(char[] indices, double[][] factors, int first, int length, Scratch scratch) {
        for (int column = 0; column < length; column++) {
            scratch.sines[column] = factors[0][indices[first + column]];
            scratch.cosines[column] = factors[1][indices[first + column]];
        }
    }

    private static void load(Amplitudes ket, Amplitudes bra, int first, int length, Scratch scratch) {
        System.arraycopy(ket.real, first, scratch.real, 0, length);
        System.arraycopy(ket.imaginary, first, scratch.imaginary, 0, length);
        System.arraycopy(bra.real, first, scratch.second().real, 0, length);
        System.arraycopy(bra.imaginary, first, scratch.second().imaginary, 0, length);
    }

    private static void weigh(Scratch scratch, int length) {
        Scratch bra = scratch.second();
        weigh(bra.real, bra.imaginary, scratch.real, scratch.imaginary, bra.values, length);
    }

    private static void weigh(double[] br, double[] bi, double[] kr, double[] ki, double[] weights, int length) {
        for (int i = 0; i < length; i++) {
            weights[i] = br[i] * ki[i] - bi[i] * kr[i];
        }
    }

    private static void rotateAndStore(Amplitudes ket, Amplitudes bra, int first, int length, Scratch scratch) {
        Scratch second = scratch.second();
        PhaseKernel.rotate(scratch.real, scratch.imaginary, scratch.sines, scratch.cosines, length);
        PhaseKernel.rotate(second.real, second.imaginary, scratch.sines, scratch.cosines, length);
        System.arraycopy(scratch.real, 0, ket.real, first, length);
        System.arraycopy(scratch.imaginary, 0, ket.imaginary, first, length);
        System.arraycopy(second.real, 0, bra.real, first, length);
        System.arraycopy(second.imaginary, 0, bra.imaginary, first, length);
    }

    private static void scale(double[] values, double factor, int length) {
        for (int i = 0; i < length; i++) {
            values[i] *= factor;
        }
    }

    private static double dot(double[] left, double[] right, int length) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            even += left[i] * right[i];
            odd += left[i + 1] * right[i + 1];
        }
        return (length & 1) == 0 ? even + odd : even + odd + left[length - 1] * right[length - 1];
    }

    @FunctionalInterface
    private interface RowTask {
        void run(int row, int length, Scratch scratch, double[] sums);
    }

    private static double[] forEachRow(Amplitudes state, int sums, Workers workers, RowTask rowTask) {
        int length = DiagonalFunction.rowLength(state.qubits());
        int rows = state.size() / length;
        int tasks = Math.min(rows, MOST_TASKS);
        int rowsPerTask = rows / tasks;
        double[][] partials = new double[tasks][sums];
        workers.run(tasks, state.size(), (task, scratch) -> {
            for (int row = task * rowsPerTask; row < (task + 1) * rowsPerTask; row++) {
                rowTask.run(row, length, scratch, partials[task]);
            }
        });
        return TransitionKernel.sum(partials);
    }
}
