// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;

/** What must hold of every constrained problem: its states of lowest energy are its best feasible answers. */
public final class LowestStates {
    private LowestStates() {}

    /**
     * Looks at all states.
     *
     * @param best the objective of the best feasible answer, known by other means
     */
    public static void assertAreBest(BinaryProblem problem, double best) {
        IsingModel model = problem.ising();
        int qubits = problem.qubits();
        assertEquals(qubits, problem.variables().size());
        assertEquals(qubits, problem.variables().stream().distinct().count());
        assertEquals(qubits, model.spins());
        double lowest = Double.POSITIVE_INFINITY;
        for (long state = 0; state < 1L << qubits; state++) {
            lowest = Math.min(lowest, model.energy(BitString.ofIndex(state, qubits)));
        }
        double room = 1e-9 * Math.max(1, Math.abs(lowest));
        assertEquals(best, problem.sense() == Sense.MINIMIZE ? lowest : -lowest, room, problem::toString);
        for (long state = 0; state < 1L << qubits; state++) {
            BitString bits = BitString.ofIndex(state, qubits);
            if (model.energy(bits) <= lowest + room) {
                Answer answer = problem.decode(bits);
                assertTrue(answer.feasible(), () -> problem + " at " + bits + ": " + answer.violations());
                assertEquals(best, answer.objective(), room, () -> problem + " at " + bits);
            }
        }
    }
}
