// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.graph;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.format.Lines;
import org.nifiquantum.optimization.problem.format.Numbering;

/**
 * Reads graphs as adjacency matrices in MatrixMarket's coordinate form: {@code %%MatrixMarket matrix coordinate pattern
 * symmetric}, comments {@code %}, {@code rows columns entries}, then {@code i j} or {@code i j value} from 1. Only where entries
 * stand matters, not their values: the graph has no weights. An asymmetric matrix ({@code general}) is a directed graph;
 * directions and repeats are dropped. An entry of the diagonal is refused. What is wanted is the setting {@code problem}.
 */
public final class MatrixMarketGraphReader {
    private static final String BANNER = "'%%MatrixMarket matrix coordinate pattern symmetric'";

    private MatrixMarketGraphReader() {}

    /**
     * Reads a whole text.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line that cannot be used
     */
    public static BinaryProblem read(String text, FileSettings settings) {
        return Lines.inMemory(text, reader -> read(reader, settings));
    }

    private static BinaryProblem read(Reader reader, FileSettings settings) throws IOException {
        Lines lines = new Lines(reader, line -> line.startsWith("%") && !line.startsWith("%%"));
        lines.begin("Begin with " + BANNER + ".");
        int entryFields = entryFields(lines);
        lines.requireNext("'rows columns entries'", "Give the sizes of the matrix.");
        List<Lines.Field> sizes = lines.fields();
        if (sizes.size() != 3) {
            throw lines.error(
                    "The line has " + sizes.size() + " entries.", "It must be three numbers: rows, columns, entries.");
        }
        int rows = lines.size(sizes.get(0), "node");
        if (lines.size(sizes.get(1), "node") != rows) {
            throw lines.error(
                    sizes.get(1), "The matrix is not square.", "An adjacency matrix has a row for each node.");
        }
        int declared = lines.wholeNumber(sizes.get(2));
        int sizesLine = lines.number();
        Numbering numbering = new Numbering("node", 1, rows);
        List<Edge> edges = new ArrayList<>();
        while (lines.advance()) {
            edges.add(edge(lines, numbering, entryFields));
        }
        if (edges.size() != declared) {
            throw Lines.miscounted(sizesLine, "entries", declared, edges.size());
        }
        return GraphText.problem(new Graph(numbering.names(), edges), settings, "");
    }

    /** How many fields an entry has. */
    private static int entryFields(Lines lines) {
        String banner = lines.text().strip().toLowerCase(Locale.ROOT);
        if (!banner.matches(
                "%%matrixmarket\\s+matrix\\s+coordinate\\s+(pattern|integer|real)\\s+(symmetric|general)")) {
            throw lines.error(
                    "This is not the banner of a graph.",
                    "It must be " + BANNER + "; 'integer', 'real' and 'general' are read too.");
        }
        return banner.contains("pattern") ? 2 : 3;
    }

    private static Edge edge(Lines lines, Numbering numbering, int entryFields) {
        List<Lines.Field> fields = lines.fields();
        if (fields.size() != entryFields) {
            throw lines.error(
                    "The line has " + fields.size() + " entries.",
                    "It must have " + entryFields + ", as the banner says.");
        }
        if (entryFields == 3 && lines.finiteNumber(fields.get(2)) == 0) {
            throw lines.error(fields.get(2), "The entry is 0.", "Remove it if there is no edge.");
        }
        int first = numbering.index(lines, fields.get(0));
        int second = numbering.index(lines, fields.get(1));
        if (first == second) {
            throw lines.error("The entry joins a node with itself.", "Remove it.");
        }
        return Edge.unweighted(first, second);
    }
}
