// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.graph.Colouring;
import org.nifiquantum.optimization.problem.graph.Graph;
import org.nifiquantum.optimization.problem.graph.GraphProblem;
import org.nifiquantum.run.document.RunException;

/**
 * {@code {"type": "vertex-cover", "nodes": ["a", "b"], "edges": [{"source": "a", "target": "b"}], "penalty": 2}}, and
 * {@code "colours": 3} in a colouring. Nodes as in {@link MaxCutJson}; a weight of an edge is refused, since these problems
 * have none.
 */
final class GraphJson {

    private static final String COLOURS = "colours";

    private GraphJson() {}

    static <P extends GraphProblem> ProblemCodec<P> codec(
            String type, Class<P> kind, BiFunction<Graph, OptionalDouble, P> make) {
        return new ProblemCodec<>(
                type, kind, members -> make.apply(graph(members), members.penalty()), (problem, out) -> {
                    write(problem.graph(), out);
                    Members.writePenalty(out, problem.wishedPenalty());
                });
    }

    static Colouring readColouring(Members members) {
        Graph graph = graph(members);
        return members.has(COLOURS)
                ? new Colouring(graph, members.count(COLOURS), members.penalty())
                : Colouring.withFewColours(graph, members.penalty());
    }

    static void writeColouring(Colouring problem, JsonGenerator out) throws IOException {
        write(problem.graph(), out);
        out.writeNumberField(COLOURS, problem.colours());
        Members.writePenalty(out, problem.wishedPenalty());
    }

    private static Graph graph(Members members) {
        NameIndex index = new NameIndex(members, "nodes");
        List<Edge> edges = new ArrayList<>();
        members.elements("edges", "{source, target}", (edge, place) -> {
            int source = index.of(edge.path("source"), place + "/source");
            int target = index.of(edge.path("target"), place + "/target");
            if (source == target) {
                throw new RunException(place, "joins a node with itself; leave it out");
            }
            if (edge.has("weight")) {
                throw new RunException(place + "/weight", "has no meaning in this problem; leave it out");
            }
            edges.add(Edge.unweighted(source, target));
        });
        return new Graph(index.names(), edges);
    }

    private static void write(Graph graph, JsonGenerator out) throws IOException {
        Coefficients.writeNames(out, "nodes", graph.nodes());
        out.writeArrayFieldStart("edges");
        for (Edge edge : graph.edges()) {
            out.writeStartObject();
            out.writeStringField("source", graph.nodes().get(edge.first()));
            out.writeStringField("target", graph.nodes().get(edge.second()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
