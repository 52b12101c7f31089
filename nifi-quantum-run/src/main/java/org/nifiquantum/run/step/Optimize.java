// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.simulation.Seeds;
import org.nifiquantum.optimization.optimizer.AskTell;
import org.nifiquantum.optimization.optimizer.Decision;
import org.nifiquantum.optimization.optimizer.Evaluation;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.optimization.optimizer.OptimizerSettings;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.History;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Optimization.Evaluated;
import org.nifiquantum.run.document.Phase;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Spent;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.services.api.EvaluationResult;

/** One step of the optimiser: takes {@code result} into {@code optimization} and asks for the next points, or stops. */
public final class Optimize {

    private final InstantSource clock;
    private final WarmOptimizations warm;

    public Optimize(InstantSource clock, WarmOptimizations warm) {
        this.clock = clock;
        this.warm = warm;
    }

    /**
     * Optimises.
     *
     * @param settings for a run at its first step; later steps go on with those the document holds
     * @throws RunException if the document's history is not one its optimiser could have made
     */
    public OptimizeOutcome apply(Run run, OptimizeSettings settings) {
        Stopwatch stopwatch = Stopwatch.start();
        Optimization before = run.find(Section.OPTIMIZATION).orElseGet(() -> begin(run, settings));
        List<Evaluated> fresh = evaluated(run);
        Optimization after = new Optimization(
                before.optimizer(),
                before.settings(),
                Optional.of(BestSoFar.update(before.best(), run)),
                Optional.empty(),
                before.evaluations().plus(fresh));
        Decision decision = decide(before, fresh, after);
        Run advanced = switch (decision) {
            case Decision.Evaluate evaluate ->
                run.with(Section.REQUEST, next(run.get(Section.REQUEST), evaluate))
                        .with(Section.OPTIMIZATION, after);
            case Decision.Stop stop ->
                run.with(Section.OPTIMIZATION, stopped(after, stop.reason().text()));
        };
        Totals totals = run.get(Section.TOTALS);
        Run timed = advanced.with(
                Section.TOTALS, totals.plus(Spent.in(Phase.OPTIMIZE, stopwatch.elapsed()), clock.instant()));
        OptimizeOutcome.Progress progress = progress(run, after.best().orElseThrow());
        return switch (decision) {
            case Decision.Evaluate evaluate -> new OptimizeOutcome.Evaluate(timed, progress);
            case Decision.Stop stop ->
                new OptimizeOutcome.Stopped(timed, progress, stop.reason().text());
        };
    }

    private static Optimization begin(Run run, OptimizeSettings settings) {
        Request request = run.get(Section.REQUEST);
        OptionalDouble target = settings.targetObjective().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(value(
                        run.get(Section.ENCODING), settings.targetObjective().getAsDouble()));
        return new Optimization(
                settings.method().text(),
                new Optimization.Settings(
                        request.bindings().getFirst(),
                        settings.initialStep(),
                        settings.tolerance(),
                        settings.maximumEvaluations(),
                        request.runSeed(),
                        target),
                Optional.empty(),
                Optional.empty(),
                History.of(List.of()));
    }

    /** The value to be minimised at which the objective is the given one. */
    private static double value(EncodingFacts encoding, double objective) {
        return (objective - encoding.offset()) / encoding.scale();
    }

    /** What the run's result adds to its history. */
    private static List<Evaluated> evaluated(Run run) {
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
            int index = i;
            double value = evaluation
                    .expectation()
                    .orElseThrow(() -> new RunException(
                            Section.RESULT.pointer() + "/evaluations/" + index + "/expectation",
                            "is missing; an optimiser needs the expectation of an observable"));
            fresh.add(new Evaluated(
                    request.bindings().get(i), value, evaluation.standardError(), request.seed(), request.iteration()));
        }
        return fresh;
    }

    /** Goes on with the optimisation that waits for these evaluations, or takes it up from the document. */
    private Decision decide(Optimization before, List<Evaluated> fresh, Optimization after) {
        try {
            AskTell optimization = warm.take(before).orElseGet(() -> takeUp(before));
            optimization.tell(forOptimizer(fresh));
            Decision decision = optimization.ask();
            switch (decision) {
                case Decision.Evaluate evaluate -> warm.keep(after, optimization);
                case Decision.Stop stop -> optimization.close();
            }
            return decision;
        } catch (IllegalArgumentException e) {
            throw new RunException(Section.OPTIMIZATION.pointer(), e.getMessage(), e);
        }
    }

    private static AskTell takeUp(Optimization optimization) {
        Optimization.Settings settings = optimization.settings();
        return OptimizerMethod.named(optimization.optimizer())
                .optimizer()
                .resume(
                        new OptimizerSettings(
                                settings.start(),
                                settings.initialStep(),
                                settings.tolerance(),
                                settings.maximumEvaluations(),
                                settings.seed(),
                                settings.targetValue()),
                        forOptimizer(optimization.evaluations().read()));
    }

    private static List<Evaluation> forOptimizer(List<Evaluated> evaluations) {
        return evaluations.stream()
                .map(evaluated -> new Evaluation(evaluated.parameters(), evaluated.value(), evaluated.standardError()))
                .toList();
    }

    private static OptimizeOutcome.Progress progress(Run run, Optimization.Best best) {
        double energy = best.sample().map(Optimization.Sample::energy).orElse(best.value());
        return run.find(Section.ENCODING)
                .map(encoding ->
                        new OptimizeOutcome.Progress(encoding.objective(energy), encoding.objective(best.value())))
                .orElseGet(() -> new OptimizeOutcome.Progress(energy, best.value()));
    }

    private static Request next(Request request, Decision.Evaluate evaluate) {
        int iteration = request.iteration() + 1;
        return new Request(
                iteration,
                evaluate.points(),
                request.shots(),
                Seeds.derive(request.runSeed(), iteration),
                request.runSeed(),
                request.outputs());
    }

    private static Optimization stopped(Optimization optimization, String reason) {
        return new Optimization(
                optimization.optimizer(),
                optimization.settings(),
                optimization.best(),
                Optional.of(reason),
                optimization.evaluations());
    }
}
