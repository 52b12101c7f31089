// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.UnbufferedTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.nifiquantum.engine.circuit.Circuit;

/**
 * Reads OpenQASM 3: registers, gate definitions, parameter expressions, constants, float and angle inputs, aliases,
 * measurements and barriers; and OpenQASM 2, where the version line says so, but for {@code if} and {@code reset}. What else
 * the languages have is refused by name. Reads no file: {@code stdgates.inc} and {@code qelib1.inc} are built in.
 */
public final class OpenQasmReader {
    private OpenQasmReader() {}

    /**
     * The circuit that a source text describes. Its parameters are the inputs in the order of their declaration.
     *
     * @throws OpenQasmException if the text is not OpenQASM 3 or 2, uses what is not supported, or exceeds a limit
     */
    public static Circuit read(String source) {
        if (source.length() > Limits.SOURCE_CHARACTERS) {
            throw new OpenQasmException(
                    1,
                    1,
                    "the source has %d characters, at most %d are read"
                            .formatted(source.length(), Limits.SOURCE_CHARACTERS));
        }
        OpenQasmLexer lexer = lexer(source);
        return read(lexer, new Scope(Version.of(lexer)));
    }

    /** Reads a source of ours, whose names end up in the scope. */
    static void read(String library, Scope scope) {
        read(lexer(library), scope);
    }

    private static Circuit read(OpenQasmLexer lexer, Scope scope) {
        OpenQasmParser parser = parser(lexer, scope.version());
        if (parser.getCurrentToken().getType() == OpenQasmParser.OPENQASM) {
            parser.version();
        }
        StatementReader statements = new StatementReader(scope);
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

    private static OpenQasmLexer lexer(String source) {
        return new OpenQasmLexer(CharStreams.fromString(source));
    }

    private static OpenQasmParser parser(OpenQasmLexer lexer, Version version) {
        OpenQasmParser parser = new OpenQasmParser(new UnbufferedTokenStream<>(new TokenGuard(lexer, version)));
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return parser;
    }
}
