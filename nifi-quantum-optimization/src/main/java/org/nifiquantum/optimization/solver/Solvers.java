// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.time.Duration;
import org.nifiquantum.engine.operator.IsingModel;

/** Chooses between the solvers. */
public final class Solvers {
    /** What one state may cost the exact solver: 16 were measured on one core, the rest is for a busy machine. */
    private static final double NANOS_PER_STATE = 50;

    /** Enough for models that exact search takes, and over in milliseconds. */
    private static final int RESCUE_RESTARTS = 30;

    private Solvers() {}

    /** Exact search where it certainly ends within the time limit, annealing otherwise. */
    public static SolverChoice choose(IsingModel model, Duration timeLimit) {
        int spins = model.spins();
        if (spins > ExactSolver.MAXIMUM_SPINS) {
            return new SolverChoice(
                    new AnnealingSolver(),
                    "annealing, because " + spins + " variables are more than the " + ExactSolver.MAXIMUM_SPINS
                            + " of exact search");
        }
        double exactMillis = Math.scalb(NANOS_PER_STATE, spins) / 1e6;
        if (exactMillis > timeLimit.toMillis()) {
            return new SolverChoice(
                    new AnnealingSolver(),
                    "annealing, because exact search over " + spins + " variables may take longer than "
                            + timeLimit.toMillis() + " ms");
        }
        return new SolverChoice(
                new ExactSolver(), "exact, because " + spins + " variables can all be searched in time");
    }

    /**
     * Solves with the solver that fits the model and the budget. An exact search that was cut short knows only the states
     * it came to; a brief annealing then sees to a good answer, some milliseconds beyond the time limit.
     */
    public static Solution solve(IsingModel model, SolverBudget budget) {
        Solution solution = choose(model, budget.timeLimit()).solver().solve(model, budget);
        if (solution.provenOptimal() || !solution.method().equals(ExactSolver.METHOD)) {
            return solution;
        }
        Solution rescue = AnnealingSolver.withRestarts(RESCUE_RESTARTS).solve(model, budget);
        return rescue.energy() < solution.energy() ? rescue : solution;
    }
}
