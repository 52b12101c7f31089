// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.Arrays;
import org.nifiquantum.services.api.Observable;

/** The energy of a measured bitstring under an observable of Z letters only, which measurement alone determines. */
final class DiagonalEnergy {

    private final double constant;
    private final double[] coefficients;
    private final int[][] letters;
    private final int qubits;

    private DiagonalEnergy(Observable observable) {
        this.constant = observable.constant();
        this.coefficients = observable.terms().stream()
                .mapToDouble(Observable.Term::coefficient)
                .toArray();
        this.letters = observable.terms().stream()
                .map(term -> term.qubits().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.qubits =
                1 + Arrays.stream(letters).flatMapToInt(Arrays::stream).max().orElse(-1);
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
        return qubits;
    }

    /**
     * The energy: each Z contributes +1 for a measured 0 and -1 for a measured 1.
     *
     * @param bits {@code c[n-1]...c[0]}
     */
    double of(String bits) {
        double energy = constant;
        for (int term = 0; term < coefficients.length; term++) {
            energy += isOdd(letters[term], bits) ? -coefficients[term] : coefficients[term];
        }
        return energy;
    }

    private static boolean isOdd(int[] qubits, String bits) {
        boolean odd = false;
        for (int qubit : qubits) {
            odd ^= bits.charAt(bits.length() - 1 - qubit) == '1';
        }
        return odd;
    }
}
