// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.UnbufferedTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.nifiquantum.engine.program.Remarks;
import org.nifiquantum.engine.qasm.ast.Statement;
import org.nifiquantum.engine.qasm.interpret.Source;

/** A source text, parsed anew each time that it is gone through. */
record SourceText(String text, Version version) implements Source {

    /** A text in the version that its first line asks for. */
    static SourceText of(String text) {
        if (text.length() > Limits.SOURCE_CHARACTERS) {
            throw new OpenQasmException(
                    1,
                    1,
                    "the source has %d characters, at most %d are read"
                            .formatted(text.length(), Limits.SOURCE_CHARACTERS));
        }
        return new SourceText(text, Version.of(lexer(text)));
    }

    @Override
    public int characters() {
        return text.length();
    }

    @Override
    public List<Integer> physicalQubits() {
        if (text.indexOf('$') < 0) {
            return List.of();
        }
        NavigableSet<Integer> numbers = new TreeSet<>();
        OpenQasmLexer lexer = lexer(text);
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            if (token.getType() == OpenQasmLexer.PHYSICAL) {
                ExpressionBuilder.physicalQubit(token).ifPresent(numbers::add);
            }
        }
        return List.copyOf(numbers);
    }

    /** All that means something, in the words of the version; annotations and pragmas do not. */
    List<Token> tokens() {
        TokenGuard guard = new TokenGuard(lexer(text), version);
        List<Token> tokens = new ArrayList<>();
        for (Token token = guard.nextToken(); token.getType() != Token.EOF; token = guard.nextToken()) {
            tokens.add(token);
        }
        return tokens;
    }

    @Override
    public Pass open() {
        return new ParsingPass(text, version);
    }

    private static OpenQasmLexer lexer(String text) {
        return new OpenQasmLexer(CharStreams.fromString(text));
    }

    private static final class ParsingPass implements Pass {
        private final TokenGuard tokens;
        private final OpenQasmParser parser;
        private final StatementBuilder builder;
        private Optional<Statement> next = Optional.empty();

        ParsingPass(String text, Version version) {
            this.tokens = new TokenGuard(lexer(text), version);
            this.parser = new OpenQasmParser(new UnbufferedTokenStream<>(tokens));
            this.builder = new StatementBuilder(version);
            parser.removeErrorListeners();
            parser.addErrorListener(new SyntaxErrors());
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            if (parser.getCurrentToken().getType() == OpenQasmParser.OPENQASM) {
                parser.version();
            }
        }

        @Override
        public Remarks remarks() {
            return tokens.remarks();
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && parser.getCurrentToken().getType() != Token.EOF) {
                next = builder.build(parser.statement());
            }
            return next.isPresent();
        }

        @Override
        public Statement next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The source has no more statements");
            }
            Statement statement = next.orElseThrow();
            next = Optional.empty();
            return statement;
        }
    }
}
