// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.InstantSource;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.nifiquantum.run.document.Phase;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Spent;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.ProblemJson;

/** Finds a classical answer within a time budget, whatever happened on the quantum road: {@code solution}. */
public final class FallBack {

    private final InstantSource clock;

    public FallBack(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Solves.
     *
     * @param runId the id of the new run where a bare problem is given
     * @throws RunException if there is no problem to solve
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
        ClassicalAnswer found =
                problem.solve(new SolverBudget(settings.timeBudget(), settings.cancelled(), settings.seed()));
        Totals totals = run.find(Section.TOTALS).orElseGet(() -> Totals.startingAt(clock.instant()));
        return run.with(Section.SOLUTION, Solutions.of(problem, found, settings.reason()))
                .with(Section.TOTALS, totals.plus(Spent.in(Phase.DECODE, stopwatch.elapsed()), clock.instant()));
    }
}
