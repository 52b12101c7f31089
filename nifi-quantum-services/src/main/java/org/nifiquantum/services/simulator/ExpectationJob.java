// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.lightcone.ExactExpectation;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Output;

/** A job without noise that gives nothing but an exact expectation, for which there may be no need of the whole state. */
final class ExpectationJob implements PreparedJob {

    private final List<String> parameters;
    private final PauliSum observable;
    private final ExactExpectation expectation;
    private final Simulator simulator;

    ExpectationJob(Circuit circuit, PauliSum observable, Simulator simulator) {
        this.parameters = circuit.parameters();
        this.observable = observable;
        this.expectation = ExactExpectation.compile(circuit, observable, simulator.budget());
        this.simulator = simulator;
    }

    /** Whether this is all that a request asks for. */
    static boolean suits(JobRequest request) {
        return request.shots() == 0
                && request.observable().isPresent()
                && request.outputs().equals(Set.of(Output.EXPECTATION));
    }

    @Override
    public List<String> parameters() {
        return parameters;
    }

    @Override
    public Optional<PauliSum> observable() {
        return Optional.of(observable);
    }

    @Override
    public int kilobytes() {
        return (int) Math.min(Integer.MAX_VALUE, 1 + (expectation.bytes() >> 10));
    }

    @Override
    public void checkOutputs(JobRequest request) {
        // Chosen by what the request asks for.
    }

    @Override
    public EvaluationResult evaluate(double[] binding, JobRequest request, long seed) {
        return new EvaluationResult(
                OptionalDouble.of(expectation.of(simulator, binding)),
                OptionalDouble.of(0),
                Map.of(),
                Map.of(),
                List.of());
    }
}
