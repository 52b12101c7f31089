// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.services.api.Observable;

/** Observables of the backend contract as the engine's operators. */
public final class PauliSums {

    private PauliSums() {}

    /**
     * Converts.
     *
     * @throws IllegalArgumentException if a letter is none of X, Y, Z, or a qubit is named twice in a term
     */
    public static PauliSum of(Observable observable) {
        PauliSumBuilder sum = PauliSum.builder().constant(observable.constant());
        for (Observable.Term term : observable.terms()) {
            sum.add(
                    term.coefficient(),
                    term.pauli(),
                    term.qubits().stream().mapToInt(Integer::intValue).toArray());
        }
        return sum.build();
    }
}
