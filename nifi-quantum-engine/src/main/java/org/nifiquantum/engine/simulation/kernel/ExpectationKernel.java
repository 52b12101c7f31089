// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Optional;

/** Expectations of Pauli sums. */
public final class ExpectationKernel {
    /** Vectors for strings are taken four at a time. */
    private static final int SMALLEST_FOR_VECTORS = 32;

    private ExpectationKernel() {}

    /** {@code sum_x |a_x|^2 f(x)^power}, the function from a table. */
    public static double diagonal(Amplitudes state, PhaseTable table, int power, Workers workers) {
        Optional<BlockKernels> kernels = workers.kernelsFor(state);
        if (kernels.isPresent() && power == 1) {
            return diagonal(state, table, kernels.get(), workers);
        }
        return BlockSums.sum(state.size(), workers, (first, end, scratch) -> {
            double sum = 0;
            for (int index = first; index < end; index++) {
                double value = table.value(index);
                sum += state.probability(index) * (power == 1 ? value : value * value);
            }
            return sum;
        });
    }

    private static double diagonal(Amplitudes state, PhaseTable table, BlockKernels kernels, Workers workers) {
        double[] values = table.values();
        return BlockSums.sum(
                state.size(),
                workers,
                (first, end, scratch) -> table.indices().isPresent()
                        ? kernels.weighted(
                                state.real,
                                state.imaginary,
                                first,
                                end - first,
                                table.indices().get(),
                                values)
                        : kernels.weighted(state.real, state.imaginary, first, end - first, values));
    }

    /** {@code sum_x |a_x|^2 f(x)^power}, the function computed on the way. */
    public static double diagonal(
            Amplitudes state, DiagonalFunction function, double[] coefficients, int power, Workers workers) {
        int length = DiagonalFunction.rowLength(state.qubits());
        return BlockSums.sum(state.size(), workers, (first, end, scratch) -> {
            double sum = 0;
            for (int row = first / length; row * length < end; row++) {
                function.row(row, length, coefficients, scratch.values);
                for (int column = 0; column < length; column++) {
                    double value = scratch.values[column];
                    sum += state.probability(row * length + column) * (power == 1 ? value : value * value);
                }
            }
            return sum;
        });
    }

    /**
     * The sum of the expectations of groups of Pauli strings.
     *
     * <p>A string maps {@code |x>} to {@code i^y (-1)^parity(x & z) |x ^ flips>} with y letters Y, so x and its partner give
     * conjugate contributions: half of the states suffice. Strings that flip nothing need them all.
     */
    public static double groups(Amplitudes state, FlipGroup[] groups, Workers workers) {
        Optional<BlockKernels> kernels =
                state.size() < SMALLEST_FOR_VECTORS ? Optional.empty() : workers.kernelsFor(state);
        if (BlockSums.isOneBlock(state.size())) {
            return groups(state, groups, kernels, 0, state.size());
        }
        return BlockSums.sum(
                state.size(), workers, (first, end, scratch) -> groups(state, groups, kernels, first, end));
    }

    private static double groups(
            Amplitudes state, FlipGroup[] groups, Optional<BlockKernels> kernels, int first, int end) {
        double sum = 0;
        for (FlipGroup group : groups) {
            sum += kernels.isPresent()
                    ? kernels.get().expectation(state.real, state.imaginary, first, end - first, group)
                    : expectation(state, group, first, end);
        }
        return sum;
    }

    private static double expectation(Amplitudes state, FlipGroup group, int first, int end) {
        int leading = Integer.highestOneBit(group.flips());
        double sum = 0;
        for (int index = first; index < end; index++) {
            if ((index & leading) != 0) {
                continue;
            }
            int partner = index ^ group.flips();
            double re = state.real[partner] * state.real[index] + state.imaginary[partner] * state.imaginary[index];
            double im = state.real[partner] * state.imaginary[index] - state.imaginary[partner] * state.real[index];
            sum += re * group.realOf(index) - im * group.imaginaryOf(index);
        }
        return leading == 0 ? sum : 2 * sum;
    }

    /** {@code |O a|^2} for the sum of the groups; one of them may flip nothing. */
    public static double squaredNorm(Amplitudes state, FlipGroup[] groups, Workers workers) {
        return BlockSums.sum(state.size(), workers, (first, end, scratch) -> {
            double sum = 0;
            for (int index = first; index < end; index++) {
                double re = 0;
                double im = 0;
                for (FlipGroup group : groups) {
                    int source = index ^ group.flips();
                    double real = group.realOf(source);
                    double imaginary = group.imaginaryOf(source);
                    re += real * state.real[source] - imaginary * state.imaginary[source];
                    im += real * state.imaginary[source] + imaginary * state.real[source];
                }
                sum += re * re + im * im;
            }
            return sum;
        });
    }

    /**
     * Fills an image with {@code O a} and returns the expectation {@code <a|O|a>}.
     *
     * @param image may be the state itself if there are no groups
     * @param groups the parts that are not in the table
     */
    public static double image(
            Amplitudes state, Amplitudes image, Optional<PhaseTable> table, FlipGroup[] groups, Workers workers) {
        Optional<BlockKernels> kernels = workers.kernelsFor(state)
                .filter(found -> table.flatMap(PhaseTable::indices).isPresent());
        return BlockSums.sum(state.size(), workers, (first, end, scratch) -> {
            if (image != state) {
                System.arraycopy(state.real, first, image.real, first, end - first);
                System.arraycopy(state.imaginary, first, image.imaginary, first, end - first);
            }
            double sum = kernels.isPresent()
                    ? weigh(image, table.get(), first, end, kernels.get())
                    : weigh(image, table, first, end);
            for (FlipGroup group : groups) {
                sum += addImage(state, image, group, first, end);
            }
            return sum;
        });
    }

    private static double weigh(Amplitudes image, PhaseTable table, int first, int end, BlockKernels kernels) {
        char[] indices = table.indices().orElseThrow();
        return kernels.weigh(image.real, image.imaginary, first, end - first, indices, table.values());
    }

    private static double weigh(Amplitudes image, Optional<PhaseTable> table, int first, int end) {
        double sum = 0;
        for (int index = first; index < end; index++) {
            double value = table.isPresent() ? table.get().value(index) : 0;
            sum += value * image.probability(index);
            image.real[index] *= value;
            image.imaginary[index] *= value;
        }
        return sum;
    }

    private static double addImage(Amplitudes state, Amplitudes image, FlipGroup group, int first, int end) {
        double sum = 0;
        for (int index = first; index < end; index++) {
            int source = index ^ group.flips();
            double real = group.realOf(source);
            double imaginary = group.imaginaryOf(source);
            double re = real * state.real[source] - imaginary * state.imaginary[source];
            double im = real * state.imaginary[source] + imaginary * state.real[source];
            image.real[index] += re;
            image.imaginary[index] += im;
            sum += state.real[index] * re + state.imaginary[index] * im;
        }
        return sum;
    }
}
