// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.solver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.ClassicalSearch;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Runs the solvers against a goal, from several seeds. Their budget is processor time of the solving thread, so that neighbours
 * on the machine do not count; they stop when the goal is reached, and the time until then is what is told.
 */
public final class SolverBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_SECOND = 1e9;
    /** Objectives of real weights are sums with rounding. */
    private static final double ROUNDING = 1e-9;
    /** No value is known to more digits behind the point. */
    private static final double LAST_DIGIT = 1e-12;

    private final int seeds;

    /**
     * @param seeds how many: 1, 2, 3, ...
     */
    public SolverBenchmark(int seeds) {
        this.seeds = seeds;
    }

    /** What the seeds reached. */
    public SolverRow run(Goal goal, Problem problem) {
        List<SolverRow.Attempt> attempts = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            attempts.add(attempt(goal, problem, seed));
        }
        return new SolverRow(goal, problem.qubits(), problem.sense(), attempts);
    }

    private static SolverRow.Attempt attempt(Goal goal, Problem problem, long seed) {
        double sign = switch (problem.sense()) {
            case MINIMIZE -> 1;
            case MAXIMIZE -> -1;
        };
        double target = sign * goal.value() + Math.max(ROUNDING * Math.abs(goal.value()), LAST_DIGIT);
        SolverBudget budget = new SolverBudget(
                Duration.ofNanos((long) (goal.cpuSeconds() * NANOS_PER_SECOND)),
                () -> false,
                seed,
                target,
                THREADS::getCurrentThreadCpuTime);
        long start = THREADS.getCurrentThreadCpuTime();
        Answer answer = ClassicalSearch.solve(problem, goal.order(), budget)
                .orElseThrow()
                .answer();
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / NANOS_PER_SECOND;
        boolean reached = answer.feasible() && sign * answer.objective() <= target;
        return new SolverRow.Attempt(answer.objective(), reached, seconds);
    }
}
