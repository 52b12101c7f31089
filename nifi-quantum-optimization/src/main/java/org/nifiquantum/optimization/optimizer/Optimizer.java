// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;

/**
 * A classical minimiser as a pure function of its settings and of the evaluations made so far.
 *
 * <p>The same settings and history give the same decision, on every machine of one CPU architecture. The caller
 * evaluates the points of an {@link Decision.Evaluate} in their order, appends each as an {@link Evaluation} to the
 * history, and asks again. A history may be cut anywhere, inside a batch too: the answer then names the points that
 * are still missing.
 */
@FunctionalInterface
public interface Optimizer {
    /**
     * Takes an optimisation up where a history ends, to go on with it in memory.
     *
     * @param settings where to start and when to stop; the same for every call of one optimisation
     * @param history all evaluations so far in the order in which they were asked for; empty at the start
     */
    AskTell resume(OptimizerSettings settings, List<Evaluation> history);

    /**
     * Says what to do next, from the history alone.
     *
     * @return the points to evaluate next (at least one), or the end with the best evaluation
     * @throws HistoryMismatchException if the history holds a point this optimiser, with these settings, did not ask
     *     for
     */
    default Decision next(OptimizerSettings settings, List<Evaluation> history) {
        try (AskTell optimization = resume(settings, history)) {
            return optimization.ask();
        }
    }
}
