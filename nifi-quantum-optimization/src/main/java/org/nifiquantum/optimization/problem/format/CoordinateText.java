// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.format;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.nifiquantum.optimization.problem.ProblemFormatException;

/**
 * The form that rudy's graphs and Biq Mac's matrices share: {@code n m}, then m lines {@code i j value}, counted from 1.
 *
 * @param numbering how the n nodes or variables are numbered
 * @param firstLine where the counts stand
 * @param declared the number m
 * @param entries all lines that follow, be they m or not
 */
public record CoordinateText(Numbering numbering, int firstLine, int declared, List<Entry> entries) {
    /**
     * Reads to the end.
     *
     * @param noun what n counts, such as {@code node}
     */
    public static CoordinateText read(Reader reader, String noun) throws IOException {
        Lines lines = new Lines(reader);
        lines.begin("Begin with 'n m', the numbers of " + noun + "s and of lines 'i j value' that follow.");
        List<Lines.Field> fields = lines.fields();
        if (fields.size() != 2) {
            throw lines.error(
                    "The first line has " + fields.size() + " entries.",
                    "It must be 'n m', the numbers of " + noun + "s and of lines 'i j value' that follow.");
        }
        Numbering numbering = new Numbering(noun, 1, lines.size(fields.get(0), noun));
        int declared = lines.wholeNumber(fields.get(1));
        return new CoordinateText(numbering, lines.number(), declared, Entry.readAll(lines, numbering));
    }

    /** The error of a text whose number of lines is not the declared one. */
    public ProblemFormatException miscounted() {
        return Lines.miscounted(firstLine, "lines 'i j value'", declared, entries.size());
    }
}
