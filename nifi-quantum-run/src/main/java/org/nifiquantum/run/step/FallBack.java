// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.InstantSource;
import java.util.Optional;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.cache.AnswerCache;
import org.nifiquantum.run.document.Phase;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.ProblemJson;

/** Finds a classical answer within a time budget, whatever happened on the quantum road: {@code solution}. */
public final class FallBack {

    private final InstantSource clock;
    private final Optional<AnswerCache> cache;

    /** Without a cache. */
    public FallBack(InstantSource clock) {
        this(clock, Optional.empty());
    }

    /**
     * A step.
     *
     * @param cache asked where the order says so, and given each answer that is found
     */
    public FallBack(InstantSource clock, Optional<AnswerCache> cache) {
        this.clock = clock;
        this.cache = cache;
    }

    /**
     * Solves.
     *
     * @param runId the id of the new run where a bare problem is given
     * @throws RunException if there is no problem to solve, or none of the order has an answer
     */
    public Run apply(Input input, String runId, FallBackSettings settings) {
        return switch (input) {
            case Input.OfProblem given ->
                solve(
                        Run.create(runId)
                                .with(Section.PROBLEM, given.source())
                                .with(Section.TOTALS, Totals.startingAt(clock.instant())),
                        given.problem(),
                        settings);
            case Input.OfRun given -> apply(given.run(), settings);
            case Input.OfProgram given ->
                throw new RunException(
                        Section.PROBLEM.pointer(),
                        "is missing: a bare circuit has no classical answer to fall back on");
        };
    }

    /** Solves the problem of a run. */
    public Run apply(Run run, FallBackSettings settings) {
        return solve(run, ProblemJson.read(run.get(Section.PROBLEM), Section.PROBLEM.pointer()), settings);
    }

    private Run solve(Run run, Problem problem, FallBackSettings settings) {
        Stopwatch stopwatch = Stopwatch.start();
        Solution solution = new Answering(problem, settings, cache)
                .answer()
                .orElseThrow(() -> new RunException(
                        Section.PROBLEM.pointer(),
                        "has no answer by [%s] within %s; add heuristic to Solver Order, or raise Time Budget"
                                .formatted(SolverKind.text(settings.order()), settings.timeBudget())));
        cache.ifPresent(kept -> kept.offer(problem, solution));
        Totals totals = run.find(Section.TOTALS).orElseGet(() -> Totals.startingAt(clock.instant()));
        return run.with(Section.SOLUTION, solution)
                .with(Section.TOTALS, totals.plus(stopwatch.spentIn(Phase.DECODE), clock.instant()));
    }
}
