// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.engine.simulation.Seeds;
import org.nifiquantum.optimization.encoding.Encoding;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.DataProblem;
import org.nifiquantum.optimization.problem.HamiltonianProblem;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.Phase;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
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
        Totals totals = totals(input, settings);
        EncodeOutcome outcome = switch (input) {
            case Input.OfProblem given ->
                encode(
                        Run.create(runId).with(Section.PROBLEM, given.source()).with(Section.TOTALS, totals),
                        given.problem(),
                        settings,
                        Optional.empty());
            case Input.OfRun given ->
                encode(
                        asEncodedAnew(given.run()).with(Section.TOTALS, totals),
                        ProblemJson.read(given.run().get(Section.PROBLEM), Section.PROBLEM.pointer()),
                        settings,
                        EarlierAngles.of(given.run(), settings.ansatz()));
            case Input.OfProgram given -> prepare(Run.create(runId).with(Section.TOTALS, totals), given, settings);
        };
        Totals spent = totals.plus(stopwatch.spentIn(Phase.ENCODE), clock.instant());
        return switch (outcome) {
            case EncodeOutcome.Encoded(Run run) -> new EncodeOutcome.Encoded(run.with(Section.TOTALS, spent));
            case EncodeOutcome.Unsuitable(Run run, String reason) ->
                new EncodeOutcome.Unsuitable(run.with(Section.TOTALS, spent), reason);
        };
    }

    /** An earlier encoding is over, and what was measured of it answers nothing of the new one. */
    private static Run asEncodedAnew(Run run) {
        return run.without(
                Section.EXECUTION, Section.RESULT, Section.SOLUTION, Section.COMPARISON, Section.OPTIMIZATION);
    }

    /** What the earlier angles took belongs to the run that goes on from them. */
    private Totals totals(Input input, EncodeSettings settings) {
        Totals fresh = Totals.startingAt(clock.instant());
        return input instanceof Input.OfRun given
                        && EarlierAngles.of(given.run(), settings.ansatz()).isPresent()
                ? given.run().find(Section.TOTALS).orElse(fresh)
                : fresh;
    }

    private static EncodeOutcome encode(
            Run run, Problem problem, EncodeSettings settings, Optional<EarlierAngles> earlier) {
        if (problem.qubits() > settings.maximumQubits()) {
            return tooWide(run, problem.qubits(), settings);
        }
        try {
            return switch (problem) {
                case BinaryProblem binary -> {
                    Ansatz ansatz = Ansatz.of(binary, settings.ansatz(), settings.seed(), earlier);
                    yield search(run, ansatz, settings, sampled(ansatz, settings));
                }
                case HamiltonianProblem hamiltonian ->
                    search(
                            run,
                            Ansatz.of(hamiltonian, settings.ansatz(), settings.seed()),
                            settings,
                            Set.of(Output.EXPECTATION));
                case DataProblem data -> DataEncoding.encode(run, data, settings);
            };
        } catch (IllegalArgumentException e) {
            throw new RunException(Section.PROBLEM.pointer(), e.getMessage(), e);
        }
    }

    /** Parameters are to be found that make an expectation low. */
    private static EncodeOutcome search(Run run, Ansatz ansatz, EncodeSettings settings, Set<Output> outputs) {
        Encoding encoding = ansatz.encoding();
        EncodingFacts facts = new EncodingFacts(
                ansatz.method(),
                settings.ansatz().layers(),
                ansatz.angles(),
                encoding.circuit().qubits(),
                encoding.offset(),
                encoding.scale(),
                ansatz.penalty(),
                encoding.variables());
        return new EncodeOutcome.Encoded(run.with(Section.ENCODING, facts)
                .with(Section.PROGRAM, Program.of(encoding.circuit()))
                .with(Section.OBSERVABLE, Observables.of(encoding.observable()))
                .with(Section.REQUEST, firstRequest(List.of(encoding.initialParameters()), settings, outputs)));
    }

    /**
     * An answer over bits is the best of those that are seen. Where nothing is to be tuned, no expectation is needed, and so the
     * observable, which is the problem, is not sent.
     */
    private static Set<Output> sampled(Ansatz ansatz, EncodeSettings settings) {
        return ansatz.encoding().initialParameters().isEmpty()
                ? Set.of(outcomes(settings))
                : Set.of(Output.EXPECTATION, outcomes(settings));
    }

    /** How outcomes are shown: counted, or exactly. */
    static Output outcomes(EncodeSettings settings) {
        return settings.shots() == 0 ? Output.PROBABILITIES : Output.COUNTS;
    }

    private static EncodeOutcome prepare(Run run, Input.OfProgram given, EncodeSettings settings) {
        Program program = given.program();
        if (program.qubits() > settings.maximumQubits()) {
            return tooWide(run, program.qubits(), settings);
        }
        List<List<Double>> bindings =
                given.bindings().isEmpty() ? List.of(binding(program, settings)) : given.bindings();
        Set<Output> outputs = EnumSet.of(outcomes(settings));
        Run prepared = run.with(Section.PROGRAM, program);
        if (given.observable().isPresent()) {
            outputs.add(Output.EXPECTATION);
            prepared = prepared.with(
                    Section.OBSERVABLE, Observables.of(given.observable().get()));
        }
        return new EncodeOutcome.Encoded(prepared.with(Section.REQUEST, firstRequest(bindings, settings, outputs)));
    }

    private static List<Double> binding(Program program, EncodeSettings settings) {
        List<Double> binding = new ArrayList<>();
        for (String parameter : program.parameters()) {
            binding.add(Optional.ofNullable(settings.bindings().get(parameter))
                    .orElseThrow(() -> new RunException(
                            "input " + parameter,
                            "has no value; give it as the attribute quantum.parameter.%s".formatted(parameter))));
        }
        return binding;
    }

    private static EncodeOutcome tooWide(Run run, int qubits, EncodeSettings settings) {
        return new EncodeOutcome.Unsuitable(
                run, "%d qubits are needed, at most %d are allowed".formatted(qubits, settings.maximumQubits()));
    }

    static Request firstRequest(List<List<Double>> bindings, EncodeSettings settings, Set<Output> outputs) {
        return new Request(0, bindings, settings.shots(), Seeds.derive(settings.seed(), 0), settings.seed(), outputs);
    }
}
