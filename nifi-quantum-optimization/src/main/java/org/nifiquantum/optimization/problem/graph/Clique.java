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
 * The most nodes such that any two of them are joined by an edge.
 *
 * <p>A pair without an edge costs the penalty; leaving out one of them costs one node, so any penalty above 1 is enough. A. Lucas, Front. Phys. 2:5 (2014), section 2.3.
 */
public record Clique(Graph graph, OptionalDouble wishedPenalty) implements GraphProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "clique";

    private static final double ENOUGH = 2;

    public Clique {
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
        return "clique";
    }

    @Override
    public BinaryModel model() {
        ModelBuilder model = counted();
        boolean[][] joined = graph.adjacency();
        for (int i = 0; i < joined.length; i++) {
            for (int j = i + 1; j < joined.length; j++) {
                if (!joined[i][j]) {
                    String pair = graph.names(Edge.unweighted(i, j));
                    model.count("no edge " + pair, Relation.AT_MOST, 1, i, j);
                }
            }
        }
        return model.build(wishedPenalty, ENOUGH);
    }
}
