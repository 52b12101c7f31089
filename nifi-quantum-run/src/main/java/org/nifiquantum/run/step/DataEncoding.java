// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.DataProblem;
import org.nifiquantum.optimization.problem.DataProblem.Seen;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.Output;

/** A table of data as one submission, and its evaluations as the table that comes of it. */
final class DataEncoding {

    private static final String ANGLES = "data";

    private DataEncoding() {}

    /** Everything that is to be evaluated, at once. */
    static EncodeOutcome encode(Run run, DataProblem problem, EncodeSettings settings) {
        Optional<String> unsuitable = problem.unsuitable(settings.shots() == 0);
        if (unsuitable.isPresent()) {
            return new EncodeOutcome.Unsuitable(run, unsuitable.get());
        }
        EncodingFacts facts = new EncodingFacts(
                problem.method(),
                problem.repetitions(),
                ANGLES,
                problem.qubits(),
                0,
                1,
                OptionalDouble.empty(),
                problem.features());
        Set<Output> outputs = Set.of(problem.observable().isPresent() ? Output.EXPECTATION : Encode.outcomes(settings));
        Run encoded = run.with(Section.ENCODING, facts)
                .with(Section.PROGRAM, Program.of(problem.circuit()))
                .with(Section.REQUEST, Encode.firstRequest(problem.bindings(), settings, outputs));
        return new EncodeOutcome.Encoded(problem.observable()
                .map(observable -> encoded.with(Section.OBSERVABLE, Observables.of(observable)))
                .orElse(encoded));
    }

    /**
     * Reads the run's result.
     *
     * @throws RunException if it is not that of the table
     */
    static Answer decode(Run run, DataProblem problem) {
        List<Seen> seen = run.get(Section.RESULT).evaluations().stream()
                .map(DataEncoding::seen)
                .toList();
        try {
            return problem.decode(seen);
        } catch (IllegalArgumentException e) {
            throw new RunException(Section.RESULT.pointer() + "/evaluations", e.getMessage(), e);
        }
    }

    private static Seen seen(EvaluationResult evaluation) {
        if (evaluation.counts().isEmpty()) {
            return new Seen(evaluation.expectation(), evaluation.probabilities());
        }
        double shots =
                evaluation.counts().values().stream().mapToLong(Long::longValue).sum();
        Map<String, Double> shares = evaluation.counts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, count -> count.getValue() / shots));
        return new Seen(evaluation.expectation(), shares);
    }
}
