// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.engine.simulation.Seeds;
import org.nifiquantum.optimization.optimizer.AskTell;
import org.nifiquantum.optimization.optimizer.Decision;
import org.nifiquantum.optimization.optimizer.Evaluation;
import org.nifiquantum.optimization.optimizer.OptimizerMethod;
import org.nifiquantum.optimization.optimizer.StopReason;
import org.nifiquantum.optimization.problem.data.DataTable;
import org.nifiquantum.run.document.EncodingFacts;
import org.nifiquantum.run.document.History;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Optimization.Evaluated;
import org.nifiquantum.run.document.Phase;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.input.ProblemJson;
import org.nifiquantum.services.api.Output;

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
        List<Evaluated> fresh = Measured.of(run, before.settings());
        Optional<SampleScoring> scoring = SampleScoring.of(run);
        Optimization after = new Optimization(
                before.optimizer(),
                before.settings(),
                Optional.of(BestSoFar.update(before.best(), fresh, run, scoring)),
                Optional.empty(),
                before.evaluations().plus(fresh));
        Decision decision = decide(before, fresh, after);
        Totals totals = run.get(Section.TOTALS).plus(stopwatch.spentIn(Phase.OPTIMIZE), clock.instant());
        Run timed = run.with(Section.TOTALS, totals);
        OptimizeOutcome.Progress progress = progress(run, scoring, after.best().orElseThrow());
        return switch (decision) {
            case Decision.Stop stop -> stopped(timed, after, progress, stop.reason());
            case Decision.Evaluate evaluate -> {
                Optional<StopReason> usedUp = OptimizationBudget.usedUp(run, after.settings(), totals);
                if (usedUp.isPresent()) {
                    warm.take(after).ifPresent(AskTell::close);
                    yield stopped(timed, after, progress, usedUp.get());
                }
                yield new OptimizeOutcome.Evaluate(
                        timed.with(Section.REQUEST, next(run.get(Section.REQUEST), evaluate, method(after)))
                                .with(Section.OPTIMIZATION, after),
                        progress);
            }
        };
    }

    private static Optimization begin(Run run, OptimizeSettings settings) {
        if (run.find(Section.PROBLEM).map(ProblemJson::type).equals(Optional.of(DataTable.TYPE))) {
            throw new RunException(
                    Section.PROBLEM.pointer(),
                    "is a table of data, which leaves nothing to optimise; lead PollResult's success to DecodeSolution");
        }
        return new Optimization(
                settings.method().text(),
                OptimizationSettings.begin(run, settings),
                Optional.empty(),
                Optional.empty(),
                History.of(List.of()));
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
        return method(optimization)
                .optimizer()
                .resume(
                        OptimizationSettings.forOptimizer(optimization.settings()),
                        forOptimizer(optimization.evaluations().read()));
    }

    private static OptimizerMethod method(Optimization optimization) {
        return OptimizerMethod.named(optimization.optimizer());
    }

    private static List<Evaluation> forOptimizer(List<Evaluated> evaluations) {
        return evaluations.stream()
                .map(evaluated -> new Evaluation(
                        evaluated.parameters(), evaluated.value(), evaluated.standardError(), evaluated.gradient()))
                .toList();
    }

    private static OptimizeOutcome.Progress progress(Run run, Optional<SampleScoring> scoring, Optimization.Best best) {
        Optional<EncodingFacts> encoding = run.find(Section.ENCODING);
        double expectation = inUsersMeasure(encoding, best.value());
        double objective = best.sample()
                .map(sample -> scoring.map(known -> known.score(sample.bits()))
                        .filter(SampleScoring.Score::feasible)
                        .map(SampleScoring.Score::value)
                        .orElseGet(() -> inUsersMeasure(encoding, sample.energy())))
                .orElse(expectation);
        return new OptimizeOutcome.Progress(objective, expectation);
    }

    private static double inUsersMeasure(Optional<EncodingFacts> encoding, double energy) {
        return encoding.map(facts -> facts.objective(energy)).orElse(energy);
    }

    private static Request next(Request request, Decision.Evaluate evaluate, OptimizerMethod method) {
        int iteration = request.iteration() + 1;
        Set<Output> outputs = new HashSet<>(request.outputs());
        if (method.usesGradient()) {
            outputs.add(Output.GRADIENT);
        }
        return new Request(
                iteration,
                evaluate.points(),
                request.shots(),
                Seeds.derive(request.runSeed(), iteration),
                request.runSeed(),
                outputs);
    }

    private static OptimizeOutcome stopped(
            Run run, Optimization optimization, OptimizeOutcome.Progress progress, StopReason reason) {
        Optimization over = new Optimization(
                optimization.optimizer(),
                optimization.settings(),
                optimization.best(),
                Optional.of(reason.text()),
                optimization.evaluations());
        return new OptimizeOutcome.Stopped(run.with(Section.OPTIMIZATION, over), progress, reason.text());
    }
}
