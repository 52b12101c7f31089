// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.nifiquantum.run.document.RunException;

/**
 * The first line of a content that is no comment, from which its format can be told.
 *
 * @param text without blanks at either end, empty if there is none
 * @param number of the line, from 1
 */
record FirstLine(String text, int number) {

    /** What some editors put before a text. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int SNIFFED_BYTES = 1 << 16;
    private static final int SHOWN_CHARACTERS = 60;

    private static final Pattern QUBO_COMMENT = Pattern.compile("c(\\s.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUBO_PROGRAM = Pattern.compile("p\\s+qubo(\\s.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIMACS_PROGRAM = Pattern.compile("p\\s+(edge|edges|col)(\\s.*)?");
    private static final Pattern TSPLIB_NAME = Pattern.compile("NAME\\s*:.*");
    private static final Pattern LP_BEGIN =
            Pattern.compile("\\\\.*|(minimi[sz]e|maximi[sz]e|minimum|maximum|min|max)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern TWO_NUMBERS = Pattern.compile("\\d+\\s+\\d+");

    private static final Pattern ITEM =
            Pattern.compile("[^,A-Za-z]*,[^,A-Za-z]*|[^,]*,\\s*weight", Pattern.CASE_INSENSITIVE);

    static FirstLine of(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, SNIFFED_BYTES), StandardCharsets.UTF_8);
        int number = 0;
        for (String line : start.replaceFirst("^" + BYTE_ORDER_MARK, "").lines().toList()) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !QUBO_COMMENT.matcher(text).matches()) {
                return new FirstLine(text, number);
            }
        }
        return new FirstLine("", 1);
    }

    /**
     * The format that begins so.
     *
     * @throws RunException if there is none, or more than one
     */
    InputFormat format() {
        if (text.startsWith("{") || text.startsWith("[")) {
            return InputFormat.JSON;
        }
        if (text.startsWith("OPENQASM") || text.startsWith("//") || text.startsWith("/*")) {
            return InputFormat.OPENQASM;
        }
        if (QUBO_PROGRAM.matcher(text).matches()) {
            return InputFormat.DWAVE_QUBO;
        }
        if (DIMACS_PROGRAM.matcher(text).matches()) {
            return InputFormat.DIMACS_GRAPH;
        }
        if (text.startsWith("%%MatrixMarket")) {
            return InputFormat.MATRIX_MARKET_GRAPH;
        }
        if (TSPLIB_NAME.matcher(text).matches()) {
            return InputFormat.TSPLIB;
        }
        if (LP_BEGIN.matcher(text).matches()) {
            return InputFormat.LP;
        }
        if (text.equals("QubitOperator:")) {
            return InputFormat.OPENFERMION;
        }
        if (NUMBER.matcher(text).matches()) {
            return InputFormat.QEDC_GRAPH;
        }
        if (TWO_NUMBERS.matcher(text).matches()) {
            throw new RunException(
                    place(),
                    "[%s] begins a %s (%s) and a %s (%s) alike; set Input Format to the one it is, or let the file name end with .mc or .sparse"
                            .formatted(
                                    shown(),
                                    InputFormat.RUDY_GRAPH.displayName(),
                                    InputFormat.RUDY_GRAPH,
                                    InputFormat.SPARSE_QUBO.displayName(),
                                    InputFormat.SPARSE_QUBO));
        }
        throw new RunException(
                place(),
                "[%s] is neither JSON, nor OpenQASM, nor the first line of a graph or QUBO; set Input Format if it is one of them"
                        .formatted(shown()));
    }

    /** Items have a value and a weight; whatever else is separated by commas is data. */
    InputFormat csvFormat() {
        return ITEM.matcher(text).matches() ? InputFormat.KNAPSACK_CSV : InputFormat.DATA_CSV;
    }

    private String place() {
        return "line " + number;
    }

    private String shown() {
        return text.substring(0, Math.min(SHOWN_CHARACTERS, text.length())).replaceAll("\\p{Cntrl}", "?");
    }
}
