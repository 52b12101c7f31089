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

    private static boolean hasMatrix(Group group, double[][] matrices) {
        for (int row = 0; row < group.count(); row++) {
            if (matrices[group.qubit() + row] != null) {
                return true;
            }
        }
        return false;
    }
}
