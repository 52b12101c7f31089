// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.List;
import java.util.stream.Collectors;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliTerm;
import org.nifiquantum.services.api.Observable;

/** Operators of the engine as the document and the backends know them. */
final class Observables {

    private Observables() {}

    static Observable of(PauliSum operator) {
        return new Observable(operator.terms().stream().map(Observables::of).toList(), operator.constant());
    }

    private static Observable.Term of(PauliTerm term) {
        String letters = term.string().letters().values().stream()
                .map(letter -> letter.name())
                .collect(Collectors.joining());
        return new Observable.Term(letters, List.copyOf(term.string().letters().keySet()), term.coefficient());
    }
}
