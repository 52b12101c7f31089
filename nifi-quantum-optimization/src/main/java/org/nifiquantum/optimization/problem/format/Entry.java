// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.optimization.problem.ProblemFormatException;

/**
 * A line {@code i j value} of a text: a weighted edge, or an entry of a matrix.
 *
 * @param line the number of the line, from 1
 * @param row the index i, from 0 whatever the text counts from
 * @param column the index j, likewise
 * @param value finite
 */
public record Entry(int line, int row, int column, double value) {
    /** More lines are refused: what they make in memory is many times their text. */
    public static final int MAXIMUM_ENTRIES = 10_000_000;

    /** Formats double a value at most, and problems add up all of them. */
    private static final double ROOM_FOR_SUMS = 4;

    /** All lines to the end of the text. */
    public static List<Entry> readAll(Lines lines, Numbering numbering) throws IOException {
        List<Entry> entries = new ArrayList<>();
        double total = 0;
        while (lines.advance()) {
            Entry entry = read(lines, numbering);
            total += Math.abs(entry.value);
            if (!Double.isFinite(ROOM_FOR_SUMS * total)) {
                throw lines.error("The sum of the sizes of all values up to here is too large.", "Give smaller ones.");
            }
            if (entries.size() == MAXIMUM_ENTRIES) {
                throw lines.error(
                        "There are more than " + MAXIMUM_ENTRIES + " lines 'i j value'.", "Give a smaller problem.");
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Entry read(Lines lines, Numbering numbering) {
        List<Lines.Field> fields = lines.fields();
        if (fields.size() != 3) {
            throw lines.error(
                    "The line has " + fields.size() + " entries.",
                    "It must be two " + numbering.noun() + " numbers and a value, 'i j value'.");
        }
        return new Entry(
                lines.number(),
                numbering.index(lines, fields.get(0)),
                numbering.index(lines, fields.get(1)),
                lines.finiteNumber(fields.get(2)));
    }

    /** An error at this line. */
    public ProblemFormatException error(String problem, String remedy) {
        return new ProblemFormatException("line " + line, problem, remedy);
    }
}
