// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Optimization.Evaluated;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.services.api.EvaluationResult;

/** What a run's present result adds to its history: of each point the value that is minimised. */
final class Measured {

    private final Run run;
    private final Aggregation aggregation;
    private final double alpha;

    private Measured(Run run, Optimization.Settings settings) {
        this.run = run;
        this.aggregation = settings.aggregation().map(Aggregation::named).orElse(Aggregation.EXPECTATION);
        this.alpha = settings.cvarAlpha().orElse(1);
    }

    /**
     * The evaluations of the run's result, in the order of the request.
     *
     * @throws RunException if the result does not answer the request, or lacks what the settings' aggregation is made of
     */
    static List<Evaluated> of(Run run, Optimization.Settings settings) {
        Measured measured = new Measured(run, settings);
        Request request = run.get(Section.REQUEST);
        Result result = run.get(Section.RESULT);
        if (result.evaluations().size() != request.bindings().size()) {
            throw new RunException(
                    Section.RESULT.pointer() + "/evaluations",
                    "does not answer the request: %d for %d bindings"
                            .formatted(
                                    result.evaluations().size(),
                                    request.bindings().size()));
        }
        List<Evaluated> fresh = new ArrayList<>();
        for (int i = 0; i < request.bindings().size(); i++) {
            EvaluationResult evaluation = result.evaluations().get(i);
            Tail.Estimate estimate = measured.estimate(evaluation, i);
            fresh.add(new Evaluated(
                    request.bindings().get(i),
                    estimate.value(),
                    estimate.standardError(),
                    evaluation.gradient(),
                    request.seed(),
                    request.iteration()));
        }
        return fresh;
    }

    private Tail.Estimate estimate(EvaluationResult evaluation, int index) {
        return switch (aggregation) {
            case EXPECTATION -> new Tail.Estimate(expectation(evaluation, index), evaluation.standardError());
            case CVAR -> tail(evaluation, index).cvar(alpha);
            // The least of a sample has no simple error: it depends on a tail that was hardly seen.
            case BEST_SAMPLE -> new Tail.Estimate(tail(evaluation, index).lowest(), OptionalDouble.empty());
        };
    }

    private static double expectation(EvaluationResult evaluation, int index) {
        return evaluation
                .expectation()
                .orElseThrow(() -> new RunException(
                        pointer(index) + "/expectation",
                        "is missing; an optimiser needs the expectation of an observable"));
    }

    private Tail tail(EvaluationResult evaluation, int index) {
        DiagonalEnergy energy = Observables.find(run)
                .filter(DiagonalEnergy::applies)
                .map(DiagonalEnergy::of)
                .orElseThrow(
                        () -> new RunException(
                                Section.OBSERVABLE.pointer(),
                                "must be of Z letters only, so that a bitstring has an energy; set Aggregation to expectation"));
        try {
            return Tail.of(evaluation, energy);
        } catch (IllegalArgumentException e) {
            throw new RunException(pointer(index), aggregation.text() + " " + e.getMessage(), e);
        }
    }

    private static String pointer(int index) {
        return "%s/evaluations/%d".formatted(Section.RESULT.pointer(), index);
    }
}
