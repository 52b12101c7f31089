// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;

/** Passes tokens on to the parser and stops at those it must never see: too deeply nested, unknown or not supported. */
final class TokenGuard implements TokenSource {
    private final TokenSource tokens;
    private final Version version;
    private int nesting;
    private int operators;

    TokenGuard(TokenSource tokens, Version version) {
        this.tokens = tokens;
        this.version = version;
    }

    @Override
    public Token nextToken() {
        Token token = tokens.nextToken();
        switch (version) {
            case TWO -> VersionTwoTokens.adapt(token);
            case THREE -> refuseOpaque(token);
        }
        switch (token.getType()) {
            case OpenQasmLexer.UNKNOWN ->
                throw Places.error(token, "%s is not part of OpenQASM".formatted(Places.text(token)));
            case OpenQasmLexer.UNSUPPORTED -> throw Places.error(token, unsupported(token));
            case OpenQasmLexer.LEFT_ROUND, OpenQasmLexer.LEFT_SQUARE, OpenQasmLexer.LEFT_CURLY -> open(token);
            case OpenQasmLexer.RIGHT_ROUND, OpenQasmLexer.RIGHT_SQUARE, OpenQasmLexer.RIGHT_CURLY -> nesting--;
            case OpenQasmLexer.SEMICOLON -> operators = 0;
            case OpenQasmLexer.PLUS,
                    OpenQasmLexer.MINUS,
                    OpenQasmLexer.TIMES,
                    OpenQasmLexer.DIVIDE,
                    OpenQasmLexer.REMAINDER,
                    OpenQasmLexer.POWER -> count(token);
            default -> {
                // Every other token is for the parser to judge.
            }
        }
        return token;
    }

    private static void refuseOpaque(Token token) {
        if (token.getType() == OpenQasmLexer.OPAQUE) {
            throw Places.error(token, unsupported(token));
        }
    }

    private void open(Token token) {
        nesting++;
        if (nesting > Limits.NESTING) {
            throw Places.error(token, "brackets are nested more than %d deep".formatted(Limits.NESTING));
        }
    }

    private void count(Token token) {
        operators++;
        if (operators > Limits.OPERATORS_PER_STATEMENT) {
            throw Places.error(
                    token, "more than %d operators in one statement".formatted(Limits.OPERATORS_PER_STATEMENT));
        }
    }

    private static String unsupported(Token token) {
        return switch (token.getText().charAt(0)) {
            case '@' -> "gate modifiers and annotations (@) are not supported yet";
            case '$' -> "physical qubits (%s) are not supported yet; declare qubit[n] q".formatted(token.getText());
            default -> "'%s' is not supported yet".formatted(token.getText());
        };
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
