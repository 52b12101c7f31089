// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nifiquantum.optimization.problem.ProblemFormatException;

/** The words of an LP file one by one, comments left out. */
final class LpTokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<number>\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)"
                    + "|(?<name>[A-Za-z!\"#$%&(),.;?@_`'{}|~][A-Za-z0-9!\"#$%&()/,.;?@_`'{}|~]*)"
                    + "|(?<symbol><=|=<|>=|=>|[<>=+\\-*^:\\[\\]]|/))");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /** A word of the file. */
    record Token(Kind kind, String text, int line, int column) {
        ProblemFormatException error(String problem, String remedy) {
            return new ProblemFormatException("line " + line + ", column " + column, problem, remedy);
        }

        /** With the remedy in the explanation already. */
        ProblemFormatException error(String explanation) {
            int remedy = explanation.lastIndexOf(". ") + 1;
            return error(
                    explanation.substring(0, remedy),
                    explanation.substring(remedy).strip());
        }

        boolean is(String symbol) {
            return kind != Kind.NUMBER && text.equals(symbol);
        }

        boolean isWord(String word) {
            return kind == Kind.NAME && text.toLowerCase(Locale.ROOT).equals(word);
        }
    }

    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    LpTokens(String text) {
        int line = 0;
        for (String whole : text.split("\\R", -1)) {
            line++;
            int comment = whole.indexOf('\\');
            read(comment < 0 ? whole : whole.substring(0, comment), line);
        }
        tokens.add(new Token(Kind.END, "the end of the file", line, 1));
    }

    private void read(String line, int number) {
        Matcher matcher = TOKEN.matcher(line.stripTrailing());
        int position = 0;
        while (position < line.stripTrailing().length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw new ProblemFormatException(
                        "line " + number + ", column " + (position + 1),
                        "'" + line.strip().replaceAll("\\p{Cntrl}", "?") + "' cannot be read from here.",
                        "Write it as in CPLEX's LP format.");
            }
            Kind kind = matcher.group("number") != null
                    ? Kind.NUMBER
                    : matcher.group("name") != null ? Kind.NAME : Kind.SYMBOL;
            String text = matcher.group().strip();
            tokens.add(new Token(kind, text, number, matcher.end() - text.length() + 1));
            position = matcher.end();
        }
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The word after the next. */
    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the next word if it is this symbol. */
    boolean takeIf(String symbol) {
        if (!peek().is(symbol)) {
            return false;
        }
        take();
        return true;
    }

    void require(String symbol) {
        if (!takeIf(symbol)) {
            throw peek().error("'" + peek().text() + "' stands where '" + symbol + "' should.", "Correct the line.");
        }
    }
}
