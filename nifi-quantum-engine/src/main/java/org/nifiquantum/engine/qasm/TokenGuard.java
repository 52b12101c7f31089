// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.nifiquantum.engine.program.Remarks;

/**
 * Passes tokens on to the parser and stops at those it must never see: too deeply nested, unknown or not supported. Keeps
 * pragmas and annotations, which are advice to particular tools.
 */
final class TokenGuard implements TokenSource {
    /** A statement inside another takes as much stack as so many operators. */
    private static final int STATEMENT_DEPTH = 3;

    private final TokenSource tokens;
    private final Version version;
    private final List<String> pragmas = new ArrayList<>();
    private final List<String> annotations = new ArrayList<>();
    private final Deque<Bracket> open = new ArrayDeque<>();

    /** How deep the tree of the statement may be here, brackets aside. */
    private int depth;

    private int previous;
    private int tokensOfStatement;
    /** Of the statement that ended last, which an else takes up again. */
    private int tokensBefore;

    /**
     * A bracket that is not closed yet.
     *
     * @param depth outside of it
     * @param block whether it holds statements, whose end is the end of the statement around it
     */
    private record Bracket(int depth, boolean block) {}

    TokenGuard(TokenSource tokens, Version version) {
        this.tokens = tokens;
        this.version = version;
    }

    /** What was passed by. */
    Remarks remarks() {
        return new Remarks(List.of(), pragmas, annotations);
    }

    @Override
    public Token nextToken() {
        while (true) {
            Token token = tokens.nextToken();
            switch (token.getType()) {
                case OpenQasmLexer.PRAGMA ->
                    pragmas.add(token.getText().replaceFirst("^#", "").strip());
                case OpenQasmLexer.ANNOTATION -> annotations.add(token.getText().strip());
                default -> {
                    check(token);
                    previous = token.getType();
                    return token;
                }
            }
        }
    }

    private void check(Token token) {
        if (token.getType() == OpenQasmLexer.UNKNOWN) {
            throw Places.error(token, "%s is not part of OpenQASM".formatted(Places.text(token)));
        }
        if (version == Version.TWO) {
            VersionTwoTokens.adapt(token);
        }
        countToken(token);
        switch (token.getType()) {
            case OpenQasmLexer.UNSUPPORTED ->
                throw Places.error(
                        token,
                        "%s describes pulses, which a state-vector simulator does not play; remove it"
                                .formatted(Places.text(token)));
            case OpenQasmLexer.OPAQUE -> refuseInVersionThree(token);
            case OpenQasmLexer.LEFT_ROUND, OpenQasmLexer.LEFT_SQUARE, OpenQasmLexer.LEFT_CURLY -> open(token);
            case OpenQasmLexer.RIGHT_ROUND, OpenQasmLexer.RIGHT_SQUARE, OpenQasmLexer.RIGHT_CURLY -> close();
            case OpenQasmLexer.SEMICOLON, OpenQasmLexer.COMMA -> depth = base();
            case OpenQasmLexer.CONCATENATE,
                    OpenQasmLexer.PLUS,
                    OpenQasmLexer.MINUS,
                    OpenQasmLexer.TIMES,
                    OpenQasmLexer.DIVIDE,
                    OpenQasmLexer.REMAINDER,
                    OpenQasmLexer.POWER,
                    OpenQasmLexer.NOT,
                    OpenQasmLexer.COMPLEMENT,
                    OpenQasmLexer.AND,
                    OpenQasmLexer.OR,
                    OpenQasmLexer.XOR,
                    OpenQasmLexer.LOGICAL_AND,
                    OpenQasmLexer.LOGICAL_OR,
                    OpenQasmLexer.SHIFT_LEFT,
                    OpenQasmLexer.SHIFT_RIGHT,
                    OpenQasmLexer.LESS,
                    OpenQasmLexer.GREATER,
                    OpenQasmLexer.LESS_OR_EQUAL,
                    OpenQasmLexer.GREATER_OR_EQUAL,
                    OpenQasmLexer.EQUAL,
                    OpenQasmLexer.NOT_EQUAL,
                    OpenQasmLexer.AT -> deepen(token, 1);
            case OpenQasmLexer.IF, OpenQasmLexer.FOR, OpenQasmLexer.WHILE -> deepen(token, STATEMENT_DEPTH);
            default -> {
                // Every other token is for the parser to judge.
            }
        }
    }

    private void countToken(Token token) {
        tokensOfStatement += token.getType() == OpenQasmLexer.ELSE ? tokensBefore + 1 : 1;
        if (tokensOfStatement > Limits.TOKENS_PER_STATEMENT) {
            throw Places.error(
                    token, "one statement has more than %d words and signs".formatted(Limits.TOKENS_PER_STATEMENT));
        }
        boolean ends = switch (token.getType()) {
            case OpenQasmLexer.SEMICOLON -> open.isEmpty();
            case OpenQasmLexer.RIGHT_CURLY -> open.size() <= 1;
            default -> false;
        };
        if (ends) {
            tokensBefore = tokensOfStatement;
            tokensOfStatement = 0;
        }
    }

    private void refuseInVersionThree(Token token) {
        if (version == Version.THREE) {
            throw Places.error(token, "'opaque' is not part of OpenQASM 3");
        }
    }

    private void open(Token token) {
        if (token.getType() == OpenQasmLexer.LEFT_SQUARE) {
            // An index is a step into an expression, too.
            deepen(token, 1);
        }
        open.push(new Bracket(depth, token.getType() == OpenQasmLexer.LEFT_CURLY && !startsList()));
        if (open.size() > Limits.NESTING) {
            throw Places.error(token, "brackets are nested more than %d deep".formatted(Limits.NESTING));
        }
    }

    /** Whether a brace behind the previous token opens a set or an array. */
    private boolean startsList() {
        return switch (previous) {
            case OpenQasmLexer.IN,
                    OpenQasmLexer.EQUALS,
                    OpenQasmLexer.COMMA,
                    OpenQasmLexer.LEFT_SQUARE,
                    OpenQasmLexer.LEFT_CURLY -> true;
            default -> false;
        };
    }

    private void close() {
        Bracket closed = open.poll();
        if (closed != null) {
            depth = closed.block() ? base() : closed.depth();
        }
    }

    private int base() {
        return open.isEmpty() ? 0 : open.peek().depth();
    }

    private void deepen(Token token, int levels) {
        depth += levels;
        if (depth > Limits.DEPTH) {
            throw Places.error(
                    token, "more than %d operators of one statement are inside one another".formatted(Limits.DEPTH));
        }
    }

    @Override
    public int getLine() {
        return tokens.getLine();
    }

    @Override
    public int getCharPositionInLine() {
        return tokens.getCharPositionInLine();
    }

    @Override
    public CharStream getInputStream() {
        return tokens.getInputStream();
    }

    @Override
    public String getSourceName() {
        return tokens.getSourceName();
    }

    @Override
    public void setTokenFactory(TokenFactory<?> factory) {
        tokens.setTokenFactory(factory);
    }

    @Override
    public TokenFactory<?> getTokenFactory() {
        return tokens.getTokenFactory();
    }
}
