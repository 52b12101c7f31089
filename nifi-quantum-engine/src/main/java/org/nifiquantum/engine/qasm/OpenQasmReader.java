// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.UnbufferedTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.nifiquantum.engine.circuit.Circuit;

/**
 * Reads OpenQASM 3: registers, gate definitions, parameter expressions, constants, float and angle inputs, aliases,
 * measurements and barriers. What else the language has is refused by name. Reads no file: {@code stdgates.inc} is built in.
 */
public final class OpenQasmReader {
    private OpenQasmReader() {}

    /**
     * The circuit that a source text describes. Its parameters are the inputs in the order of their declaration.
     *
     * @throws OpenQasmException if the text is not OpenQASM 3, uses what is not supported, or exceeds a limit
     */
    public static Circuit read(String source) {
        if (source.length() > Limits.SOURCE_CHARACTERS) {
            throw new OpenQasmException(
                    1,
                    1,
                    "the source has %d characters, at most %d are read"
                            .formatted(source.length(), Limits.SOURCE_CHARACTERS));
        }
        OpenQasmParser parser = parser(source);
        if (parser.getCurrentToken().getType() == OpenQasmParser.OPENQASM) {
            requireVersion3(parser.version());
        }
        StatementReader statements = new StatementReader();
        while (parser.getCurrentToken().getType() != Token.EOF) {
            read(parser.statement(), statements);
        }
        return statements.circuit();
    }

    private static void read(OpenQasmParser.StatementContext statement, StatementReader statements) {
        try {
            statements.visit(statement);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Places.error(statement, e.getMessage());
        }
    }

    private static OpenQasmParser parser(String source) {
        OpenQasmLexer lexer = new OpenQasmLexer(CharStreams.fromString(source));
        OpenQasmParser parser = new OpenQasmParser(new UnbufferedTokenStream<>(new TokenGuard(lexer)));
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return parser;
    }

    private static void requireVersion3(OpenQasmParser.VersionContext version) {
        String number = version.number.getText();
        if (!number.equals("3") && !number.startsWith("3.")) {
            throw Places.error(version.number, "OpenQASM %s is not supported yet, expected 3.0".formatted(number));
        }
    }
}
