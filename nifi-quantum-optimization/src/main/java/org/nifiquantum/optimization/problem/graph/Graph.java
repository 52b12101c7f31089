// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.graph;

import java.util.List;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.PairRules;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.VariableRules;

/**
 * An undirected graph without weights. An edge that is given twice, in either direction, is one edge; an edge from a node
 * to itself is refused.
 *
 * @param nodes the names of the nodes, at least one, all different
 * @param edges each pair at most once, the smaller index first, all of weight 1
 */
public record Graph(List<String> nodes, List<Edge> edges) {
    private static final VariableRules NODES = new VariableRules("/nodes", "node");
    private static final PairRules PAIRS = new PairRules("/edges", "weight", "node", "Remove it.");

    /**
     * Checks and joins; the weights do not matter.
     *
     * @throws org.nifiquantum.optimization.problem.ProblemFormatException naming the first node or edge that cannot be
     *     used, as a JSON pointer
     */
    public Graph {
        nodes = NODES.checked(nodes);
        List<PairTerm> pairs = edges.stream()
                .map(edge -> new PairTerm(edge.first(), edge.second(), 1))
                .toList();
        edges = PAIRS.joined(nodes.size(), 0, pairs).stream()
                .map(pair -> Edge.unweighted(pair.first(), pair.second()))
                .toList();
    }

    /** For each node whether it is joined with each other one. */
    boolean[][] adjacency() {
        boolean[][] joined = new boolean[nodes.size()][nodes.size()];
        for (Edge edge : edges) {
            joined[edge.first()][edge.second()] = true;
            joined[edge.second()][edge.first()] = true;
        }
        return joined;
    }

    /** The neighbours of each node. */
    int[][] neighbours() {
        int[] degrees = new int[nodes.size()];
        edges.forEach(edge -> {
            degrees[edge.first()]++;
            degrees[edge.second()]++;
        });
        int[][] neighbours = new int[nodes.size()][];
        for (int node = 0; node < neighbours.length; node++) {
            neighbours[node] = new int[degrees[node]];
        }
        for (Edge edge : edges) {
            neighbours[edge.first()][--degrees[edge.first()]] = edge.second();
            neighbours[edge.second()][--degrees[edge.second()]] = edge.first();
        }
        return neighbours;
    }

    String names(Edge edge) {
        return nodes.get(edge.first()) + " - " + nodes.get(edge.second());
    }
}
