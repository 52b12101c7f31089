// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.run.document.RunException;

/**
 * One small file of each format, damaged in every place: what comes of it is an error that names the line, or the very same problem,
 * but never another one in silence.
 *
 * <p>In the samples a number in ‹› counts or numbers something, one in «» is a value.
 */
class DamagedFilesTest {

    private static final Pattern MARK = Pattern.compile("[‹«]([^›»]*)[›»]");
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /** No number anywhere, though Java's own parser takes some of them. */
    private static final List<String> NO_NUMBERS = List.of("x", "NaN", "Infinity", "1e999", "--1", "0x10", "1f", "1_0");
    /** No count or index. */
    private static final List<String> NO_COUNTS = List.of("-1", "1.5", "99999999999", "7777777");

    /**
     * A file.
     *
     * @param openEnded whether the format has neither a count nor an end, so that fewer lines are another file that is as good
     */
    private record Sample(InputFormat format, boolean openEnded, Map<String, String> settings, String marked) {

        Sample(InputFormat format, String marked) {
            this(format, false, Map.of(), marked);
        }

        String text() {
            return MARK.matcher(marked).replaceAll("$1");
        }

        Problem read(String text) {
            return ((Input.OfProblem) InputReader.read(
                            text.getBytes(StandardCharsets.UTF_8), format, "", new FileSettings(settings)))
                    .problem();
        }

        @Override
        public String toString() {
            return format + " " + settings;
        }
    }

