// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.qasm.OpenQasmWriter;

/**
 * The circuit; or a program whose steps depend on outcomes, which has no depth.
 *
 * @param language the language and its version
 * @param source the text, without its author's comments and names
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
        OptionalInt depth,
        OptionalInt twoQubitGates) {

    public static final String OPENQASM_3 = "OPENQASM 3.0";
    public static final String OPENQASM_2 = "OPENQASM 2.0";

    public Program {
        requireNonNull(language, "language");
        requireNonNull(source, "source");
        requireNonNull(sha256, "sha256");
        requireNonNull(depth, "depth");
        requireNonNull(twoQubitGates, "twoQubitGates");
        parameters = List.copyOf(parameters);
    }

    /** A circuit as our writer prints it. */
    public static Program of(Circuit circuit) {
        String source = OpenQasmWriter.write(circuit);
        return new Program(
                OPENQASM_3,
                source,
                Sha256.ofText(source),
                circuit.parameters(),
                circuit.qubits(),
                OptionalInt.of(circuit.depth()),
                OptionalInt.of(circuit.twoQubitGates()));
    }

    /** How large it is, in words. */
    public String size() {
        return depth.isEmpty() || twoQubitGates.isEmpty()
                ? "%d qubits, steps by outcome".formatted(qubits)
                : "%d qubits, depth %d, %d two-qubit gates"
                        .formatted(qubits, depth.getAsInt(), twoQubitGates.getAsInt());
    }
}
