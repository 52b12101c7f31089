// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.nifiquantum.optimization.problem.format.Entry;
import org.nifiquantum.optimization.problem.format.Lines;
import org.nifiquantum.optimization.problem.format.Numbering;

/**
 * Reads the {@code .qubo} coordinate files of D-Wave's qbsolv: a line {@code p qubo 0 maxDiagonals nDiagonals nElements},
 * then a line {@code i i q} for each of nDiagonals linear coefficients and {@code i j q} for each of nElements pairs, with
 * variables counted from 0 to maxDiagonals - 1. Lines that begin with {@code c} are comments. The objective is the sum of
 * q x_i x_j over all lines, each counted <em>once</em>, and is to be minimised, as qbsolv does unless told otherwise; the
 * format itself does not name a sense. Variables are named by their numbers.
 *
 * <p>Windows line ends, blank lines, blanks at either end of a line, a missing last line end and diagonals among the pairs
 * are accepted. Repeated entries add up, in either order of i and j. The third word, a topology, means nothing here.
 * Numbers of lines other than those declared are refused.
 */
public final class QuboReader {
    private static final int PROGRAM_FIELDS = 6;
    private static final String PROGRAM = "'p qubo 0 maxDiagonals nDiagonals nElements'";

    private QuboReader() {}

    /**
     * Reads a whole text.
     *
     * @throws ProblemFormatException naming the line that cannot be used
     */
    public static Qubo read(String text) {
        return Lines.inMemory(text, QuboReader::read);
    }

    /**
     * Reads to the end; closing stays with the caller.
     *
     * @throws ProblemFormatException naming the line that cannot be used
     * @throws IOException if the reader fails
     */
    public static Qubo read(Reader reader) throws IOException {
        Lines lines = new Lines(reader, line -> line.startsWith("c") || line.startsWith("C"));
        lines.begin("Begin with " + PROGRAM + ".");
        List<Lines.Field> program = lines.fields();
        if (program.size() != PROGRAM_FIELDS
                || !program.get(0).text().equalsIgnoreCase("p")
                || !program.get(1).text().equalsIgnoreCase("qubo")) {
            throw lines.error(
                    "This is not the program line.", "The first line that is no comment must be " + PROGRAM + ".");
        }
        Numbering numbering = new Numbering("variable", 0, lines.size(program.get(3), "variable"));
        int diagonals = lines.wholeNumber(program.get(4));
        int pairs = lines.wholeNumber(program.get(5));
        int programLine = lines.number();
        List<Entry> entries = Entry.readAll(lines, numbering);
        long found =
                entries.stream().filter(entry -> entry.row() == entry.column()).count();
        requireCount(programLine, "diagonals", diagonals, found);
        requireCount(programLine, "elements", pairs, entries.size() - found);
        return Qubo.ofEntries(numbering.names(), entries, 1);
    }

    private static void requireCount(int line, String what, int declared, long found) {
        if (declared != found) {
            throw Lines.miscounted(line, what, declared, found);
        }
    }
}
