// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.solver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.solver.AnnealingSolver;
import org.nifiquantum.optimization.solver.Solution;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Runs the metaheuristic against a goal, from several seeds. Its budget is processor time of the solving thread, so that
 * neighbours on the machine do not count; it stops when the goal is reached, and the time until then is what is told.
 */
public final class SolverBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_SECOND = 1e9;
    /** A search that is not scheduled at all must end some time. */
    private static final Duration WALL = Duration.ofHours(1);
    /** Energies of real weights are sums with rounding. */
    private static final double ROUNDING = 1e-9;

    private final int seeds;

    /**
     * @param seeds how many: 1, 2, 3, ...
     */
    public SolverBenchmark(int seeds) {
        this.seeds = seeds;
    }

    /** What the seeds reached. */
    public SolverRow run(Goal goal, BinaryProblem problem) {
        IsingModel model = problem.ising();
        List<SolverRow.Attempt> attempts = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            attempts.add(attempt(goal, problem, model, seed));
        }
        return new SolverRow(goal, problem.variables().size(), problem.sense(), attempts);
    }

    private static SolverRow.Attempt attempt(Goal goal, BinaryProblem problem, IsingModel model, long seed) {
        double sign = switch (problem.sense()) {
            case MINIMIZE -> 1;
            case MAXIMIZE -> -1;
        };
        long start = THREADS.getCurrentThreadCpuTime();
        long limit = (long) (goal.cpuSeconds() * NANOS_PER_SECOND);
        double target = sign * goal.value() + ROUNDING * Math.abs(goal.value());
        Solution solution = new AnnealingSolver()
                .solve(
                        model,
                        new SolverBudget(WALL, () -> THREADS.getCurrentThreadCpuTime() - start >= limit, seed, target));
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / NANOS_PER_SECOND;
        return new SolverRow.Attempt(problem.objective(solution.bits()), solution.energy() <= target, seconds);
    }
}
