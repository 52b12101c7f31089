// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.engine.simulation.Seeds;
import org.nifiquantum.optimization.encoding.Encoding;
import org.nifiquantum.optimization.encoding.Qaoa;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.Phase;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Spent;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.ProblemJson;
import org.nifiquantum.services.api.Output;

/** Makes a problem, or a bare circuit, a run: {@code problem, encoding, program, observable} and the first request. */
public final class Encode {

    private final InstantSource clock;

    public Encode(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Encodes.
     *
     * @param runId the id of the new run; a run that is given keeps its own
     * @throws RunException if the input cannot be encoded by any setting
     */
    public EncodeOutcome apply(Input input, String runId, EncodeSettings settings) {
        Stopwatch stopwatch = Stopwatch.start();
        Totals totals = Totals.startingAt(clock.instant());
        EncodeOutcome outcome = switch (input) {
            case Input.OfProblem given ->
                encode(
                        Run.create(runId).with(Section.PROBLEM, given.source()).with(Section.TOTALS, totals),
                        given.problem(),
                        settings);
            case Input.OfRun given ->
                encode(
                        given.run().with(Section.TOTALS, totals),
                        ProblemJson.read(given.run().get(Section.PROBLEM), Section.PROBLEM.pointer()),
                        settings);
            case Input.OfProgram given ->
                prepare(Run.create(runId).with(Section.TOTALS, totals), given.program(), settings);
        };
        Totals spent = totals.plus(Spent.in(Phase.ENCODE, stopwatch.elapsed()), clock.instant());
        return switch (outcome) {
            case EncodeOutcome.Encoded(Run run) -> new EncodeOutcome.Encoded(run.with(Section.TOTALS, spent));
            case EncodeOutcome.Unsuitable(Run run, String reason) ->
                new EncodeOutcome.Unsuitable(run.with(Section.TOTALS, spent), reason);
        };
    }

    private static EncodeOutcome encode(Run run, Problem problem, EncodeSettings settings) {
        int qubits = problem.variables().size();
        if (qubits > settings.maximumQubits()) {
            return tooWide(run, qubits, settings);
        }
        Encoding encoding = qaoa(problem, settings);
        EncodingFacts facts = new EncodingFacts(
                "qaoa",
                settings.layers(),
                settings.angles().chosenFor(problem.ising()).text(),
                qubits,
                encoding.offset(),
                encoding.scale(),
                encoding.variables());
        Set<Output> outputs = settings.shots() == 0
                ? Set.of(Output.EXPECTATION, Output.PROBABILITIES)
                : Set.of(Output.EXPECTATION, Output.COUNTS);
        return new EncodeOutcome.Encoded(run.with(Section.ENCODING, facts)
                .with(Section.PROGRAM, Program.of(encoding.circuit()))
                .with(Section.OBSERVABLE, Observables.of(encoding.observable()))
                .with(Section.REQUEST, firstRequest(encoding.initialParameters(), settings, outputs)));
    }

    private static Encoding qaoa(Problem problem, EncodeSettings settings) {
        try {
            return Qaoa.encode(problem, settings.layers(), settings.angles());
        } catch (IllegalArgumentException e) {
            throw new RunException(Section.PROBLEM.pointer(), e.getMessage(), e);
        }
    }

    private static EncodeOutcome prepare(Run run, Program program, EncodeSettings settings) {
        if (program.qubits() > settings.maximumQubits()) {
            return tooWide(run, program.qubits(), settings);
        }
        List<Double> bindings = new ArrayList<>();
        for (String parameter : program.parameters()) {
            bindings.add(Optional.ofNullable(settings.bindings().get(parameter))
                    .orElseThrow(() -> new RunException(
                            "input " + parameter,
                            "has no value; give it as the attribute quantum.parameter.%s".formatted(parameter))));
        }
        Set<Output> outputs = Set.of(settings.shots() == 0 ? Output.PROBABILITIES : Output.COUNTS);
        return new EncodeOutcome.Encoded(
                run.with(Section.PROGRAM, program).with(Section.REQUEST, firstRequest(bindings, settings, outputs)));
    }

    private static EncodeOutcome tooWide(Run run, int qubits, EncodeSettings settings) {
        return new EncodeOutcome.Unsuitable(
                run, "%d qubits are needed, at most %d are allowed".formatted(qubits, settings.maximumQubits()));
    }

    private static Request firstRequest(List<Double> bindings, EncodeSettings settings, Set<Output> outputs) {
        return new Request(
                0, List.of(bindings), settings.shots(), Seeds.derive(settings.seed(), 0), settings.seed(), outputs);
    }
}
