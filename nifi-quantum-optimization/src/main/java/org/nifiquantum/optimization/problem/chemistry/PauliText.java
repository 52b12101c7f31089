// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.chemistry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nifiquantum.engine.operator.PauliString;

/** Pauli strings as files of chemistry write them. */
public final class PauliText {
    private static final Pattern FACTOR = Pattern.compile("([XYZ])(\\d{1,4})");

    private PauliText() {}

    /**
     * Reads {@code X0 Y1 Z12}; blank is the identity.
     *
     * @throws IllegalArgumentException if a factor is none, or two act on one qubit
     */
    public static PauliString ofFactors(String text) {
        StringBuilder letters = new StringBuilder();
        String[] factors = text.isBlank() ? new String[0] : text.strip().split("\\s+");
        int[] qubits = new int[factors.length];
        for (int i = 0; i < factors.length; i++) {
            Matcher matcher = FACTOR.matcher(factors[i]);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + factors[i] + "' is no factor such as X0: a letter X, Y or Z and a qubit");
            }
            letters.append(matcher.group(1));
            qubits[i] = Integer.parseInt(matcher.group(2));
        }
        return PauliString.of(letters.toString(), qubits);
    }

    /**
     * Reads {@code XXIZ}, one letter for each qubit, that of the highest qubit first.
     *
     * @throws IllegalArgumentException if a letter is none of I, X, Y, Z
     */
    public static PauliString ofLetters(String text) {
        int[] qubits = new int[text.length()];
        for (int i = 0; i < qubits.length; i++) {
            qubits[i] = qubits.length - 1 - i;
        }
        return PauliString.of(text, qubits);
    }
}
