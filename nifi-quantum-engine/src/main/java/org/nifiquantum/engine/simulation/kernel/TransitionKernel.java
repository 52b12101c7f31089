// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/**
 * {@code Im <b|P|a>} for two states and the Pauli matrices P on a qubit: what the derivative of an expectation by a gate's
 * parameter is made of.
 */
public final class TransitionKernel {
    /** How many numbers there are: for the identity, X, Y and Z. */
    public static final int COMPONENTS = 4;

    private static final int PAIRS_PER_TASK = 1 << 12;

    private TransitionKernel() {}

    /** The components where all controls are 1: identity, X, Y, Z. */
    public static double[] components(Amplitudes ket, Amplitudes bra, int controls, int target, Workers workers) {
        int bit = 1 << target;
        int fixed = controls | bit;
        int pairs = ket.size() >> Integer.bitCount(fixed);
        int tasks = Math.max(1, pairs / PAIRS_PER_TASK);
        int pairsPerTask = pairs / tasks;
        double[][] partials = new double[tasks][COMPONENTS];
        workers.run(tasks, 2 * pairs, (task, scratch) -> {
            double zeroZero = 0;
            double oneOne = 0;
            double x = 0;
            double y = 0;
            int free = Subspace.spread(task * pairsPerTask, fixed);
            for (int pair = 0; pair < pairsPerTask; pair++) {
                int zero = free | controls;
                int one = zero | bit;
                double k0r = ket.real[zero];
                double k0i = ket.imaginary[zero];
                double k1r = ket.real[one];
                double k1i = ket.imaginary[one];
                double b0r = bra.real[zero];
                double b0i = bra.imaginary[zero];
                double b1r = bra.real[one];
                double b1i = bra.imaginary[one];
                zeroZero += b0r * k0i - b0i * k0r;
                oneOne += b1r * k1i - b1i * k1r;
                x += b0r * k1i - b0i * k1r + b1r * k0i - b1i * k0r;
                y += b1r * k0r + b1i * k0i - b0r * k1r - b0i * k1i;
                free = Subspace.next(free, fixed);
            }
            partials[task] = new double[] {zeroZero + oneOne, x, y, zeroZero - oneOne};
        });
        return sum(partials);
    }

    /** Adds up in order, so that the bits do not depend on the number of threads. */
    static double[] sum(double[][] partials) {
        double[] sum = new double[partials[0].length];
        for (double[] partial : partials) {
            for (int index = 0; index < sum.length; index++) {
                sum[index] += partial[index];
            }
        }
        return sum;
    }
}
