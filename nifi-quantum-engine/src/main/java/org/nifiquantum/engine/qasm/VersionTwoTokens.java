// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** Gives the tokens of version 3 the meaning that version 2 has for them. */
final class VersionTwoTokens {
    private VersionTwoTokens() {}

    /** Turns words that only version 3 reserves into names and {@code ^} into the power; refuses other additions. */
    static void adapt(Token token) {
        switch (token.getType()) {
            case OpenQasmLexer.OPENQASM,
                    OpenQasmLexer.INCLUDE,
                    OpenQasmLexer.QREG,
                    OpenQasmLexer.CREG,
                    OpenQasmLexer.GATE,
                    OpenQasmLexer.OPAQUE,
                    OpenQasmLexer.BARRIER,
                    OpenQasmLexer.MEASURE,
                    OpenQasmLexer.RESET,
                    OpenQasmLexer.IF,
                    OpenQasmLexer.IDENTIFIER,
                    OpenQasmLexer.INTEGER,
                    OpenQasmLexer.DECIMAL,
                    OpenQasmLexer.STRING,
                    OpenQasmLexer.LEFT_ROUND,
                    OpenQasmLexer.RIGHT_ROUND,
                    OpenQasmLexer.LEFT_SQUARE,
                    OpenQasmLexer.RIGHT_SQUARE,
                    OpenQasmLexer.LEFT_CURLY,
                    OpenQasmLexer.RIGHT_CURLY,
                    OpenQasmLexer.SEMICOLON,
                    OpenQasmLexer.COMMA,
                    OpenQasmLexer.ARROW,
                    OpenQasmLexer.EQUAL,
                    OpenQasmLexer.PLUS,
                    OpenQasmLexer.MINUS,
                    OpenQasmLexer.TIMES,
                    OpenQasmLexer.DIVIDE,
                    Token.EOF -> {
                // These mean the same in both versions.
            }
            case OpenQasmLexer.XOR -> retype(token, OpenQasmLexer.POWER);
            default -> {
                if (!Character.isLetter(token.getText().charAt(0))) {
                    throw notInVersionTwo(token);
                }
                retype(token, OpenQasmLexer.IDENTIFIER);
            }
        }
    }

    private static void retype(Token token, int type) {
        ((WritableToken) token).setType(type);
    }

    private static OpenQasmException notInVersionTwo(Token token) {
        return Places.error(token, "%s is not part of OpenQASM 2".formatted(Places.text(token)));
    }
}
