// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.Map;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.DenseKernel;
import org.nifiquantum.engine.simulation.kernel.Layer;
import org.nifiquantum.engine.simulation.kernel.Mixer;
import org.nifiquantum.engine.simulation.kernel.TransitionKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/** One matrix on each of several qubits. */
record DenseLayer(Map<Integer, MatrixProgram> matrixOfQubit) implements LayerStep {

    DenseLayer {
        matrixOfQubit = Map.copyOf(matrixOfQubit);
    }

    @Override
    public void apply(Amplitudes state, double[] slotValues, Workers workers) {
        DenseKernel.apply(state, matrices(state.qubits(), slotValues), workers);
    }

    @Override
    public Layer layer(int qubits, double[] slotValues) {
        return new Layer.Mix(Mixer.of(matrices(qubits, slotValues)));
    }

    @Override
    public boolean isConstant() {
        return matrixOfQubit.values().stream().allMatch(MatrixProgram::isConstant);
    }

    @Override
    public void reverse(Sweep sweep, boolean undo) {
        int qubits = sweep.ket().qubits();
        double[][] inverses = matrices(qubits, sweep.slotValues());
        int[] wanted = new int[qubits];
        Generators[] generators = new Generators[qubits];
        matrixOfQubit.forEach((qubit, program) -> {
            inverses[qubit] = MatrixProgram.adjoint(inverses[qubit]);
            generators[qubit] = program.generators(sweep.slotValues());
            wanted[qubit] = generators[qubit].wanted();
        });
        double[] components = DenseKernel.undo(sweep.ket(), sweep.bra(), inverses, wanted, undo, sweep.workers());
        for (int qubit = 0; qubit < qubits; qubit++) {
            if (wanted[qubit] != 0) {
                generators[qubit].addDerivatives(components, TransitionKernel.COMPONENTS * qubit, sweep.derivatives());
            }
        }
    }

    /** Fills the state with what this layer makes of all zeros, which costs less than one matrix. */
    void start(Amplitudes state, double phase, double[] slotValues) {
        state.resetToProduct(phase, matrices(state.qubits(), slotValues));
    }

    double[][] matrices(int qubits, double[] slotValues) {
        double[][] matrices = new double[qubits][];
        matrixOfQubit.forEach((qubit, program) -> matrices[qubit] = program.evaluate(slotValues));
        return matrices;
    }
}
