// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * ojAlgo's solvers, which ask no one whether to go on, but look at their clock before each iteration. So they have a thread of their
 * own, and their time is over once ours is. An interruption would lose the best answer so far.
 */
final class Interruptible {
    private static final long MILLIS_BETWEEN_CLOCKS = 5;
    /** An iteration is over long before. */
    private static final long LAST_MILLIS = 1_000;

    private Interruptible() {}

    /** The result, such as it was when the clock ran out; empty if there was none. */
    static Optional<Optimisation.Result> solve(
            ExpressionsBasedModel model, Supplier<Optimisation.Result> solver, SolverBudget.Clock clock) {
        if (clock.exhausted()) {
            return Optional.empty();
        }
        FutureTask<Optimisation.Result> task = new FutureTask<>(solver::get);
        Thread thread = Thread.ofPlatform().daemon().name("ojAlgo").start(task);
        try {
            while (!clock.exhausted()) {
                Optional<Optimisation.Result> result = await(task, MILLIS_BETWEEN_CLOCKS);
                if (result.isPresent()) {
                    return result;
                }
            }
            model.options.time_abort = 0;
            model.options.time_suffice = 0;
            return await(task, LAST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            // No matter where there is a result.
            thread.interrupt();
        }
    }

    private static Optional<Optimisation.Result> await(FutureTask<Optimisation.Result> task, long millis)
            throws InterruptedException {
        try {
            return Optional.of(task.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("ojAlgo failed: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
