// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.engine.simulation.MeasurementPlan;
import org.nifiquantum.engine.simulation.noise.NoiseModel;
import org.nifiquantum.engine.simulation.noise.NoiseSettings.Method;
import org.nifiquantum.engine.simulation.noise.NoisyCircuit;
import org.nifiquantum.engine.simulation.noise.NoisySimulator;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Output;

/** A job under noise: exact as long as a density matrix fits, else the mean of trajectories. */
final class NoisyJob implements PreparedJob {

    private final NoisySimulator simulator;
    private final NoisyCircuit circuit;
    private final Optional<PauliSum> observable;
    private final Optional<PlannedShots<NoisyCircuit>> plan;

    NoisyJob(Circuit circuit, Optional<PauliSum> observable, NoiseModel noise, NoisySimulator simulator) {
        this.simulator = simulator;
        this.circuit = NoisyCircuit.compile(circuit, noise);
        this.observable = observable;
        this.plan = observable
                .map(MeasurementPlan::of)
                .map(plan -> PlannedShots.of(plan, circuit, measuring -> NoisyCircuit.compile(measuring, noise)));
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
        return 1;
    }

    @Override
    public void checkOutputs(JobRequest request) throws BackendException {
        if (request.outputs().contains(Output.GRADIENT)) {
            throw new BackendException(
                    Kind.REJECTED, "The embedded simulator gives no gradients under noise; clear Noise Model for them");
        }
        if (request.shots() == 0
                && request.outputs().contains(Output.PROBABILITIES)
                && simulator.method(circuit) == Method.TRAJECTORIES) {
            throw new BackendException(
                    Kind.REJECTED,
                    "The probabilities of %d noisy qubits need a density matrix, which does not fit; ask for shots"
                            .formatted(circuit.qubits()));
        }
    }

    @Override
    public EvaluationResult evaluate(double[] binding, JobRequest request, long seed) {
        return request.shots() == 0 ? exactly(binding, request, seed) : byShots(binding, request, seed);
    }

    private EvaluationResult exactly(double[] binding, JobRequest request, long seed) {
        Optional<Estimate> expectation = request.outputs().contains(Output.EXPECTATION)
                ? Optional.of(simulator.expectation(circuit, observable.orElseThrow(), seed, binding))
                : Optional.empty();
        Map<String, Double> probabilities = request.outputs().contains(Output.PROBABILITIES)
                ? Outcomes.mostLikely(simulator.probabilities(circuit, binding), circuit.measurements())
                : Map.of();
        return Outcomes.of(expectation, Map.of(), probabilities);
    }

    private EvaluationResult byShots(double[] binding, JobRequest request, long seed) {
        boolean estimated = request.outputs().contains(Output.EXPECTATION);
        boolean counted = request.outputs().contains(Output.COUNTS);
        List<Counts> grouped = estimated
                ? plan.orElseThrow()
                        .sample(
                                request.shots(),
                                seed,
                                (group, shots, own) -> simulator.sample(group, shots, own, binding))
                : List.of();
        Optional<Estimate> estimate =
                plan.filter(planned -> estimated).map(planned -> planned.plan().estimate(grouped));
        return Outcomes.ofShots(estimate, counted ? counts(grouped, binding, request.shots(), seed) : Map.of());
    }

    /** Those of the expectation, where they are of the circuit as it is; else others. */
    private Map<String, Long> counts(List<Counts> grouped, double[] binding, int shots, long seed) {
        boolean plain = grouped.size() == 1 && plan.orElseThrow().plan().needsNoBasisChange();
        return plain
                ? Outcomes.classical(grouped.getFirst(), circuit.measurements())
                : Outcomes.text(simulator.sample(circuit, shots, seed, binding));
    }
}
