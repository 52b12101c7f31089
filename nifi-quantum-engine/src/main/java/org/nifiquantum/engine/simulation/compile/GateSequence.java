// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.List;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.SmallStateKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * A small circuit without open parameters, gate by gate. Such a circuit has one state and is hardly ever evaluated twice: to look
 * for layers would take longer than they save. Only the matrices that follow one another on a qubit are multiplied.
 */
public final class GateSequence implements Executable {
    /** With more qubits a pass over the state costs so much that layers pay at the first evaluation. */
    static final int MOST_QUBITS = 10;

    private static final double[] NO_DERIVATIVES = {};

    /** Of the state before the first gate on two qubits. */
    private final double globalPhase;

    private final double[][] startMatrices;

    /** What is done to the state, in order. */
    enum Kind {
        MATRIX,
        PHASE,
        FLIP,
        /** A matrix without controls, then the flip of its target where the control is 1. */
        MATRIX_AND_FLIP,
        EXCHANGE
    }

    private final int length;
    private final Kind[] kinds;
    /** The qubits that must be 1, as bits. */
    private final int[] controls;

    private final int[] targets;
    /** Row by row with real before imaginary part; of a phase its cosine and sine; of an exchange the second target. */
    private final double[][] numbers;

    GateSequence(
            double globalPhase,
            double[][] startMatrices,
            int length,
            Kind[] kinds,
            int[] controls,
            int[] targets,
            double[][] numbers) {
        this.globalPhase = globalPhase;
        this.startMatrices = startMatrices;
        this.length = length;
        this.kinds = kinds;
        this.controls = controls;
        this.targets = targets;
        this.numbers = numbers;
    }

    static boolean suits(Circuit circuit) {
        return circuit.qubits() <= MOST_QUBITS && circuit.parameters().isEmpty();
    }

    static GateSequence of(Circuit circuit) {
        return new GateSequenceBuilder(circuit.qubits(), circuit.operations().size())
                .add(circuit.operations())
                .build();
    }

    @Override
    public int stateQubits() {
        return startMatrices.length;
    }

    @Override
    public int steps() {
        return length + 1;
    }

    @Override
    public int statesWorthKeeping(Workers workers) {
        return 0;
    }

    @Override
    public void run(Amplitudes state, List<Amplitudes> kept, double[] bindings, Workers workers) {
        SmallStateKernel kernel = new SmallStateKernel(state, workers);
        kernel.resetToProduct(globalPhase, startMatrices);
        for (int step = 0; step < length; step++) {
            switch (kinds[step]) {
                case MATRIX -> kernel.apply(controls[step], targets[step], numbers[step]);
                case PHASE -> kernel.turn(controls[step], numbers[step][0], numbers[step][1]);
                case FLIP -> kernel.flip(controls[step], targets[step]);
                case MATRIX_AND_FLIP -> kernel.applyAndFlip(controls[step], targets[step], numbers[step]);
                case EXCHANGE -> kernel.exchange(controls[step], targets[step], (int) numbers[step][0]);
            }
        }
    }

    @Override
    public double[] reverse(
            Amplitudes state, Amplitudes image, List<Amplitudes> kept, double[] bindings, Workers workers) {
        return NO_DERIVATIVES;
    }
}
