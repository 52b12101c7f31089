// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.Map;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.qasm.interpret.Interpreter;
import org.nifiquantum.engine.qasm.interpret.Symbol;

/**
 * Reads OpenQASM 3, and OpenQASM 2 where the version line says so. Delays and boxes do nothing, since the simulator has no
 * clock; pulse calibrations ({@code cal}, {@code defcal}) and {@code extern} are refused by name. Reads no file:
 * {@code stdgates.inc} and {@code qelib1.inc} are built in.
 */
public final class OpenQasmReader {
    private OpenQasmReader() {}

    /**
     * The circuit that a source text describes. Its parameters are the inputs in the order of their declaration.
     *
     * @throws OpenQasmException if the text is not OpenQASM 3 or 2, uses what is not supported, exceeds a limit, or is a
     *     program whose steps depend on outcomes of measurements or on inputs: {@link #readProgram} reads those
     */
    public static Circuit read(String source) {
        return switch (readProgram(source)) {
            case Program.Static circuit -> circuit.circuit();
            case Program.Dynamic dynamic -> throw dynamicRefused(dynamic);
        };
    }

    /**
     * The program that a source text describes.
     *
     * @throws OpenQasmException if the text is not OpenQASM 3 or 2, uses what is not supported or exceeds a limit
     */
    public static Program readProgram(String source) {
        SourceText text = SourceText.of(source);
        return new Interpreter(text.version().dialect(), text).program();
    }

    /**
     * Whether a source is OpenQASM 2.
     *
     * @throws OpenQasmException if it says that it is neither 2 nor 3
     */
    public static boolean isVersionTwo(String source) {
        return SourceText.of(source).version() == Version.TWO;
    }

    /** The names that a source of ours declares. */
    static Map<String, Symbol> declared(String library, Version version, Map<String, Symbol> predefined) {
        return new Interpreter(version.dialect(predefined), new SourceText(library, version)).declared();
    }

    private static OpenQasmException dynamicRefused(Program.Dynamic program) {
        return new OpenQasmException(
                program.line(),
                program.column(),
                program.reason() + ", so this is no circuit but a program that runs shot by shot");
    }
}
