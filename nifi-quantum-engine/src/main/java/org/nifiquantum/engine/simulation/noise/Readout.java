// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.engine.operator.PauliTerm;

/** What errors of the readout do to probabilities, outcomes and expectations. */
final class Readout {
    private static final int MOST_TERMS = 1_000_000;

    private Readout() {}

    /** The probabilities of what is read, given those of what is; changes the array. */
    static double[] read(NoiseModel noise, int qubits, double[] probabilities) {
        for (int qubit = 0; qubit < qubits; qubit++) {
            ReadoutError error = noise.readoutOf(qubit);
            if (error.equals(ReadoutError.NONE)) {
                continue;
            }
            int bit = 1 << qubit;
            for (int state = 0; state < probabilities.length; state++) {
                if ((state & bit) == 0) {
                    double zero = probabilities[state];
                    double one = probabilities[state | bit];
                    double moved = zero * error.oneGivenZero() - one * error.zeroGivenOne();
                    probabilities[state] = zero - moved;
                    probabilities[state | bit] = one + moved;
                }
            }
        }
        return probabilities;
    }

    /** What is read of a basis state. */
    static long read(NoiseModel noise, int qubits, long basisState, Uniforms uniforms) {
        long read = basisState;
        for (int qubit = 0; qubit < qubits; qubit++) {
            boolean value = (basisState >>> qubit & 1) != 0;
            if (uniforms.next() < noise.readoutOf(qubit).ofMisreading(value)) {
                read ^= 1L << qubit;
            }
        }
        return read;
    }

    /**
     * The observable whose expectation is what a measurement of the given one shows on average. Each letter is measured as Z of
     * its qubit after a change of basis, and Z is read as {@code (1 - a - b) Z + (b - a)}.
     */
    static PauliSum read(NoiseModel noise, PauliSum observable) {
        PauliSumBuilder builder = PauliSum.builder().constant(observable.constant());
        int terms = 0;
        for (PauliTerm term : observable.terms()) {
            terms += add(noise, term, builder);
            if (terms > MOST_TERMS) {
                throw new IllegalArgumentException(
                        "With one-sided readout errors the observable has more than %d terms; leave them out or shorten it"
                                .formatted(MOST_TERMS));
            }
        }
        return builder.build();
    }

    private static int add(NoiseModel noise, PauliTerm term, PauliSumBuilder builder) {
        PauliSum product = new PauliSum(List.of(), term.coefficient());
        for (Map.Entry<Integer, Pauli> entry : term.string().letters().entrySet()) {
            ReadoutError error = noise.readoutOf(entry.getKey());
            double kept = 1 - error.oneGivenZero() - error.zeroGivenOne();
            double shift = error.zeroGivenOne() - error.oneGivenZero();
            PauliSum extended = with(product, entry.getKey(), entry.getValue()).times(kept);
            product = shift == 0 ? extended : extended.plus(product.times(shift));
        }
        builder.add(product);
        return product.terms().size();
    }

    private static PauliSum with(PauliSum sum, int qubit, Pauli letter) {
        PauliSumBuilder builder = PauliSum.builder();
        builder.add(sum.constant(), new PauliString(new TreeMap<>(Map.of(qubit, letter))));
        for (PauliTerm term : sum.terms()) {
            TreeMap<Integer, Pauli> letters = new TreeMap<>(term.string().letters());
            letters.put(qubit, letter);
            builder.add(term.coefficient(), new PauliString(letters));
        }
        return builder.build();
    }
}
