// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.Optional;
import org.nifiquantum.engine.operator.IsingModel;

/** Exact search, where it fits. */
public final class Solvers {
    /** What one state may cost the exact solver: 16 were measured on one core, the rest is for a busy machine. */
    private static final double NANOS_PER_STATE = 25;

    /** So few are looked at state by state in any case: of equal answers that gives the first. */
    private static final int FEW_SPINS = 20;

    private Solvers() {}

    /**
     * The lowest state, by dynamic programming where the model is sparse, by looking at every state where it is small; empty where
     * neither would end within the time limit, as far as that can be told.
     */
    public static Optional<Solution> solveExactly(IsingModel model, SolverBudget budget) {
        if (model.spins() <= FEW_SPINS) {
            return everyState(model, budget);
        }
        SolverBudget.Clock clock = budget.start();
        return BucketElimination.lowest(model, budget)
                .map(bits -> new Solution(bits, model.energy(bits), ExactSolver.METHOD, true, false))
                .or(() -> everyState(model, budget.within(clock.left())));
    }

    private static Optional<Solution> everyState(IsingModel model, SolverBudget budget) {
        boolean fits = model.spins() <= ExactSolver.MAXIMUM_SPINS
                && Math.scalb(NANOS_PER_STATE, model.spins())
                        <= budget.timeLimit().toNanos();
        return fits ? Optional.of(new ExactSolver().solve(model, budget)) : Optional.empty();
    }
}
