// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.Map;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.DenseKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/** One matrix on each of several qubits. */
record DenseLayer(Map<Integer, MatrixProgram> matrixOfQubit) implements Step {

    DenseLayer {
        matrixOfQubit = Map.copyOf(matrixOfQubit);
    }

    @Override
    public void apply(Amplitudes state, double[] slotValues, Workers workers) {
        DenseKernel.apply(state, matrices(state.qubits(), slotValues), workers);
    }

    /** Fills the state with what this layer makes of all zeros, which costs less than one matrix. */
    void start(Amplitudes state, double phase, double[] slotValues) {
        state.resetToProduct(phase, matrices(state.qubits(), slotValues));
    }

    private double[][] matrices(int qubits, double[] slotValues) {
        double[][] matrices = new double[qubits][];
        matrixOfQubit.forEach((qubit, program) -> matrices[qubit] = program.evaluate(slotValues));
        return matrices;
    }
}
