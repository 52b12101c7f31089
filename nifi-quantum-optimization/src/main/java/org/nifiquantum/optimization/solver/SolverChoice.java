// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.Objects;

/**
 * A solver for a model and a budget.
 *
 * @param solver the solver
 * @param reason a sentence that says why it is this one
 */
public record SolverChoice(Solver solver, String reason) {
    public SolverChoice {
        Objects.requireNonNull(solver, "solver");
        Objects.requireNonNull(reason, "reason");
    }
}
