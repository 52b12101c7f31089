// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import org.nifiquantum.engine.operator.IsingModel;

/** Finds a state of low energy. Solvers keep no state, so one serves many threads. */
public interface Solver {
    /**
     * Searches within the budget. There is always an answer: an exhausted or cancelled budget only makes it worse.
     *
     * @throws IllegalArgumentException if the model is too large for this solver
     */
    Solution solve(IsingModel model, SolverBudget budget);
}
