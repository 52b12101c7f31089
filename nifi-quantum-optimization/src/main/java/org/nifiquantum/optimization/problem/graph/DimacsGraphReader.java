// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.graph;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.format.Lines;
import org.nifiquantum.optimization.problem.format.Numbering;

/**
 * Reads the graphs of the DIMACS challenges: comments {@code c}, one line {@code p edge nodes edges} (or {@code p col}), then
 * {@code e i j} for each edge with nodes counted from 1. Without a setting {@code problem} a file of {@code p col} is a
 * colouring; of {@code p edge} it must be set. Other lines ({@code n}, {@code d}, ...) are refused, since they change the
 * problem. The declared number of edges may be that of the lines, or half of it where each edge stands in both
 * directions, as in many files of the colouring challenge.
 */
public final class DimacsGraphReader {
    private static final String PROGRAM = "'p edge nodes edges'";

    private DimacsGraphReader() {}

    /**
     * Reads a whole text.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the line that cannot be used
     */
    public static BinaryProblem read(String text, FileSettings settings) {
        return Lines.inMemory(text, reader -> read(reader, settings));
    }

    private static BinaryProblem read(Reader reader, FileSettings settings) throws IOException {
        Lines lines = new Lines(reader, line -> line.matches("\\s*c(\\s.*)?"));
        lines.begin("Begin with " + PROGRAM + ".");
        List<Lines.Field> program = lines.fields();
        if (program.size() != 4
                || !program.get(0).text().equals("p")
                || !program.get(1).text().matches("edge|edges|col")) {
            throw lines.error(
                    "This is not the program line.", "The first line that is no comment must be " + PROGRAM + ".");
        }
        Numbering numbering = new Numbering("node", 1, lines.size(program.get(2), "node"));
        int declared = lines.wholeNumber(program.get(3));
        int programLine = lines.number();
        List<Edge> edges = new ArrayList<>();
        while (lines.advance()) {
            edges.add(edge(lines, numbering));
        }
        Graph graph = new Graph(numbering.names(), edges);
        boolean bothWays =
                edges.size() == 2L * graph.edges().size() && graph.edges().size() == declared;
        if (edges.size() != declared && !bothWays) {
            throw Lines.miscounted(programLine, "edges", declared, edges.size());
        }
        return GraphText.problem(graph, settings, program.get(1).text().equals("col") ? Colouring.TYPE : "");
    }

    private static Edge edge(Lines lines, Numbering numbering) {
        List<Lines.Field> fields = lines.fields();
        if (fields.size() != 3 || !fields.getFirst().text().equals("e")) {
            throw lines.error("The line is no edge.", "It must be 'e i j'; other lines are not supported.");
        }
        int first = numbering.index(lines, fields.get(1));
        int second = numbering.index(lines, fields.get(2));
        if (first == second) {
            throw lines.error("The edge joins a node with itself.", "Remove it.");
        }
        return Edge.unweighted(first, second);
    }
}
