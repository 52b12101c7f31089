// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import java.util.Optional;

/**
 * What a matrix on the highest qubit becomes where a state does not change when all its qubits are flipped. Of such a state only the
 * half is kept in which the highest qubit is 0; its partner in the other half is found at the flipped index. So the matrix mixes the
 * amplitudes of each basis state and of the one with all bits flipped.
 */
public final class MirrorKernel {
    private static final int PAIRS_PER_TASK = 1 << 12;

    private MirrorKernel() {}

    /**
     * Applies the matrix.
     *
     * @param m commutes with X: row by row, real before imaginary part, of which the first row is read
     */
    public static void apply(Amplitudes state, double[] m, Workers workers) {
        Optional<BlockKernels> kernels =
                workers.kernelsFor(state).filter(found -> state.qubits() > found.smallestBlock());
        Mixer mixer = Mixer.of(new double[][] {m});
        if (kernels.isPresent() && mixer.form(0) == Mixer.Form.CROSS) {
            forEachPart(state, workers, (first, second, length) -> {
                kernels.get().mirror(state.real, state.imaginary, first, second, length, mixer.tangent(0));
                kernels.get().scale(state.real, state.imaginary, first, length, mixer.scale());
                kernels.get().scale(state.real, state.imaginary, second, length, mixer.scale());
            });
            return;
        }
        forEachPart(
                state, workers, (first, second, length) -> mix(state.real, state.imaginary, first, second, length, m));
    }

    /** {@code Im <b|F|a>}, where F flips all qubits: the component of X on the highest qubit. */
    public static double component(Amplitudes ket, Amplitudes bra, Workers workers) {
        Optional<BlockKernels> kernels = workers.kernelsFor(ket);
        int last = ket.size() - 1;
        return BlockSums.sum(ket.size(), workers, (first, end, scratch) -> {
            if (kernels.isPresent()) {
                return kernels.get()
                        .mirrored(ket.real, ket.imaginary, bra.real, bra.imaginary, first, last + 1 - end, end - first);
            }
            double sum = 0;
            for (int index = first; index < end; index++) {
                sum += bra.real[index] * ket.imaginary[last - index] - bra.imaginary[index] * ket.real[last - index];
            }
            return sum;
        });
    }

    /** Two parts of a state whose amplitudes are partners, those of the second in reverse order. */
    @FunctionalInterface
    private interface PartConsumer {
        void accept(int first, int second, int length);
    }

    private static void forEachPart(Amplitudes state, Workers workers, PartConsumer consumer) {
        int pairs = state.size() / 2;
        int length = Math.min(pairs, PAIRS_PER_TASK);
        workers.run(
                pairs / length,
                state.size(),
                (part, scratch) -> consumer.accept(part * length, state.size() - (part + 1) * length, length));
    }

    /** Mixes two parts whose amplitudes are partners, those of the second in reverse order. */
    static void mix(double[] re, double[] im, int first, int second, int length, double[] m) {
        for (int index = first; index < first + length; index++) {
            int partner = second + first + length - 1 - index;
            double r0 = re[index];
            double i0 = im[index];
            double r1 = re[partner];
            double i1 = im[partner];
            re[index] = m[0] * r0 - m[1] * i0 + m[2] * r1 - m[3] * i1;
            im[index] = m[0] * i0 + m[1] * r0 + m[2] * i1 + m[3] * r1;
            re[partner] = m[0] * r1 - m[1] * i1 + m[2] * r0 - m[3] * i0;
            im[partner] = m[0] * i1 + m[1] * r1 + m[2] * i0 + m[3] * r0;
        }
    }
}
