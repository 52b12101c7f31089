// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.List;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.simulation.compile.Executable;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * A circuit made ready to be evaluated many times with different parameters: one-qubit gates are fused, runs of diagonal gates
 * are one pass. Immutable and thread-safe.
 */
public final class CompiledCircuit {
    private final int qubits;
    private final List<String> parameters;
    private final MeasurementMap measurements;
    private final Executable program;

    private CompiledCircuit(Circuit circuit, MemoryBudget budget) {
        this.qubits = circuit.qubits();
        this.parameters = circuit.parameters();
        this.measurements = MeasurementMap.of(circuit);
        this.program = Executable.compile(circuit, budget.bytesForTables());
    }

    /** Compiles within half of the heap. */
    public static CompiledCircuit compile(Circuit circuit) {
        return compile(circuit, MemoryBudget.halfOfHeap());
    }

    /**
     * Compiles within a memory budget.
     *
     * @throws MemoryBudgetException if the circuit has more qubits than the budget holds
     * @throws IllegalArgumentException if a gate follows the measurement of its qubit
     */
    public static CompiledCircuit compile(Circuit circuit, MemoryBudget budget) {
        budget.requireQubits(circuit.qubits());
        return new CompiledCircuit(circuit, budget);
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

    /** How often an evaluation goes through the whole state. */
    public int passes() {
        return program.steps();
    }

    /** Whether it fills only the half of a state where the highest qubit is 0: the other is its mirror image. */
    boolean isHalved() {
        return program.stateQubits() < qubits;
    }

    /** The qubits of the amplitudes it fills. */
    int stateQubits() {
        return program.stateQubits();
    }

    /** How many states on the way, if there is memory for them, make {@link #reverse} cheaper. */
    int statesWorthKeeping(Workers workers) {
        return program.statesWorthKeeping(workers);
    }

    void run(Amplitudes state, List<Amplitudes> kept, double[] bindings, Workers workers) {
        program.run(state, kept, bindings, workers);
    }

    double[] reverse(Amplitudes state, Amplitudes image, List<Amplitudes> kept, double[] bindings, Workers workers) {
        return program.reverse(state, image, kept, bindings, workers);
    }
}
