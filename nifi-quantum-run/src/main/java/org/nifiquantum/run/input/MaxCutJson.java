// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.optimization.problem.Edge;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.run.document.RunException;

/**
 * {@code {"type": "maxcut", "nodes": ["a", "b"], "edges": [{"source": "a", "target": "b", "weight": 2.5}]}}.
 *
 * <p>Names are strings or whole numbers. Without {@code nodes} the edges name them, in the order they first appear;
 * with {@code nodes} an edge to any other is an error. {@code weight} is 1 where it is missing.
 */
final class MaxCutJson {

    private MaxCutJson() {}

    static MaxCut read(Members problem) {
        NameIndex index = new NameIndex(problem, "nodes");
        List<Edge> edges = new ArrayList<>();
        problem.elements("edges", "{source, target, weight}", (edge, place) -> edges.add(edge(edge, place, index)));
        return new MaxCut(index.names(), edges);
    }

    private static Edge edge(JsonNode edge, String place, NameIndex index) {
        int source = index.of(edge.path("source"), place + "/source");
        int target = index.of(edge.path("target"), place + "/target");
        if (source == target) {
            throw new RunException(place, "joins a node with itself; such an edge is never cut, leave it out");
        }
        double weight = edge.has("weight") ? Coefficients.number(edge.get("weight"), place + "/weight") : 1;
        return new Edge(source, target, weight);
    }

    static void write(MaxCut problem, JsonGenerator out) throws IOException {
        Coefficients.writeNames(out, "nodes", problem.nodes());
        out.writeArrayFieldStart("edges");
        for (Edge edge : problem.edges()) {
            out.writeStartObject();
            out.writeStringField("source", problem.nodes().get(edge.first()));
            out.writeStringField("target", problem.nodes().get(edge.second()));
            out.writeNumberField("weight", edge.weight());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
