// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** Gives the tokens of version 3 the meaning that version 2 has for them. */
final class VersionTwoTokens {
    /** Words of both languages that are not supported yet in either. */
    private static final Set<String> UNSUPPORTED_WORDS = Set.of("if", "reset");

    private VersionTwoTokens() {}

    /** Turns words that only version 3 reserves into names and {@code ^} into the power; refuses other additions. */
    static void adapt(Token token) {
        switch (token.getType()) {
            case OpenQasmLexer.QUBIT,
                    OpenQasmLexer.BIT,
                    OpenQasmLexer.CONST,
                    OpenQasmLexer.INPUT,
                    OpenQasmLexer.FLOAT,
                    OpenQasmLexer.ANGLE,
                    OpenQasmLexer.INT,
                    OpenQasmLexer.UINT,
                    OpenQasmLexer.LET -> retype(token, OpenQasmLexer.IDENTIFIER);
            case OpenQasmLexer.UNSUPPORTED -> adaptUnsupported(token);
            case OpenQasmLexer.COLON,
                    OpenQasmLexer.EQUALS,
                    OpenQasmLexer.CONCATENATE,
                    OpenQasmLexer.REMAINDER,
                    OpenQasmLexer.POWER,
                    OpenQasmLexer.BASED_INTEGER -> throw notInVersionTwo(token);
            default -> {
                // Every other token means the same in both versions.
            }
        }
    }

    private static void adaptUnsupported(Token token) {
        String text = token.getText();
        if (text.equals("^")) {
            retype(token, OpenQasmLexer.POWER);
        } else if (!Character.isLetter(text.charAt(0))) {
            throw notInVersionTwo(token);
        } else if (!UNSUPPORTED_WORDS.contains(text)) {
            retype(token, OpenQasmLexer.IDENTIFIER);
        }
    }

    private static void retype(Token token, int type) {
        ((WritableToken) token).setType(type);
    }

    private static OpenQasmException notInVersionTwo(Token token) {
        return Places.error(token, "%s is not part of OpenQASM 2".formatted(Places.text(token)));
    }
}
