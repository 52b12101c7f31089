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
 * The most nodes such that no two of them are joined by an edge.
 *
 * <p>An edge inside the set costs the penalty; leaving out one end costs one node, so any penalty above 1 is enough. A. Lucas, Front. Phys. 2:5 (2014), section 4.2.
 */
public record IndependentSet(Graph graph, OptionalDouble wishedPenalty) implements GraphProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "independent-set";

    private static final double ENOUGH = 2;

    public IndependentSet {
        Penalties.check(wishedPenalty);
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
    public String chosen() {
        return "independentSet";
    }

    @Override
    public BinaryModel model() {
        ModelBuilder model = counted();
        for (Edge edge : graph.edges()) {
            model.count("edge " + graph.names(edge), Relation.AT_MOST, 1, edge.first(), edge.second());
        }
        return model.build(wishedPenalty, ENOUGH);
    }
}
