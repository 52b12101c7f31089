// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.simulation.trajectory.BoundGate;

/** A circuit with the noise of a model after its gates, for repeated simulation. Immutable and thread-safe. */
public final class NoisyCircuit {
    private final int qubits;
    private final List<String> parameters;
    private final MeasurementMap measurements;
    private final NoiseModel noise;
    private final List<Step> steps;

    private NoisyCircuit(Circuit circuit, NoiseModel noise, List<Step> steps) {
        this.qubits = circuit.qubits();
        this.parameters = circuit.parameters();
        this.measurements = MeasurementMap.of(circuit);
        this.noise = noise;
        this.steps = List.copyOf(steps);
    }

    /** A gate and what follows it. */
    private record Step(GateOperation gate, List<PreparedChannel> channels) {}

    /** The same with the numbers of the gate's parameters. */
    record BoundStep(List<BoundGate> gates, List<PreparedChannel> channels) {}

    /**
     * Puts a circuit and noise together.
     *
     * @throws IllegalArgumentException if a gate follows the measurement of its qubit, or a rule does not fit a gate
     */
    public static NoisyCircuit compile(Circuit circuit, NoiseModel noise) {
        List<Step> steps = new ArrayList<>();
        for (Operation operation : circuit.operations()) {
            switch (operation) {
                case GateOperation gate -> noise.units(gate).forEach(unit -> steps.add(step(unit, noise)));
                // Measurements are at the end, as the measurement map makes sure.
                case Measurement measurement -> {}
                case Barrier barrier -> {}
            }
        }
        return new NoisyCircuit(circuit, noise, steps);
    }

    private static Step step(GateOperation gate, NoiseModel noise) {
        return new Step(
                gate, noise.after(gate).stream().map(PreparedChannel::new).toList());
    }

    public int qubits() {
        return qubits;
    }

    /** The names of the parameters, in the order in which bindings give their values. */
    public List<String> parameters() {
        return parameters;
    }

    /** Which qubit each classical bit shows. */
    public MeasurementMap measurements() {
        return measurements;
    }

    public NoiseModel noise() {
        return noise;
    }

    List<BoundStep> bind(double[] bindings) {
        if (bindings.length != parameters.size()) {
            throw new IllegalArgumentException("The circuit has the parameters %s, but %d values are given"
                    .formatted(parameters, bindings.length));
        }
        ToDoubleFunction<String> byName = name -> bindings[parameters.indexOf(name)];
        return steps.stream()
                .map(step -> new BoundStep(BoundGate.of(step.gate(), byName), step.channels()))
                .toList();
    }
}
