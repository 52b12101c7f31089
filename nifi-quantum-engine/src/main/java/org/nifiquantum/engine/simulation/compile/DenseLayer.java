// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.DenseKernel;
import org.nifiquantum.engine.simulation.kernel.Layer;
import org.nifiquantum.engine.simulation.kernel.MirrorKernel;
import org.nifiquantum.engine.simulation.kernel.Mixer;
import org.nifiquantum.engine.simulation.kernel.TransitionKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * One matrix on each of several qubits.
 *
 * @param mirror a matrix of the {@link MirrorKernel}
 */
record DenseLayer(Map<Integer, MatrixProgram> matrixOfQubit, Optional<MatrixProgram> mirror) implements LayerStep {

    /** The identity changes nothing, and the others do not occur where a state is mirrored. */
    private static final int X = 1;

    DenseLayer {
        matrixOfQubit = Map.copyOf(matrixOfQubit);
    }

    @Override
    public void apply(Amplitudes state, double[] slotValues, Workers workers) {
        DenseKernel.apply(state, matrices(state.qubits(), slotValues), workers);
        mirror.ifPresent(program -> MirrorKernel.apply(state, program.evaluate(slotValues), workers));
    }

    @Override
    public Layer layer(int qubits, double[] slotValues) {
        double[][] matrices = Arrays.copyOf(matrices(qubits, slotValues), qubits + 1);
        mirror.ifPresent(program -> matrices[qubits] = program.evaluate(slotValues));
        return new Layer.Mix(Mixer.of(matrices));
    }

    /** The rotation about X that all qubits have, the mirror among them, if it is the same. */
    Optional<MatrixProgram> commonRotation(int qubits, boolean mirrored) {
        if (matrixOfQubit.size() < qubits || mirror.isPresent() != mirrored) {
            return Optional.empty();
        }
        MatrixProgram first = matrixOfQubit.get(0);
        return Stream.concat(matrixOfQubit.values().stream(), mirror.stream()).allMatch(first::isRotationAboutX)
                ? Optional.of(first)
                : Optional.empty();
    }

    @Override
    public boolean isConstant() {
        return matrixOfQubit.values().stream().allMatch(MatrixProgram::isConstant)
                && mirror.stream().allMatch(MatrixProgram::isConstant);
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
        mirror.ifPresent(program -> reverse(program, sweep, undo));
    }

    private static void reverse(MatrixProgram mirror, Sweep sweep, boolean undo) {
        if (!mirror.isConstant()) {
            double[] components = new double[TransitionKernel.COMPONENTS];
            components[X] = MirrorKernel.component(sweep.ket(), sweep.bra(), sweep.workers());
            mirror.generators(sweep.slotValues()).addDerivatives(components, 0, sweep.derivatives());
        }
        if (undo) {
            double[] inverse = MatrixProgram.adjoint(mirror.evaluate(sweep.slotValues()));
            MirrorKernel.apply(sweep.ket(), inverse, sweep.workers());
            MirrorKernel.apply(sweep.bra(), inverse, sweep.workers());
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
