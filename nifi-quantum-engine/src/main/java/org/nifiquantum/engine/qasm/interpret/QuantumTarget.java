// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.List;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.qasm.ast.Place;

/** What happens to the qubits: written down, only checked, or done. */
interface QuantumTarget {

    /** What a measurement tells. */
    enum Outcome {
        ZERO,
        ONE,
        NOT_YET_KNOWN;

        static Outcome of(boolean one) {
            return one ? ONE : ZERO;
        }
    }

    /**
     * Counts gates about to come.
     *
     * @param expanded how many they are after every definition is replaced by its body
     * @param depth of the definitions
     */
    default void expanding(Place place, long expanded, int depth, Budget budget) {
        budget.gates(place, expanded);
    }

    void gate(Place place, GateOperation operation);

    /**
     * Measures a qubit.
     *
     * @param bit the circuit's bit for the outcome, or {@link BitMemory#NOT_IN_CIRCUIT}
     */
    Outcome measure(Place place, int qubit, int bit);

    void reset(Place place, int qubit);

    void barrier(Place place, List<Integer> qubits);
}
