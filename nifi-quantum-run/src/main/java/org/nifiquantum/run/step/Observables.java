// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliTerm;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.services.api.Observable;

/** Operators of the engine as the document and the backends know them. */
final class Observables {

    private Observables() {}

    static Observable of(PauliSum operator) {
        return new Observable(operator.terms().stream().map(Observables::of).toList(), operator.constant());
    }

    /**
     * The run's observable, if it has one.
     *
     * @throws RunException if it acts on a qubit that the program has not
     */
    static Optional<Observable> find(Run run) {
        Optional<Observable> observable = run.find(Section.OBSERVABLE);
        observable.ifPresent(
                found -> requireFitting(found, run.get(Section.PROGRAM).qubits()));
        return observable;
    }

    private static void requireFitting(Observable observable, int qubits) {
        for (int i = 0; i < observable.terms().size(); i++) {
            Observable.Term term = observable.terms().get(i);
            if (term.qubits().stream().anyMatch(qubit -> qubit >= qubits)) {
                throw new RunException(
                        "%s/terms/%d/qubits".formatted(Section.OBSERVABLE.pointer(), i),
                        "%s are not all among the %d qubits of the program".formatted(term.qubits(), qubits));
            }
        }
    }

    private static Observable.Term of(PauliTerm term) {
        String letters = term.string().letters().values().stream()
                .map(letter -> letter.name())
                .collect(Collectors.joining());
        return new Observable.Term(letters, List.copyOf(term.string().letters().keySet()), term.coefficient());
    }
}
