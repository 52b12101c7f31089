// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.simulation.dynamic.DynamicSimulator;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Output;

/** A job of a program whose steps depend on outcomes of measurements: no one state, only shots and probabilities. */
final class DynamicJob implements PreparedJob {

    private final Program.Dynamic program;
    private final Optional<PauliSum> observable;
    private final DynamicSimulator simulator;

    DynamicJob(Program.Dynamic program, Optional<PauliSum> observable, DynamicSimulator simulator) {
        this.program = program;
        this.observable = observable;
        this.simulator = simulator;
    }

    @Override
    public List<String> parameters() {
        return program.parameters();
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
        if (request.outputs().contains(Output.EXPECTATION) || request.outputs().contains(Output.GRADIENT)) {
            throw rejected("there is no one state to take an expectation in; ask for counts or probabilities");
        }
        if (request.shots() > DynamicSimulator.MOST_SHOTS) {
            throw rejected("it runs at most %d shots, not %d".formatted(DynamicSimulator.MOST_SHOTS, request.shots()));
        }
    }

    /** Refuses noise: where it would act is known only when the program runs. */
    static IllegalArgumentException refuseNoise(Program.Dynamic program) {
        return new IllegalArgumentException(
                place(program) + ", so there is no circuit to put noise into; clear Noise Model for it");
    }

    private BackendException rejected(String consequence) {
        return new BackendException(Kind.REJECTED, place(program) + ", so " + consequence);
    }

    private static String place(Program.Dynamic program) {
        return "program line %d:%d: %s".formatted(program.line(), program.column(), program.reason());
    }

    @Override
    public EvaluationResult evaluate(double[] binding, JobRequest request, long seed) {
        if (request.shots() > 0) {
            return Outcomes.ofShots(
                    Optional.empty(), Outcomes.text(simulator.run(program, request.shots(), seed, binding)));
        }
        return Outcomes.of(Optional.empty(), Map.of(), mostLikely(simulator.probabilities(program, binding)));
    }

    private static Map<String, Double> mostLikely(SortedMap<BitString, Double> probabilities) {
        return probabilities.entrySet().stream()
                .sorted(Map.Entry.<BitString, Double>comparingByValue().reversed())
                .limit(Outcomes.MOST_LIKELY)
                .collect(toMap(
                        outcome -> outcome.getKey().toString(),
                        Map.Entry::getValue,
                        (first, second) -> first,
                        LinkedHashMap::new));
    }
}
