// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The ways a text is damaged: as by a slip, a broken transfer, or somebody who means harm. */
enum Damage {
    /** One character becomes another. */
    REPLACE {
        @Override
        String apply(String text, String other, RandomGenerator random) {
            int at = random.nextInt(text.length());
            char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            return text.substring(0, at) + character + text.substring(at + 1);
        }
    },
    /** The end is missing. */
    CUT {
        @Override
        String apply(String text, String other, RandomGenerator random) {
            return text.substring(0, random.nextInt(text.length()));
        }
    },
    /** A piece is missing. */
    DELETE {
        @Override
        String apply(String text, String other, RandomGenerator random) {
            Piece piece = Piece.of(text, random);
            return piece.before(text) + piece.after(text);
        }
    },
    /** A piece is there many times. */
    REPEAT {
        @Override
        String apply(String text, String other, RandomGenerator random) {
            Piece piece = Piece.of(text, random);
            return piece.before(text) + piece.in(text).repeat(1 + random.nextInt(200)) + piece.after(text);
        }
    },
    /** A piece of another program lands here. */
    SPLICE {
        @Override
        String apply(String text, String other, RandomGenerator random) {
            Piece piece = Piece.of(text, random);
            return piece.before(text)
                    + (other.isEmpty() ? "" : Piece.of(other, random).in(other))
                    + piece.after(text);
        }
    },
    /** A number becomes one that nobody expects. */
    NUMBER {
        @Override
        String apply(String text, String other, RandomGenerator random) {
            List<MatchResult> numbers = DIGITS.matcher(text).results().toList();
            if (numbers.isEmpty()) {
                return text;
            }
            MatchResult number = numbers.get(random.nextInt(numbers.size()));
            return text.substring(0, number.start())
                    + NUMBERS.get(random.nextInt(NUMBERS.size()))
                    + text.substring(number.end());
        }
    },
    /** A word of the language stands where it does not belong. */
    WORD {
        @Override
        String apply(String text, String other, RandomGenerator random) {
            int at = random.nextInt(text.length());
            return text.substring(0, at) + ' ' + WORDS.get(random.nextInt(WORDS.size())) + ' ' + text.substring(at);
        }
    },
    /** A piece is wrapped in brackets, deeper than anyone would. */
    NEST {
        @Override
        String apply(String text, String other, RandomGenerator random) {
            Piece piece = Piece.of(text, random);
            int kind = random.nextInt(OPENING.length());
            int depth = 1 << random.nextInt(15);
            return piece.before(text)
                    + OPENING.substring(kind, kind + 1).repeat(depth)
                    + piece.in(text)
                    + CLOSING.substring(kind, kind + 1).repeat(depth)
                    + piece.after(text);
        }
    };

    private static final String CHARACTERS =
            "\0\t\n \"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`abcxyzABC{|}~\u00e9\u03c0\ud83d";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final Pattern DIGITS = Pattern.compile("[0-9]+(\\.[0-9]*)?");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1e308",
            "1e-400",
            "2147483647",
            "9223372036854775808",
            "99999999999999999999999999",
            "0x",
            "0b2",
            "1_000_000_000",
            "1.5.5",
            "NaN",
            "3im");
    private static final List<String> WORDS = List.of(
            "gate",
            "def",
            "for",
            "while (true)",
            "if (true)",
            "ctrl(1000000) @",
            "pow(1e300) @",
            "inv @",
            "negctrl @",
            "measure",
            "reset",
            "qubit[1000000000]",
            "bit[1000000000]",
            "array[int[32], 100000, 100000]",
            "input",
            "const",
            "return",
            "break;",
            "include \"other.inc\";",
            "opaque",
            "creg c[99];",
            "for int i in [0:1000000000]",
            "switch",
            "extern",
            "defcal",
            "box",
            "delay[1e9s]",
            "let a =",
            "OPENQASM 3;",
            "OPENQASM 2.0;",
            "/*",
            "//",
            "->",
            "++",
            "**",
            "@",
            "{",
            "}",
            ";");

    /** The damaged text; text and other are what they were. The text is not empty. */
    abstract String apply(String text, String other, RandomGenerator random);

    /** Some characters in a row, most often a few. */
    private record Piece(int from, int to) {

        static Piece of(String text, RandomGenerator random) {
            int from = random.nextInt(text.length());
            int longest = Math.min(text.length() - from, 1 << random.nextInt(10));
            return new Piece(from, from + random.nextInt(longest + 1));
        }

        String before(String text) {
            return text.substring(0, from);
        }

        String in(String text) {
            return text.substring(from, to);
        }

        String after(String text) {
            return text.substring(to);
        }
    }
}
