// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.StateVector;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Output;

/** Reads what a request asks for off a state: exactly, or as so many shots show it. */
record Readout(CompiledJob job, JobRequest request, long seed) {

    private static final int MOST_LIKELY = 1_024;

    EvaluationResult read(StateVector state) {
        return request.shots() == 0 ? readExactly(state) : readShots(state);
    }

    private EvaluationResult readExactly(StateVector state) {
        OptionalDouble expectation = wants(Output.EXPECTATION)
                ? OptionalDouble.of(state.expectation(job.observable().orElseThrow()))
                : OptionalDouble.empty();
        return new EvaluationResult(
                expectation,
                expectation.isPresent() ? OptionalDouble.of(0) : OptionalDouble.empty(),
                Map.of(),
                wants(Output.PROBABILITIES) ? mostLikely(state) : Map.of(),
                List.of());
    }

    /** All qubits are sampled, whatever the circuit measures: the observable acts on qubits, not on classical bits. */
    private EvaluationResult readShots(StateVector state) {
        Counts counts = state.sample(MeasurementMap.ofAllQubits(state.qubits()), request.shots(), seed);
        Estimate estimate =
                wants(Output.EXPECTATION) ? Estimate.of(counts, job.diagonal().orElseThrow()) : Estimate.NONE;
        return new EvaluationResult(
                estimate.mean(),
                estimate.standardError(),
                wants(Output.COUNTS) ? classical(counts) : Map.of(),
                Map.of(),
                List.of());
    }

    private boolean wants(Output output) {
        return request.outputs().contains(output);
    }

    private Map<String, Long> classical(Counts counts) {
        Map<BitString, Long> merged = new TreeMap<>();
        counts.byOutcome()
                .forEach((outcome, count) ->
                        merged.merge(job.circuit().measurements().read(outcome.toIndex()), (long) count, Long::sum));
        Map<String, Long> byText = new LinkedHashMap<>();
        merged.forEach((outcome, count) -> byText.put(outcome.toString(), count));
        return byText;
    }

    private Map<String, Double> mostLikely(StateVector state) {
        double[] probabilities = state.probabilities();
        Map<BitString, Double> merged = new TreeMap<>();
        for (int index = 0; index < probabilities.length; index++) {
            if (probabilities[index] > 0) {
                merged.merge(job.circuit().measurements().read(index), probabilities[index], Double::sum);
            }
        }
        Map<String, Double> byText = new LinkedHashMap<>();
        merged.entrySet().stream()
                .sorted(Map.Entry.<BitString, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LIKELY)
                .forEach(entry -> byText.put(entry.getKey().toString(), entry.getValue()));
        return byText;
    }
}
