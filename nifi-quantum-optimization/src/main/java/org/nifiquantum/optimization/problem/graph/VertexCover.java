// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.graph;

import java.util.OptionalDouble;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.model.BinaryModel;
import org.nifiquantum.optimization.problem.model.ModelBuilder;
import org.nifiquantum.optimization.problem.model.Penalties;
import org.nifiquantum.optimization.problem.model.Relation;

/**
 * The fewest nodes such that each edge has at least one of its ends among them.
 *
 * <p>An edge that is not covered costs the penalty; covering it costs one node, so any penalty above 1 is enough. A. Lucas, Front. Phys. 2:5 (2014), section 4.3.
 */
public record VertexCover(Graph graph, OptionalDouble wishedPenalty) implements GraphProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "vertex-cover";

    private static final double ENOUGH = 2;

    public VertexCover {
        Penalties.check(wishedPenalty);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Sense sense() {
        return Sense.MINIMIZE;
    }

    @Override
    public String chosen() {
        return "cover";
    }

    @Override
    public BinaryModel model() {
        ModelBuilder model = counted();
        for (Edge edge : graph.edges()) {
            model.count("edge " + graph.names(edge), Relation.AT_LEAST, 1, edge.first(), edge.second());
        }
        return model.build(wishedPenalty, ENOUGH);
    }
}
