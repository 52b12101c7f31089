// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.List;
import java.util.Optional;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * What somebody wants to know. The three shapes of it decide how it becomes a circuit: an answer over bits is sampled, the
 * ground state of an operator is prepared, a table of data is put through a circuit row by row. A kind of problem is one package: a record with its checks, its readers, its
 * model, its decoder, and a search of its own where it needs one.
 */
public sealed interface Problem permits BinaryProblem, DataProblem, HamiltonianProblem {
    /** The name of this kind of problem in documents, such as {@code maxcut}. */
    String type();

    /** Which way an objective is better. */
    Sense sense();

    /** How many qubits it takes; cheap, whatever the size. */
    int qubits();

    /**
     * Searches with a proof in view: an answer that is proven, or the best so far and a bound where the budget ended; empty where
     * such a search is hopeless within it, or was cancelled before it had an answer.
     */
    Optional<ClassicalAnswer> solveExactly(SolverBudget budget);

    /** Searches for a good answer; there always is one. */
    ClassicalAnswer searchHeuristically(SolverBudget budget);

    /** The best classical answer within the budget, exact search first; there always is one. */
    default ClassicalAnswer solve(SolverBudget budget) {
        return ClassicalSearch.solve(this, List.of(SearchMethod.EXACT, SearchMethod.HEURISTIC), budget)
                .orElseThrow();
    }
}
