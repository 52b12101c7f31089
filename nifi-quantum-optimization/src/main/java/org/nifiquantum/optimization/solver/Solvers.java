// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.Optional;
import org.nifiquantum.engine.operator.IsingModel;

/** Exact search, where it fits. */
public final class Solvers {
    /** What one state may cost the exact solver: 16 were measured on one core, the rest is for a busy machine. */
    private static final double NANOS_PER_STATE = 25;

    private Solvers() {}

    /** Looks at every state where that most likely ends within the time limit; empty where it does not. */
    public static Optional<Solution> solveExactly(IsingModel model, SolverBudget budget) {
        boolean fits = model.spins() <= ExactSolver.MAXIMUM_SPINS
                && Math.scalb(NANOS_PER_STATE, model.spins())
                        <= budget.timeLimit().toNanos();
        return fits ? Optional.of(new ExactSolver().solve(model, budget)) : Optional.empty();
    }
}
