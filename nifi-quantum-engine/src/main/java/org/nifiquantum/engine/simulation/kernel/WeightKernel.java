// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/** Sums and rescales amplitudes by the value of qubits: what measuring and projecting need. */
public final class WeightKernel {
    private static final int STATES_PER_TASK = 1 << 13;

    private WeightKernel() {}

    /** {@code sum |a_x|^2} over all x. */
    public static double norm(Amplitudes state, Workers workers) {
        return BlockSums.sum(
                state.size(), workers, (first, end, scratch) -> weight(state.real, state.imaginary, first, end));
    }

    /** {@code sum |a_x|^2} over the x in which the qubit has the value. */
    public static double of(Amplitudes state, int qubit, boolean value, Workers workers) {
        int bit = 1 << qubit;
        int wanted = value ? bit : 0;
        return BlockSums.sum(state.size(), workers, (first, end, scratch) -> {
            if (bit >= end - first) {
                return (first & bit) != wanted ? 0 : weight(state.real, state.imaginary, first, end);
            }
            double sum = 0;
            for (int run = first + wanted; run < end; run += 2 * bit) {
                sum += weight(state.real, state.imaginary, run, run + bit);
            }
            return sum;
        });
    }

    /** Multiplies by a complex number where all qubits of the mask are 1. */
    public static void scale(Amplitudes state, int mask, double re, double im, Workers workers) {
        int run = mask == 0 ? state.size() : Integer.lowestOneBit(mask);
        forEachRun(state, mask, Math.min(run, STATES_PER_TASK), workers, (first, end) -> {
            double[] reals = state.real;
            double[] imaginaries = state.imaginary;
            for (int index = first; index < end; index++) {
                double real = reals[index];
                double imaginary = imaginaries[index];
                reals[index] = real * re - imaginary * im;
                imaginaries[index] = real * im + imaginary * re;
            }
        });
    }

    /** Multiplies by a real number where the qubit has the value, and by 0 elsewhere. */
    public static void project(Amplitudes state, int qubit, boolean value, double factor, Workers workers) {
        double one = value ? factor : 0;
        double zero = value ? 0 : factor;
        PairKernel.apply(state, 0, qubit, new double[] {zero, 0, 0, 0, 0, 0, one, 0}, workers);
    }

    /** Two sums in a fixed order: with one, each addition would wait for the last. */
    private static double weight(double[] real, double[] imaginary, int first, int end) {
        double even = 0;
        double odd = 0;
        int index = first;
        for (; index + 1 < end; index += 2) {
            even += real[index] * real[index] + imaginary[index] * imaginary[index];
            odd += real[index + 1] * real[index + 1] + imaginary[index + 1] * imaginary[index + 1];
        }
        if (index < end) {
            even += real[index] * real[index] + imaginary[index] * imaginary[index];
        }
        return even + odd;
    }

    @FunctionalInterface
    private interface RunConsumer {
        void accept(int first, int end);
    }

    /** Goes through the states in which all qubits of the mask are 1, in runs of neighbours. */
    private static void forEachRun(Amplitudes state, int mask, int run, Workers workers, RunConsumer consumer) {
        int states = state.size() >> Integer.bitCount(mask);
        int runs = states / run;
        int tasks = Math.max(1, Math.min(runs, states / STATES_PER_TASK));
        int runsPerTask = runs / tasks;
        int fixed = mask | (run - 1);
        workers.run(tasks, states, (task, scratch) -> {
            int start = Subspace.spread(task * runsPerTask, fixed);
            for (int index = 0; index < runsPerTask; index++) {
                consumer.accept(start | mask, (start | mask) + run);
                start = Subspace.next(start, fixed);
            }
        });
    }
}
