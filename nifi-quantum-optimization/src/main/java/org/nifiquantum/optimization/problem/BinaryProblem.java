// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.solver.AnnealingSolver;
import org.nifiquantum.optimization.solver.Solution;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.nifiquantum.optimization.solver.Solvers;

/**
 * A problem over binary variables. An answer is a {@link BitString} as long as {@link #variables()}: bit i is the value
 * of variable i.
 */
public non-sealed interface BinaryProblem extends Problem {
    /** The names of the variables in the user's words; variable i is qubit i. */
    List<String> variables();

    @Override
    default int qubits() {
        return variables().size();
    }

    /** Groups of variables of which every feasible answer has exactly one 1; no variable is in two. */
    default List<List<Integer>> oneHotGroups() {
        return List.of();
    }

    /**
     * The problem as an energy that is always to be minimised: its lowest states are the best feasible answers. Of a
     * feasible answer the objective is the energy, or its negative where the sense is {@link Sense#MAXIMIZE}, constants
     * included; a kind of problem whose objective is no quadratic form of its variables says what the energy is instead.
     */
    IsingModel ising();

    /** What breaking a constraint by one costs in {@link #ising()}; empty where there is no constraint. */
    default OptionalDouble penalty() {
        return OptionalDouble.empty();
    }

    /**
     * Reads bits as an answer in the user's words.
     *
     * @throws IllegalArgumentException if there is another number of bits than there are variables
     */
    Answer decode(BitString bits);

    /** The value of an answer, in the user's sense; as {@link #decode}. */
    default double objective(BitString bits) {
        return decode(bits).objective();
    }

    /** True if the answer keeps all of the problem's constraints; as {@link #decode}. */
    default boolean feasible(BitString bits) {
        return decode(bits).feasible();
    }

    /** Any such problem can be answered as an Ising model; those that need better have a search of their own. */
    @Override
    default Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        return Solvers.solveExactly(ising(), budget)
                .map(found -> ClassicalAnswer.of(this, found.bits(), found.method(), found.provenOptimal()));
    }

    /** As an Ising model too. */
    @Override
    default ClassicalAnswer searchHeuristically(SolverBudget budget) {
        Solution found = new AnnealingSolver().solve(ising(), budget);
        return ClassicalAnswer.of(this, found.bits(), found.method(), false);
    }
}
