// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.stream.DoubleStream;
import org.nifiquantum.services.api.Observable;

/** The energy of a measured bitstring under an observable of Z letters only, which measurement alone determines. */
final class DiagonalEnergy {

    private final Observable observable;

    private DiagonalEnergy(Observable observable) {
        this.observable = observable;
    }

    static boolean applies(Observable observable) {
        return observable.terms().stream().allMatch(term -> term.pauli().chars().allMatch(letter -> letter == 'Z'));
    }

    static DiagonalEnergy of(Observable observable) {
        if (!applies(observable)) {
            throw new IllegalArgumentException("Only an observable of Z letters gives a bitstring an energy");
        }
        return new DiagonalEnergy(observable);
    }

    /** How many bits a bitstring needs at least. */
    int qubits() {
        return 1
                + observable.terms().stream()
                        .flatMap(term -> term.qubits().stream())
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(-1);
    }

    /**
     * The energy: each Z contributes +1 for a measured 0 and -1 for a measured 1.
     *
     * @param bits {@code c[n-1]...c[0]}
     */
    double of(String bits) {
        return DoubleStream.concat(
                        DoubleStream.of(observable.constant()),
                        observable.terms().stream().mapToDouble(term -> value(term, bits)))
                .sum();
    }

    private static double value(Observable.Term term, String bits) {
        boolean odd = false;
        for (int qubit : term.qubits()) {
            odd ^= bits.charAt(bits.length() - 1 - qubit) == '1';
        }
        return odd ? -term.coefficient() : term.coefficient();
    }
}
