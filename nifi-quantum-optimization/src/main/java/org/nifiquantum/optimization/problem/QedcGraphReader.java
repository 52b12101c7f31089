// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.optimization.problem.format.Lines;
import org.nifiquantum.optimization.problem.format.Numbering;

/**
 * Reads the graphs of the QED-C application-oriented benchmarks: the first line is the number of nodes, every further
 * line is an edge {@code i j} with nodes counted from 0; all weights are 1. Windows line ends, blank lines, blanks at
 * either end of a line and a missing last line end are accepted. Nodes are named by their numbers; a line that is
 * repeated adds to the weight of its edge.
 */
public final class QedcGraphReader {
    private QedcGraphReader() {}

    /**
     * Reads a whole text.
     *
     * @throws ProblemFormatException naming the line that cannot be used
     */
    public static MaxCut read(String text) {
        return Lines.inMemory(text, QedcGraphReader::read);
    }

    /**
     * Reads to the end; closing stays with the caller.
     *
     * @throws ProblemFormatException naming the line that cannot be used
     * @throws IOException if the reader fails
     */
    public static MaxCut read(Reader reader) throws IOException {
        Lines lines = new Lines(reader);
        lines.begin("Begin with the number of nodes, then one edge 'i j' on each line.");
        Numbering numbering = new Numbering("node", 0, nodes(lines));
        List<Edge> edges = new ArrayList<>();
        while (lines.advance()) {
            edges.add(edge(lines, numbering));
        }
        return new MaxCut(numbering.names(), edges);
    }

    private static int nodes(Lines lines) {
        List<Lines.Field> fields = lines.fields();
        if (fields.size() != 1) {
            throw lines.error(
                    "The first line has " + fields.size() + " entries.",
                    "It must be the number of nodes alone; a file that begins with 'nodes edges' is of another format.");
        }
        return lines.size(fields.getFirst(), "node");
    }

    private static Edge edge(Lines lines, Numbering numbering) {
        List<Lines.Field> fields = lines.fields();
        if (fields.size() != 2) {
            throw lines.error(
                    "The line has " + fields.size() + " entries.",
                    "An edge is two node numbers 'i j'; this format has no weights.");
        }
        int first = numbering.index(lines, fields.get(0));
        int second = numbering.index(lines, fields.get(1));
        if (first == second) {
            throw lines.error("The edge joins a node with itself.", "Remove it: it is never in a cut.");
        }
        return Edge.unweighted(first, second);
    }
}
