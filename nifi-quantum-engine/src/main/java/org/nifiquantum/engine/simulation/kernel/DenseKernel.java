// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

import org.nifiquantum.engine.simulation.kernel.TileKernel.Group;

/** Applies one matrix of 2 rows and 2 columns to each of several qubits. */
public final class DenseKernel {
    /** From here on tiles are faster than going from pair to pair. */
    private static final int SMALLEST_TILED_QUBITS = 8;

    private DenseKernel() {}

    /**
     * Applies the matrices.
     *
     * @param matrices one for each qubit, row by row with real before imaginary part, or null for
     *     none
     */
    public static void apply(Amplitudes state, double[][] matrices, Workers workers) {
        if (state.qubits() < SMALLEST_TILED_QUBITS) {
            for (int qubit = 0; qubit < matrices.length; qubit++) {
                if (matrices[qubit] != null) {
                    PairKernel.apply(state, 0, qubit, matrices[qubit], workers);
                }
            }
            return;
        }
        for (int qubit = 0; qubit < matrices.length; qubit += TileKernel.ROW_QUBITS) {
            Group group = new Group(qubit, Math.min(TileKernel.ROW_QUBITS, matrices.length - qubit));
            if (hasMatrix(group, matrices)) {
                TileKernel.apply(state, group, matrices, workers);
            }
        }
    }

    /**
     * Undoes the matrices on two states and takes the components of the {@link TransitionKernel} before.
     *
     * @param inverses what undoes the matrix of each qubit, or null for none
     * @param wanted which components each qubit needs, as bits; the others may be 0
     * @param undo whether the states change
     * @return four components for each qubit
     */
    public static double[] undo(
            Amplitudes ket, Amplitudes bra, double[][] inverses, int[] wanted, boolean undo, Workers workers) {
        if (workers.blockKernels().isPresent()
                && LayerPasses.canRun(ket.qubits(), workers.blockKernels().get())) {
            return AdjointPasses.undo(
                    ket, bra, inverses, wanted, undo, workers.blockKernels().get(), workers);
        }
        double[] components = new double[TransitionKernel.COMPONENTS * inverses.length];
        if (ket.qubits() < SMALLEST_TILED_QUBITS) {
            for (int qubit = 0; qubit < inverses.length; qubit++) {
                if (wanted[qubit] != 0) {
                    double[] found = TransitionKernel.components(ket, bra, 0, qubit, workers);
                    System.arraycopy(found, 0, components, TransitionKernel.COMPONENTS * qubit, found.length);
                }
                if (undo && inverses[qubit] != null) {
                    PairKernel.apply(ket, 0, qubit, inverses[qubit], workers);
                    PairKernel.apply(bra, 0, qubit, inverses[qubit], workers);
                }
            }
            return components;
        }
        for (int qubit = 0; qubit < inverses.length; qubit += TileKernel.ROW_QUBITS) {
            Group group = new Group(qubit, Math.min(TileKernel.ROW_QUBITS, inverses.length - qubit));
            if (hasMatrix(group, inverses)) {
                double[] found = AdjointTileKernel.apply(ket, bra, group, inverses, wanted, undo, workers);
                System.arraycopy(found, 0, components, TransitionKernel.COMPONENTS * qubit, found.length);
            }
        }
        return components;
    }

    private static boolean hasMatrix(Group group, double[][] matrices) {
        for (int row = 0; row < group.count(); row++) {
            if (matrices[group.qubit() + row] != null) {
                return true;
            }
        }
        return false;
    }
}
