// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The source of a program without what its author said beside it: comments, pragmas, annotations and names are not for a
 * provider to see. {@link OpenQasmWriter} does this for circuits; a program whose steps depend on outcomes has no other form
 * than its text. The names of inputs stay, since bindings go by them.
 */
public final class AnonymousSource {
    private final List<Token> tokens;
    private final Set<String> kept;
    private final Map<String, String> names = new HashMap<>();

    private AnonymousSource(List<Token> tokens, Set<String> kept) {
        this.tokens = tokens;
        this.kept = kept;
    }

    /**
     * The same program with numbered names.
     *
     * @param source that {@link OpenQasmReader#readProgram} can read
     * @throws OpenQasmException if a word is none of OpenQASM
     */
    public static String of(String source) {
        SourceText text = SourceText.of(source);
        List<Token> tokens = text.tokens();
        return new AnonymousSource(tokens, kept(tokens, text.version())).write();
    }

    /** Names with a meaning beyond the source: inputs, the library's, and functions that the source does not define. */
    private static Set<String> kept(List<Token> tokens, Version version) {
        Set<String> called = new HashSet<>();
        Set<String> defined = new HashSet<>();
        Set<String> kept = new HashSet<>(version.dialect().predefined().keySet());
        boolean input = false;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = tokens.get(i + 1);
            switch (token.getType()) {
                case OpenQasmLexer.INPUT -> input = true;
                case OpenQasmLexer.SEMICOLON -> input = false;
                case OpenQasmLexer.GATE, OpenQasmLexer.OPAQUE, OpenQasmLexer.DEF, OpenQasmLexer.EXTERN ->
                    defined.add(next.getText());
                case OpenQasmLexer.IDENTIFIER -> {
                    if (input && next.getType() == OpenQasmLexer.SEMICOLON) {
                        kept.add(token.getText());
                    }
                    if (next.getType() == OpenQasmLexer.LEFT_ROUND) {
                        called.add(token.getText());
                    }
                }
                default -> {
                    // Every other token stays as it is.
                }
            }
        }
        called.removeAll(defined);
        kept.addAll(called);
        return kept;
    }

    private String write() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 0) {
                text.append(between(tokens.get(i - 1), tokens.get(i)));
            }
            text.append(written(tokens.get(i)));
        }
        return text.append('\n').toString();
    }

    private String written(Token token) {
        boolean name = token.getType() == OpenQasmLexer.IDENTIFIER && !kept.contains(token.getText());
        return name
                ? names.computeIfAbsent(token.getText(), unused -> Names.free("name" + names.size(), kept))
                : token.getText();
    }

    /** A new line after each statement; elsewhere a space where the source has any, so that no two words become one. */
    private static String between(Token before, Token after) {
        return switch (before.getType()) {
            case OpenQasmLexer.SEMICOLON, OpenQasmLexer.LEFT_CURLY, OpenQasmLexer.RIGHT_CURLY -> "\n";
            default -> before.getStopIndex() + 1 == after.getStartIndex() ? "" : " ";
        };
    }
}
