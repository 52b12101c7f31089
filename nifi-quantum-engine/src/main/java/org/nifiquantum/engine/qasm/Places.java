// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.nifiquantum.engine.qasm.ast.Place;

/** Places of what the parser found, and errors that say where they are. */
final class Places {
    private static final int LONGEST_QUOTE = 40;

    private Places() {}

    static OpenQasmException error(Token token, String problem) {
        return new OpenQasmException(token.getLine(), token.getCharPositionInLine() + 1, problem);
    }

    static OpenQasmException error(ParserRuleContext context, String problem) {
        return error(context.getStart(), problem);
    }

    static Place of(Token token) {
        return new Place(token.getLine(), token.getCharPositionInLine() + 1);
    }

    static Place of(ParserRuleContext context) {
        return of(context.getStart());
    }

    /** The token in quotes, cut to a readable length. */
    static String text(Token token) {
        if (token.getType() == Token.EOF) {
            return "the end of the source";
        }
        String text = token.getText();
        return "'" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text) + "'";
    }
}