    static List<Sample> samples() {
        return List.of(
                new Sample(InputFormat.RUDY_GRAPH, "‹3› ‹2›\n‹1› ‹2› «5»\n‹2› ‹3› «7»\n"),
                new Sample(InputFormat.QEDC_GRAPH, true, Map.of(), "‹3›\n‹0› ‹1›\n‹1› ‹2›\n"),
                new Sample(
                        InputFormat.DWAVE_QUBO,
                        "c a comment\np qubo 0 ‹3› ‹2› ‹1›\n‹0› ‹0› «1.5»\n‹1› ‹1› «2»\n‹0› ‹2› «-3»\n"),
                new Sample(InputFormat.SPARSE_QUBO, "‹3› ‹2›\n‹1› ‹1› «5»\n‹2› ‹3› «7»\n"),
                new Sample(
                        InputFormat.DIMACS_GRAPH,
                        false,
                        Map.of("problem", "vertex-cover"),
                        "c a comment\np edge ‹3› ‹2›\ne ‹1› ‹2›\ne ‹2› ‹3›\n"),
                new Sample(
                        InputFormat.MATRIX_MARKET_GRAPH,
                        false,
                        Map.of("problem", "clique"),
                        "%%MatrixMarket matrix coordinate pattern symmetric\n% a comment\n‹3› ‹3› ‹2›\n‹2› ‹1›\n‹3› ‹2›\n"),
                new Sample(InputFormat.TSPLIB, """
                        NAME: t
                        TYPE: TSP
                        DIMENSION: ‹3›
                        EDGE_WEIGHT_TYPE: EXPLICIT
                        EDGE_WEIGHT_FORMAT: FULL_MATRIX
                        EDGE_WEIGHT_SECTION
                        «0» «1» «2»
                        «1» «0» «3»
                        «2» «3» «0»
                        EOF
                        """),
                new Sample(InputFormat.TSPLIB, """
                        NAME: t
                        TYPE: TSP
                        DIMENSION: ‹3›
                        EDGE_WEIGHT_TYPE: EXPLICIT
                        EDGE_WEIGHT_FORMAT: LOWER_DIAG_ROW
                        EDGE_WEIGHT_SECTION
                        «0» «1» «0» «2» «3» «0»
                        EOF
                        """),
                new Sample(InputFormat.TSPLIB, """
                        NAME: t
                        TYPE: TSP
                        DIMENSION: ‹3›
                        EDGE_WEIGHT_TYPE: EUC_2D
                        NODE_COORD_SECTION
                        ‹1› «0» «0»
                        ‹2› «3» «4»
                        ‹3› «6.5» «0»
                        EOF
                        """),
                new Sample(InputFormat.QAPLIB, "‹2›\n\n«0» «1»\n«2» «0»\n\n«0» «3»\n«4» «0»\n"),
                new Sample(InputFormat.KNAPSACK_CSV, true, Map.of("capacity", "5"), "«35»,«12»\n«8»,«2»\n«4»,«3»\n"),
                new Sample(InputFormat.DATA_CSV, true, Map.of("label", "kind"), "kind,x,y\none,«1»,«2»\ntwo,«3»,«5»\n"),
                new Sample(InputFormat.KPLIB, "‹2›\n«7»\n\n«35» «12»\n«8» «2»\n"),
                new Sample(
                        InputFormat.QUADRATIC_KNAPSACK,
                        "a name\n‹3›\n«5» «6» «7»\n«1» «2»\n«3»\n\n‹0›\n«9»\n«4» «5» «6»\n\nComments\n"),
                new Sample(
                        InputFormat.KNAPSACK_JSONL,
                        false,
                        Map.of("instance", "1"),
                        "[[«7», [[«3», «4»], [«5», «6»]]], 4]\n"),
                new Sample(
                        InputFormat.OR_LIBRARY_PORTFOLIO,
                        " ‹2›\n «.001» «.04»\n «.004» «.05»\n ‹1› ‹1› 1\n ‹1› ‹2› «.5»\n ‹2› ‹2› 1\n"),
                new Sample(InputFormat.JOB_SHOP, "# a comment\n‹2› ‹2›\n‹0› «3» ‹1› «2»\n‹1› «2» ‹0› «4»\n"),
                new Sample(InputFormat.LP, "max\n obj: «3» x + «2» y\nst\n c: x + «2» y <= «2»\nbin\n x y\nend\n"),
                new Sample(InputFormat.OPENFERMION, "QubitOperator:\n«-0.09» [] +\n«0.17» [Z0] +\n«0.04» [X0 X1]\n"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSampleIsGood(Sample sample) {
        Problem problem = sample.read(sample.text());
        // White space and line ends do not matter.
        assertEquals(problem, sample.read(sample.text().replace("\n", "\r\n")));
    }

    @Test
    void everyFormatHasASample() {
        Set<InputFormat> missing =
                EnumSet.complementOf(EnumSet.of(InputFormat.AUTOMATIC, InputFormat.JSON, InputFormat.OPENQASM));
        samples().forEach(sample -> missing.remove(sample.format()));
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsNoNumberIsRefusedOnItsLine(Sample sample) {
        for (Token token : tokens(sample)) {
            for (String other : NO_NUMBERS) {
                // An LP file may have several signs before a number, and two are none.
                if (sample.format() != InputFormat.LP || !other.equals("--1")) {
                    // Words of an LP file may stand on any line, so what does not fit may be the next.
                    boolean onItsLine = sample.format() != InputFormat.LP;
                    refused(sample, token.replacedBy(other), onItsLine ? Optional.of(token.line()) : Optional.empty());
                }
            }
            if (token.count()) {
                for (String other : NO_COUNTS) {
                    refused(sample, token.replacedBy(other), Optional.empty());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsMissingIsMissed(Sample sample) {
        for (Token token : tokens(sample)) {
            // In an LP file a coefficient may be missing: it is 1.
            if (sample.format() != InputFormat.LP || token.after().startsWith("\n")) {
                refused(sample, token.replacedBy(""), Optional.empty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsCutOffIsMissed(Sample sample) {
        String text = sample.text();
        Problem whole = sample.read(text);
        // Within a number a cut cannot be told from a smaller number.
        for (int end = 1; end < text.length(); end++) {
            boolean withinNumber = isNumeric(text.charAt(end - 1)) && isNumeric(text.charAt(end));
            boolean afterLine = text.charAt(end) == '\n' || text.charAt(end - 1) == '\n';
            // As the '+' between the terms of an operator tells whether more follow, so its absence does not.
            boolean beforePlus = text.startsWith(" +", end) || text.startsWith("+", end);
            if (!withinNumber && !beforePlus && !(sample.openEnded() && afterLine)) {
                refusedOr(whole, sample, text.substring(0, end));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsTooMuchIsRefused(Sample sample) {
        Problem whole = sample.read(sample.text());
        refusedOr(whole, sample, sample.text() + "1 1 1 1 1 1 1\n");
        refusedOr(whole, sample, sample.text() + "more\n");
        if (!sample.openEnded()) {
            sample.text().lines().forEach(line -> refusedOr(whole, sample, sample.text() + line + "\n"));
        }
    }

    private static boolean isNumeric(char letter) {
        return Character.isDigit(letter) || letter == '.' || letter == '-';
    }

    /**
     * A number of a sample.
     *
     * @param count whether it counts or numbers something
     * @param line it stands on, from 1
     */
    private record Token(String before, String after, boolean count, int line) {
        String replacedBy(String other) {
            return before + other + after;
        }
    }

    private static List<Token> tokens(Sample sample) {
        List<Token> tokens = new ArrayList<>();
        Matcher marks = MARK.matcher(sample.marked());
        while (marks.find()) {
            String before = unmarked(sample, sample.marked().substring(0, marks.start()));
            String after = unmarked(sample, sample.marked().substring(marks.end()));
            int line = 1 + (int) before.chars().filter(letter -> letter == '\n').count();
            tokens.add(new Token(before, after, marks.group().startsWith("‹"), line));
        }
        return tokens;
    }

    private static String unmarked(Sample sample, String marked) {
        return new Sample(sample.format(), marked).text();
    }

    private static void refused(Sample sample, String text, Optional<Integer> line) {
        try {
            Problem problem = sample.read(text);
            fail("%s reads as %s:%n%s".formatted(sample, problem, text));
        } catch (RunException e) {
            requireLine(e.getMessage(), text, line);
        }
    }

    private static void refusedOr(Problem same, Sample sample, String text) {
        try {
            assertEquals(same, sample.read(text), () -> "%s reads as another problem:%n%s".formatted(sample, text));
        } catch (RunException e) {
            requireLine(e.getMessage(), text, Optional.empty());
        }
    }

    private static void requireLine(String message, String text, Optional<Integer> wanted) {
        Matcher line = LINE.matcher(message);
        if (!line.lookingAt()) {
            fail("no line is named: %s%n%s".formatted(message, text));
        }
        int named = Integer.parseInt(line.group(1));
        if (wanted.isPresent() ? named != wanted.get() : named > text.lines().count() + 1) {
            fail("line %s is meant: %s%n%s".formatted(wanted, message, text));
        }
    }

    /** What only looks like a problem, format by format; the message begins with the place and says what is wrong. */
    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(InputFormat.RUDY_GRAPH, "2 1\n1 1 5\n", "line 2"),
                wrong(InputFormat.RUDY_GRAPH, "2 1\n1 3 5\n", "line 2, column 3"),
                wrong(InputFormat.RUDY_GRAPH, "2 2\n1 2 1e308\n1 2 1e308\n", ""),
                wrong(InputFormat.DWAVE_QUBO, "p qubo 0 2 2 0\n0 0 1e308\n1 1 1e308\n", ""),
                wrong(InputFormat.SPARSE_QUBO, "2 2\n1 2 5\n2 1 5\n", "line 3"),
                wrong(InputFormat.DIMACS_GRAPH, "p edge 2 1\ne 1 1\n", "line 2"),
                wrong(
                        InputFormat.MATRIX_MARKET_GRAPH,
                        "%%MatrixMarket matrix coordinate pattern general\n2 3 1\n1 2\n",
                        "line 2"),
                wrong(InputFormat.QAPLIB, "2\n0 1\n1 0\n0 -3\n3 0\n", ""),
                wrong(InputFormat.KPLIB, "1\n7\n5 -2\n", ""),
                wrong(InputFormat.KPLIB, "1\n-7\n5 2\n", ""),
                wrong(InputFormat.JOB_SHOP, "1 1\n0 -3\n", "line 2"),
                wrong(InputFormat.OR_LIBRARY_PORTFOLIO, "1\n.1 -.2\n1 1 1\n", "line 2, column 4"),
                wrong(InputFormat.OR_LIBRARY_PORTFOLIO, "2\n.1 .2\n.1 .2\n1 1 1\n1 2 .5\n2 1 .4\n2 2 1\n", "line 6"),
                wrong(InputFormat.LP, "min\n o: x\nst\n c: x >= 2\nbin\n x\nend\n", "line 4"));
    }

    private record Arguments(InputFormat format, String text, String place) {}

    private static Arguments wrong(InputFormat format, String text, String place) {
        return new Arguments(format, text, place);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatCannotBeMeantIsRefused(Arguments wrong) {
        Map<String, String> settings = Stream.of(InputFormat.DIMACS_GRAPH, InputFormat.MATRIX_MARKET_GRAPH)
                        .anyMatch(wrong.format()::equals)
                ? Map.of("problem", "clique")
                : Map.of();
        try {
            Problem problem = new Sample(wrong.format(), false, settings, wrong.text()).read(wrong.text());
            fail("%s reads as %s".formatted(wrong, problem));
        } catch (RunException e) {
            if (!e.getMessage().startsWith(wrong.place())) {
                fail("%s: %s".formatted(wrong, e.getMessage()));
            }
        }
    }

    /** Control characters and what is no UTF-8 are nobody's problem file. */
    @ParameterizedTest
    @MethodSource("samples")
    void garbageIsRefused(Sample sample) {
        for (String garbage : Arrays.asList("\u0000\u0001\u0002", "PK\u0003\u0004", "\n\n\n", "{}", "<html></html>")) {
            try {
                Problem problem = sample.read(garbage);
                fail("%s reads as %s".formatted(sample, problem));
            } catch (RunException e) {
                requireLine(e.getMessage(), garbage, Optional.empty());
            }
        }
    }
}
