// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.CompiledObservable;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.engine.simulation.Gradient;
import org.nifiquantum.engine.simulation.MeasurementPlan;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Output;

/** A job without noise, on a state vector. */
final class IdealJob implements PreparedJob {

    /** Tables of phases and of energies take about this much for each basis state. */
    private static final long BYTES_PER_BASIS_STATE = 16;

    private final Simulator simulator;
    private final CompiledCircuit circuit;
    private final Optional<PauliSum> observable;
    private final Optional<CompiledObservable> compiledObservable;
    private final Optional<MeasurementPlan> plan;
    /** Present where the observable takes changes of basis; else the circuit itself shows it. */
    private final Optional<PlannedShots<CompiledCircuit>> groups;

    IdealJob(Circuit circuit, Optional<PauliSum> observable, Simulator simulator) {
        this.simulator = simulator;
        this.circuit = CompiledCircuit.compile(circuit, simulator.budget());
        this.observable = observable;
        this.compiledObservable =
                observable.map(sum -> CompiledObservable.compile(sum, circuit.qubits(), simulator.budget()));
        this.plan = observable.map(MeasurementPlan::of);
        this.groups = plan.filter(chosen -> !chosen.needsNoBasisChange())
                .map(chosen -> PlannedShots.of(
                        chosen, circuit, measuring -> CompiledCircuit.compile(measuring, simulator.budget())));
    }

    @Override
    public List<String> parameters() {
        return circuit.parameters();
    }

    @Override
    public Optional<PauliSum> observable() {
        return observable;
    }

    @Override
    public int kilobytes() {
        long circuits = 1L + groups.map(planned -> planned.groups().size()).orElse(0);
        long bytes = circuits * (BYTES_PER_BASIS_STATE << circuit.qubits());
        return (int) Math.min(Integer.MAX_VALUE, 1 + (bytes >> 10));
    }

    @Override
    public void checkOutputs(JobRequest request) throws BackendException {
        if (request.shots() > 0 && request.outputs().contains(Output.GRADIENT)) {
            throw new BackendException(
                    Kind.REJECTED, "The embedded simulator gives exact gradients only; set Shots to 0");
        }
    }

    @Override
    public EvaluationResult evaluate(double[] binding, JobRequest request, long seed) {
        return request.shots() == 0 ? exactly(binding, request) : byShots(binding, request, seed);
    }

    private EvaluationResult exactly(double[] binding, JobRequest request) {
        Optional<Gradient> gradient = request.outputs().contains(Output.GRADIENT)
                ? Optional.of(simulator.gradient(circuit, compiledObservable.orElseThrow(), binding))
                : Optional.empty();
        return simulator.evaluate(circuit, binding, state -> {
            OptionalDouble expectation = request.outputs().contains(Output.EXPECTATION)
                    ? OptionalDouble.of(state.expectation(compiledObservable.orElseThrow()))
                    : OptionalDouble.empty();
            return new EvaluationResult(
                    expectation,
                    expectation.isPresent() ? OptionalDouble.of(0) : OptionalDouble.empty(),
                    Map.of(),
                    request.outputs().contains(Output.PROBABILITIES)
                            ? Outcomes.mostLikely(state.probabilities(), circuit.measurements())
                            : Map.of(),
                    gradient.map(Gradient::derivatives).orElse(List.of()));
        });
    }

    private EvaluationResult byShots(double[] binding, JobRequest request, long seed) {
        boolean estimated = request.outputs().contains(Output.EXPECTATION);
        boolean counted = request.outputs().contains(Output.COUNTS);
        List<Counts> grouped = estimated && groups.isPresent()
                ? groups.get().sample(request.shots(), seed, (group, shots, own) -> sample(group, binding, shots, own))
                : List.of();
        // Where one sample serves both, both are of the same shots.
        Optional<Counts> plain = counted || (estimated && groups.isEmpty())
                ? Optional.of(sample(circuit, binding, request.shots(), seed))
                : Optional.empty();
        return Outcomes.ofShots(
                estimated ? Optional.of(estimate(grouped, plain)) : Optional.empty(),
                counted ? Outcomes.classical(plain.orElseThrow(), circuit.measurements()) : Map.of());
    }

    private Estimate estimate(List<Counts> grouped, Optional<Counts> plain) {
        MeasurementPlan chosen = plan.orElseThrow();
        boolean constant = chosen.groups().isEmpty();
        return chosen.estimate(groups.isPresent() || constant ? grouped : List.of(plain.orElseThrow()));
    }

    /** All qubits are sampled, whatever the circuit measures: an observable acts on qubits, not on classical bits. */
    private Counts sample(CompiledCircuit measured, double[] binding, int shots, long seed) {
        return simulator.evaluate(
                measured, binding, state -> state.sample(MeasurementMap.ofAllQubits(state.qubits()), shots, seed));
    }
}
