// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import java.util.OptionalInt;
import org.nifiquantum.engine.qasm.AnonymousSource;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.Sha256;

/** Reads OpenQASM, and leaves behind what is not for a provider to see. */
final class ProgramReader {

    private ProgramReader() {}

    /**
     * A circuit as our writer prints it; a program that goes on after a measurement without its comments and names.
     *
     * @throws OpenQasmException if it is not OpenQASM 2 or 3
     */
    static Program read(String text) {
        return switch (OpenQasmReader.readProgram(text)) {
            case org.nifiquantum.engine.program.Program.Static circuit -> Program.of(circuit.circuit());
            case org.nifiquantum.engine.program.Program.Dynamic program -> {
                String source = AnonymousSource.of(text);
                yield new Program(
                        OpenQasmReader.isVersionTwo(source) ? Program.OPENQASM_2 : Program.OPENQASM_3,
                        source,
                        Sha256.ofText(source),
                        program.parameters(),
                        program.qubits(),
                        OptionalInt.empty(),
                        OptionalInt.empty());
            }
        };
    }
}
