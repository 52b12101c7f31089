// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Optional;

/** Sums over all basis states whose bits do not depend on the number of threads. */
public final class BlockSums {
    private static final int BLOCK = 1 << 12;

    private BlockSums() {}

    /** Adds up something for the basis states from {@code first} to {@code end - 1}, in a fixed order. */
    @FunctionalInterface
    public interface BlockSum {
        double sum(int first, int end, Scratch scratch);
    }

    public static double sum(int size, Workers workers, BlockSum block) {
        double total = 0;
        for (double partial : partials(size, workers, block)) {
            total += partial;
        }
        return total;
    }

    /** {@code sum |a_x|^2} of each block. */
    public static double[] norms(Amplitudes state, Workers workers) {
        Optional<BlockKernels> kernels = workers.kernelsFor(state);
        if (kernels.isPresent()) {
            return partials(
                    state.size(),
                    workers,
                    (first, end, scratch) -> kernels.get().norm(state.real, state.imaginary, first, end - first));
        }
        return partials(state.size(), workers, (first, end, scratch) -> {
            double sum = 0;
            for (int index = first; index < end; index++) {
                sum += state.probability(index);
            }
            return sum;
        });
    }

    /** The sum of each block of {@link #blockLength} states. */
    public static double[] partials(int size, Workers workers, BlockSum block) {
        int length = blockLength(size);
        double[] partials = new double[size / length];
        workers.run(
                partials.length,
                size,
                (index, scratch) -> partials[index] = block.sum(index * length, (index + 1) * length, scratch));
        return partials;
    }

    /** Whether there is nothing to hand out and nothing to add up. */
    static boolean isOneBlock(int size) {
        return size <= BLOCK;
    }

    public static int blockLength(int size) {
        return Math.min(size, BLOCK);
    }
}
