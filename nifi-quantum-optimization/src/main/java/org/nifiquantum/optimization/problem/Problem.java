// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.List;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * A problem over binary variables. An answer is a {@link BitString} as long as {@link #variables()}: bit i is the value
 * of variable i.
 */
public sealed interface Problem permits MaxCut, Qubo, Ising {
    /** The name of this kind of problem in documents, such as {@code maxcut}. */
    String type();

    /** Which way {@link #objective} is better. */
    Sense sense();

    /** The names of the variables in the user's words; variable i is qubit i. */
    List<String> variables();

    /** Groups of variables of which every feasible answer has exactly one 1; no variable is in two. */
    default List<List<Integer>> oneHotGroups() {
        return List.of();
    }

    /**
     * The problem as an energy that is always to be minimised. Of a feasible answer the objective is the energy, or its
     * negative where the sense is {@link Sense#MAXIMIZE}, constants included.
     */
    IsingModel ising();

    /**
     * The value of an answer, in the user's sense.
     *
     * @throws IllegalArgumentException if the answer has another number of bits than there are variables
     */
    double objective(BitString bits);

    /** True if the answer keeps all of the problem's constraints. */
    boolean feasible(BitString bits);
}
