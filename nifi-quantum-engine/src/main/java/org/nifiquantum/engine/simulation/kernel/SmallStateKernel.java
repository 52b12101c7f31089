// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Optional;

/**
 * Gates on a state so small that to hand out tasks, even to oneself, would take longer than a gate. For one thread, while it has
 * the state for itself.
 */
public final class SmallStateKernel {
    /** Below this, vectors are too few to pay for their constants. */
    private static final int SMALLEST_VECTOR_QUBITS = 6;

    private static final double[] IDENTITY = {1, 0, 0, 0, 0, 0, 1, 0};
    private static final double[] EXCHANGE = {0, 0, 1, 0, 1, 0, 0, 0};

    private final Amplitudes state;
    private final double[] re;
    private final double[] im;
    private final Optional<BlockKernels> kernels;

    public SmallStateKernel(Amplitudes state, Workers workers) {
        this.state = state;
        this.re = state.real;
        this.im = state.imaginary;
        this.kernels = state.qubits() < SMALLEST_VECTOR_QUBITS ? Optional.empty() : workers.kernelsFor(state);
    }

    /** As {@link Amplitudes#resetToProduct}. */
    public void resetToProduct(double phase, double[][] matrices) {
        int low = kernels.map(BlockKernels::smallestBlock).orElse(state.qubits());
        state.resetToProduct(phase, matrices, low);
        for (int qubit = low; qubit < state.qubits(); qubit++) {
            int half = 1 << qubit;
            double[] m = matrices[qubit];
            if (m == null) {
                state.clear(half, 2 * half);
            } else {
                kernels.get().scaled(re, im, m[4], m[5], re, im, half, half);
                kernels.get().scaled(re, im, m[0], m[1], re, im, 0, half);
            }
        }
    }

    /**
     * Applies a matrix to the target where all controls are 1.
     *
     * @param m row by row, real before imaginary part
     */
    public void apply(int controls, int target, double[] m) {
        int bit = 1 << target;
        if (controls == 0) {
            if (kernels.isPresent()) {
                applyInVectors(kernels.get(), target, m);
            } else {
                applyToAll(bit, m);
            }
            return;
        }
        if (Integer.bitCount(controls) == 1 && kernels.isPresent()) {
            kernels.get().choose(re, im, Integer.numberOfTrailingZeros(controls), target, IDENTITY, m);
            return;
        }
        int fixed = controls | bit;
        int run = Integer.lowestOneBit(fixed);
        int fixedAndRun = fixed | (run - 1);
        for (int free = 0; free < re.length; free = Subspace.next(free, fixedAndRun)) {
            pairs(free | controls, (free | controls) + run, bit, m);
        }
    }

    private void applyInVectors(BlockKernels vectors, int target, double[] m) {
        if (target < vectors.smallestBlock()) {
            vectors.lane(re, im, 0, re.length, target, m);
            return;
        }
        int bit = 1 << target;
        for (int first = 0; first < re.length; first += 2 * bit) {
            vectors.pairs(re, im, first, first + bit, bit, m);
        }
    }

    /** One loop over all pairs: with few of them, a loop for each row takes longer than its pairs. */
    private void applyToAll(int bit, double[] m) {
        double ar = m[0];
        double ai = m[1];
        double br = m[2];
        double bi = m[3];
        double cr = m[4];
        double ci = m[5];
        double dr = m[6];
        double di = m[7];
        int above = -bit;
        for (int pair = 0; pair < re.length / 2; pair++) {
            int zero = pair + (pair & above);
            int one = zero + bit;
            double r0 = re[zero];
            double i0 = im[zero];
            double r1 = re[one];
            double i1 = im[one];
            re[zero] = ar * r0 - ai * i0 + br * r1 - bi * i1;
            im[zero] = ar * i0 + ai * r0 + br * i1 + bi * r1;
            re[one] = cr * r0 - ci * i0 + dr * r1 - di * i1;
            im[one] = cr * i0 + ci * r0 + dr * i1 + di * r1;
        }
    }

    private void pairs(int first, int end, int distance, double[] m) {
        double ar = m[0];
        double ai = m[1];
        double br = m[2];
        double bi = m[3];
        double cr = m[4];
        double ci = m[5];
        double dr = m[6];
        double di = m[7];
        for (int zero = first; zero < end; zero++) {
            int one = zero + distance;
            double r0 = re[zero];
            double i0 = im[zero];
            double r1 = re[one];
            double i1 = im[one];
            re[zero] = ar * r0 - ai * i0 + br * r1 - bi * i1;
            im[zero] = ar * i0 + ai * r0 + br * i1 + bi * r1;
            re[one] = cr * r0 - ci * i0 + dr * r1 - di * i1;
            im[one] = cr * i0 + ci * r0 + dr * i1 + di * r1;
        }
    }

    /** Multiplies by a complex number of norm 1 where all the qubits are 1. */
    public void turn(int qubits, double cos, double sin) {
        int run = Integer.lowestOneBit(qubits);
        int fixed = qubits | (run - 1);
        for (int free = 0; free < re.length; free = Subspace.next(free, fixed)) {
            for (int index = free | qubits; index < (free | qubits) + run; index++) {
                double real = re[index];
                double imaginary = im[index];
                re[index] = real * cos - imaginary * sin;
                im[index] = real * sin + imaginary * cos;
            }
        }
    }

    /** Applies a matrix to the target, then exchanges 0 and 1 of it where the control, one bit, is 1. */
    public void applyAndFlip(int control, int target, double[] m) {
        if (kernels.isEmpty()) {
            apply(0, target, m);
            flip(control, target);
            return;
        }
        double[] flipped = {m[4], m[5], m[6], m[7], m[0], m[1], m[2], m[3]};
        kernels.get().choose(re, im, Integer.numberOfTrailingZeros(control), target, m, flipped);
    }

    /** Exchanges 0 and 1 of the target where all controls are 1. */
    public void flip(int controls, int target) {
        if (Integer.bitCount(controls) == 1 && kernels.isPresent()) {
            kernels.get().choose(re, im, Integer.numberOfTrailingZeros(controls), target, IDENTITY, EXCHANGE);
            return;
        }
        swap(controls, controls | 1 << target, 1 << target);
    }

    /** Exchanges two qubits where all controls are 1. */
    public void exchange(int controls, int first, int second) {
        swap(controls | 1 << second, controls | 1 << first | 1 << second, (1 << first) - (1 << second));
    }

    /** Exchanges each state in which the fixed qubits are as in a pattern with that at a distance. */
    private void swap(int pattern, int fixed, int distance) {
        int run = Integer.lowestOneBit(fixed);
        int fixedAndRun = fixed | (run - 1);
        for (int free = 0; free < re.length; free = Subspace.next(free, fixedAndRun)) {
            for (int one = free | pattern; one < (free | pattern) + run; one++) {
                int other = one + distance;
                double real = re[one];
                double imaginary = im[one];
                re[one] = re[other];
                im[one] = im[other];
                re[other] = real;
                im[other] = imaginary;
            }
        }
    }
}
