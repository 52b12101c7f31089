// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The circuit.
 *
 * @param language the language and its version
 * @param source the text, as our writer prints it
 * @param sha256 of the UTF-8 source, hexadecimal
 * @param parameters names in the order the source declares them
 * @param depth gates on the longest path; a call of a defined gate counts once
 * @param twoQubitGates gates on two or more qubits
 */
public record Program(
        String language,
        String source,
        String sha256,
        List<String> parameters,
        int qubits,
        int depth,
        int twoQubitGates) {

    public static final String OPENQASM_3 = "OPENQASM 3.0";

    public Program {
        requireNonNull(language, "language");
        requireNonNull(source, "source");
        requireNonNull(sha256, "sha256");
        parameters = List.copyOf(parameters);
    }
}
