// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.util.Optional;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.CompiledObservable;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;

/**
 * A circuit and its observable, ready for any parameters.
 *
 * @param diagonal the observable where single outcomes have a value: what shots can estimate
 */
record CompiledJob(
        CompiledCircuit circuit, Optional<CompiledObservable> observable, Optional<DiagonalOperator> diagonal) {

    /** Weights in the cache count units of this size. */
    static final long WEIGHT_UNIT_BYTES = 1 << 10;

    /** Tables of phases and of energies take about this much for each basis state. */
    private static final long BYTES_PER_BASIS_STATE = 16;

    static CompiledJob compile(String program, Optional<Observable> observable, MemoryBudget budget) {
        CompiledCircuit circuit = CompiledCircuit.compile(OpenQasmReader.read(program), budget);
        Optional<PauliSum> operator = observable.map(PauliSums::of);
        return new CompiledJob(
                circuit,
                operator.map(sum -> CompiledObservable.compile(sum, circuit.qubits(), budget)),
                operator.filter(PauliSum::isDiagonal).map(DiagonalOperator::new));
    }

    int weight() {
        long bytes = BYTES_PER_BASIS_STATE << circuit.qubits();
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, 1 + bytes / WEIGHT_UNIT_BYTES));
    }

    /** Refuses what this circuit and observable cannot give. */
    void check(JobRequest request) throws BackendException {
        for (int i = 0; i < request.bindings().size(); i++) {
            int values = request.bindings().get(i).size();
            if (values != circuit.parameters().size()) {
                throw new BackendException(
                        Kind.REJECTED,
                        "Binding %d has %d values for the parameters %s".formatted(i, values, circuit.parameters()));
            }
        }
        if (request.outputs().contains(Output.GRADIENT)) {
            throw new BackendException(Kind.REJECTED, "The embedded simulator gives no gradients yet");
        }
        if (request.outputs().contains(Output.EXPECTATION)) {
            checkExpectation(request);
        }
    }

    private void checkExpectation(JobRequest request) throws BackendException {
        if (observable.isEmpty()) {
            throw new BackendException(Kind.REJECTED, "An expectation is asked for, but there is no observable");
        }
        if (request.shots() > 0 && diagonal.isEmpty()) {
            throw new BackendException(
                    Kind.REJECTED,
                    "The observable has X or Y letters, which measuring every qubit as it is does not show;"
                            + " set Shots to 0 for its exact expectation");
        }
    }
}
