// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Optional;

/** Goes through the pairs of amplitudes that differ in a target qubit where all controls are 1. */
public final class PairKernel {
    private static final int PAIRS_PER_TASK = 1 << 12;

    private PairKernel() {}

    /** Applies a matrix of 2 rows and 2 columns to the target, given row by row with real before imaginary part. */
    public static void apply(Amplitudes state, int controls, int target, double[] m, Workers workers) {
        double[] re = state.real;
        double[] im = state.imaginary;
        Optional<BlockKernels> kernels = workers.kernelsFor(state);
        if (kernels.isPresent()
                && Integer.numberOfTrailingZeros(controls | 1 << target)
                        >= kernels.get().smallestBlock()) {
            forEachRun(
                    state,
                    controls,
                    target,
                    workers,
                    (first, end, distance) -> kernels.get().pairs(re, im, first, end, distance, m));
            return;
        }
        if (kernels.isPresent() && controls == 0) {
            forEachBlock(state, workers, (first, end) -> kernels.get().lane(re, im, first, end, target, m));
            return;
        }
        forEachRun(state, controls, target, workers, (first, end, distance) -> {
            for (int zero = first; zero < end; zero++) {
                int one = zero + distance;
                double r0 = re[zero];
                double i0 = im[zero];
                double r1 = re[one];
                double i1 = im[one];
                re[zero] = m[0] * r0 - m[1] * i0 + m[2] * r1 - m[3] * i1;
                im[zero] = m[0] * i0 + m[1] * r0 + m[2] * i1 + m[3] * r1;
                re[one] = m[4] * r0 - m[5] * i0 + m[6] * r1 - m[7] * i1;
                im[one] = m[4] * i0 + m[5] * r0 + m[6] * i1 + m[7] * r1;
            }
        });
    }

    @FunctionalInterface
    private interface BlockConsumer {
        void accept(int first, int end);
    }

    private static void forEachBlock(Amplitudes state, Workers workers, BlockConsumer consumer) {
        int length = Math.min(state.size(), 2 * PAIRS_PER_TASK);
        workers.run(
                state.size() / length,
                state.size(),
                (block, scratch) -> consumer.accept(block * length, (block + 1) * length));
    }

    /** Exchanges 0 and 1 of the target. */
    public static void flip(Amplitudes state, int controls, int target, Workers workers) {
        forEachRun(state, controls, target, workers, (first, end, distance) -> exchange(state, first, end, distance));
    }

    /** Exchanges two qubits. */
    public static void exchange(Amplitudes state, int controls, int first, int second, Workers workers) {
        int other = 1 << second;
        // The pairs that differ in both: from first = 0, second = 1 to first = 1, second = 0.
        forEachRun(
                state,
                controls | other,
                first,
                workers,
                (start, end, distance) -> exchange(state, start, end, distance - other));
    }

    private static void exchange(Amplitudes state, int first, int end, int distance) {
        for (int one = first; one < end; one++) {
            double real = state.real[one];
            double imaginary = state.imaginary[one];
            state.real[one] = state.real[one + distance];
            state.imaginary[one] = state.imaginary[one + distance];
            state.real[one + distance] = real;
            state.imaginary[one + distance] = imaginary;
        }
    }

    /** Pairs whose first amplitudes are neighbours, from {@code first} to {@code end - 1}; the second are a distance away. */
    @FunctionalInterface
    private interface RunConsumer {
        void accept(int first, int end, int distance);
    }

    private static void forEachRun(Amplitudes state, int controls, int target, Workers workers, RunConsumer consumer) {
        int fixed = controls | (1 << target);
        int pairs = state.size() >> Integer.bitCount(fixed);
        int tasks = Math.max(1, pairs / PAIRS_PER_TASK);
        int pairsPerTask = pairs / tasks;
        int run = Math.min(pairsPerTask, Integer.lowestOneBit(fixed));
        workers.run(tasks, 2 * pairs, (task, scratch) -> {
            int fixedAndRun = fixed | (run - 1);
            int zero = Subspace.spread(task * pairsPerTask, fixed);
            for (int pair = 0; pair < pairsPerTask; pair += run) {
                int first = zero | controls;
                consumer.accept(first, first + run, 1 << target);
                zero = Subspace.next(zero, fixedAndRun);
            }
        });
    }
}
