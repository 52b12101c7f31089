// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Turns the parser's first complaint into our own error. */
final class SyntaxErrors extends BaseErrorListener {
    private static final int MOST_SUGGESTIONS = 6;

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offending,
            int line,
            int column,
            String message,
            RecognitionException cause) {
        if (!(recognizer instanceof Parser parser) || !(offending instanceof Token token)) {
            throw new OpenQasmException(line, column + 1, message);
        }
        // Prediction over several tokens stops at the one that fits nothing, not at the first of them.
        Token wrong = cause == null || cause.getOffendingToken() == null ? token : cause.getOffendingToken();
        throw Places.error(wrong, "unexpected %s%s".formatted(Places.text(wrong), expected(parser, cause)));
    }

    private static String expected(Parser parser, RecognitionException cause) {
        IntervalSet tokens = cause == null ? parser.getExpectedTokens() : cause.getExpectedTokens();
        if (tokens == null || tokens.size() == 0) {
            return "";
        }
        if (tokens.contains(OpenQasmParser.DECIMAL)) {
            return tokens.contains(OpenQasmParser.RIGHT_ROUND)
                    ? ", expected an expression or ')'"
                    : ", expected an expression";
        }
        if (tokens.contains(OpenQasmParser.QREG) && tokens.contains(OpenQasmParser.GATE)) {
            return ", expected a statement";
        }
        if (tokens.contains(OpenQasmParser.PLUS) && tokens.contains(OpenQasmParser.TIMES)) {
            return ", expected an operator or " + ends(tokens, parser.getVocabulary());
        }
        if (tokens.size() > MOST_SUGGESTIONS) {
            return "";
        }
        List<String> names = tokens.toList().stream()
                .map(type -> name(type, parser.getVocabulary()))
                .distinct()
                .toList();
        return names.stream().collect(Collectors.joining(" or ", ", expected ", ""));
    }

    /** What may follow an expression, operators aside. */
    private static String ends(IntervalSet tokens, Vocabulary vocabulary) {
        return Stream.of(
                        OpenQasmParser.SEMICOLON,
                        OpenQasmParser.COMMA,
                        OpenQasmParser.COLON,
                        OpenQasmParser.RIGHT_ROUND,
                        OpenQasmParser.RIGHT_SQUARE,
                        OpenQasmParser.RIGHT_CURLY)
                .filter(tokens::contains)
                .map(vocabulary::getDisplayName)
                .collect(Collectors.joining(" or "));
    }

    private static String name(int token, Vocabulary vocabulary) {
        return switch (token) {
            case OpenQasmParser.IDENTIFIER -> "a name";
            case OpenQasmParser.INTEGER, OpenQasmParser.BASED_INTEGER, OpenQasmParser.DECIMAL -> "a number";
            default -> vocabulary.getDisplayName(token);
        };
    }
}
