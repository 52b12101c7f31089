// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.Optional;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.CompiledObservable;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.Simulator;

/**
 * The exact expectation of an observable after a circuit, by light cones where they are cheaper than the state vector or where this does
 * not fit into memory. Immutable and thread-safe.
 */
public sealed interface ExactExpectation {
    /** Smaller states take less time than planning anything else. */
    int SMALLEST_WITH_CONES = 12;

    /** A product of two numbers in a sum takes as long as so many gates on an amplitude. */
    double GATES_PER_PRODUCT = 30;

    /** A few minutes. */
    double MOST_OPERATIONS = 1e11;

    /** From the light cone of each term. */
    record ByCones(LightCones cones) implements ExactExpectation {
        @Override
        public double of(Simulator simulator, double... bindings) {
            return cones.expectation(bindings);
        }

        @Override
        public String method() {
            return "light cones";
        }

        @Override
        public long bytes() {
            return cones.bytes();
        }
    }

    /** From the state of the qubits on which it depends. */
    record ByState(CompiledCircuit circuit, CompiledObservable observable) implements ExactExpectation {
        @Override
        public double of(Simulator simulator, double... bindings) {
            return simulator.evaluate(circuit, bindings, state -> state.expectation(observable));
        }

        @Override
        public String method() {
            return "state vector";
        }

        @Override
        public long bytes() {
            return MemoryBudget.bytesForQubits(circuit.qubits());
        }
    }

    /**
     * Chooses how, and compiles.
     *
     * @throws MemoryBudgetException if neither a state nor the light cones fit into the memory
     * @throws IllegalArgumentException if a gate follows the measurement of its qubit, or the observable acts on qubits beyond
     *     those of the circuit
     */
    static ExactExpectation compile(Circuit circuit, PauliSum observable, MemoryBudget budget) {
        MeasurementMap.of(circuit);
        if (observable.span() > circuit.qubits()) {
            throw new IllegalArgumentException("The observable acts on qubit %d of a circuit with %d qubits"
                    .formatted(observable.span() - 1, circuit.qubits()));
        }
        BackwardCone.Pruned pruned = BackwardCone.prune(circuit, observable);
        return compilePruned(pruned.circuit(), pruned.observable(), budget);
    }

    private static ExactExpectation compilePruned(Circuit circuit, PauliSum observable, MemoryBudget budget) {
        int qubits = circuit.qubits();
        boolean fits = qubits <= budget.maximumQubits();
        if (!fits || qubits >= SMALLEST_WITH_CONES) {
            double most = fits
                    ? Math.scalb((double) circuit.operations().size(), qubits) / GATES_PER_PRODUCT
                    : MOST_OPERATIONS;
            Optional<LightCones> cones = LightCones.compile(circuit, observable, new ConeLimits(most, budget.bytes()));
            if (cones.isPresent()) {
                return new ByCones(cones.get());
            }
        }
        if (!fits) {
            throw MemoryBudgetException.ofExpectation(qubits, budget);
        }
        // Without parameters there is only one value to ask for.
        CompiledObservable prepared = circuit.parameters().isEmpty()
                ? CompiledObservable.once(observable, qubits)
                : CompiledObservable.compile(observable, qubits, budget);
        return new ByState(CompiledCircuit.compile(circuit, budget), prepared);
    }

    /**
     * The expectation, constant included.
     *
     * @param simulator where a state is made, if one is needed
     * @param bindings the value of each parameter of the circuit, in their order
     */
    double of(Simulator simulator, double... bindings);

    /** For people. */
    String method();

    /** Roughly how much memory it takes between evaluations. */
    long bytes();
}
