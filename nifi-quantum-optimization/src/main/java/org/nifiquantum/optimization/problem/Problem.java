// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * What somebody wants to know. The two shapes of it decide how it becomes a circuit: an answer over bits is sampled, the
 * ground state of an operator is prepared. A kind of problem is one package: a record with its checks, its readers, its
 * model, its decoder, and a search of its own where it needs one.
 */
public sealed interface Problem permits BinaryProblem, HamiltonianProblem {
    /** The name of this kind of problem in documents, such as {@code maxcut}. */
    String type();

    /** Which way an objective is better. */
    Sense sense();

    /** How many qubits it takes; cheap, whatever the size. */
    int qubits();

    /** The best classical answer within the budget; there always is one. */
    ClassicalAnswer solve(SolverBudget budget);
}
