// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.io.IOException;
import java.io.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nifiquantum.optimization.problem.format.CoordinateText;
import org.nifiquantum.optimization.problem.format.Entry;
import org.nifiquantum.optimization.problem.format.Lines;

/**
 * Reads the weighted graphs of the generator rudy, which the G-set and the MaxCut and spin-glass files ({@code .mc}) of
 * the Biq Mac library are written in: {@code n m}, the numbers of nodes and edges, then m lines {@code i j w} with nodes
 * counted from 1. Nodes are named by these numbers. The energy of a spin glass with these couplings is the sum of all w
 * less twice the cut.
 *
 * <p>Windows line ends, blank lines, blanks at either end of a line and a missing last line end are accepted. A line
 * that joins a node with itself is refused. The weights of lines that join the same two nodes add up. A file with
 * 2 m lines is accepted too if it lists each of its m edges in both directions; these add up like any others, so each edge
 * counts twice in the cut. Any other number of lines than m is refused.
 */
public final class RudyReader {
    private RudyReader() {}

    /**
     * Reads a whole text.
     *
     * @throws ProblemFormatException naming the line that cannot be used
     */
    public static MaxCut read(String text) {
        return Lines.inMemory(text, RudyReader::read);
    }

    /**
     * Reads to the end; closing stays with the caller.
     *
     * @throws ProblemFormatException naming the line that cannot be used
     * @throws IOException if the reader fails
     */
    public static MaxCut read(Reader reader) throws IOException {
        CoordinateText text = CoordinateText.read(reader, "node");
        List<Edge> edges = text.entries().stream().map(RudyReader::edge).toList();
        MaxCut problem = new MaxCut(text.numbering().names(), edges);
        if (edges.size() != text.declared()
                && !(problem.edges().size() == text.declared() && isEachPairBothWays(edges, text.declared()))) {
            throw text.miscounted();
        }
        return problem;
    }

    private static Edge edge(Entry entry) {
        if (entry.row() == entry.column()) {
            throw entry.error("The edge joins a node with itself.", "Remove it: it is never in a cut.");
        }
        return new Edge(entry.row(), entry.column(), entry.value());
    }

    /** Of m pairs: as many lines one way as the other with each weight, and 2 m in all, leaves just one each way. */
    private static boolean isEachPairBothWays(List<Edge> edges, int pairs) {
        return edges.size() == 2L * pairs
                && sorted(edges.stream()).equals(sorted(edges.stream().map(Edge::reversed)));
    }

    private static List<Edge> sorted(Stream<Edge> edges) {
        return edges.sorted(Comparator.comparingInt(Edge::first)
                        .thenComparingInt(Edge::second)
                        .thenComparingDouble(Edge::weight))
                .toList();
    }
}
