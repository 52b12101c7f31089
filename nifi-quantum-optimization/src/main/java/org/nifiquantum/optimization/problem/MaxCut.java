// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.List;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;

/**
 * Weighted MaxCut: split the nodes in two such that the sum of the weights of edges between the two parts is largest.
 * Node i is on the side that bit i says. Weights may be negative. Swapping the sides changes nothing.
 *
 * <p>Self-loops are refused, since no cut contains them. Parallel edges are joined into one by adding their weights, so
 * {@link #edges()} holds each pair at most once, the smaller index first, in the order of first appearance.
 *
 * @param nodes the names of the nodes, at least one, all different
 * @param edges the edges by node index; none is allowed
 */
public record MaxCut(List<String> nodes, List<Edge> edges) implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "maxcut";

    private static final VariableRules NODES = new VariableRules("/nodes", "node");
    private static final PairRules PAIRS =
            new PairRules("/edges", "weight", "node", "Remove it: such an edge is never in a cut.");

    /**
     * Checks and joins.
     *
     * @throws ProblemFormatException naming the first node or edge that cannot be used, as a JSON pointer
     */
    public MaxCut {
        nodes = NODES.checked(nodes);
        edges = joined(nodes.size(), List.copyOf(edges));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Sense sense() {
        return Sense.MAXIMIZE;
    }

    @Override
    public List<String> variables() {
        return nodes;
    }

    /** E = -C with the cut C = sum of w/2 (1 - s_i s_j). */
    @Override
    public IsingModel ising() {
        IsingModelBuilder model = IsingModel.builder(nodes.size());
        for (Edge edge : edges) {
            if (edge.weight() != 0) {
                model.coupling(edge.first(), edge.second(), edge.weight() / 2);
            }
        }
        double total = edges.stream().mapToDouble(Edge::weight).sum();
        return model.constant(-total / 2).build();
    }

    @Override
    public double objective(BitString bits) {
        NODES.requireBits(bits, nodes.size());
        // The sum of a stream is compensated: 32 decimal weights add up to 111.9, not to 111.89999999999999.
        return edges.stream()
                .filter(edge -> bits.get(edge.first()) != bits.get(edge.second()))
                .mapToDouble(Edge::weight)
                .sum();
    }

    /** There are no constraints, and the variables say it all. */
    @Override
    public Answer decode(BitString bits) {
        return Answer.of(objective(bits));
    }

    private static List<Edge> joined(int nodes, List<Edge> edges) {
        List<PairTerm> terms = edges.stream()
                .map(edge -> new PairTerm(edge.first(), edge.second(), edge.weight()))
                .toList();
        return PAIRS.joined(nodes, 0, terms).stream()
                .map(term -> new Edge(term.first(), term.second(), term.value()))
                .toList();
    }
}
