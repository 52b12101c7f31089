// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    static MaxCut read(JsonNode node, String pointer) {
        NameIndex index = new NameIndex(node, "nodes", pointer);
        JsonNode edges = node.path("edges");
        if (!edges.isArray()) {
            throw new RunException(pointer + "/edges", "must be an array of {source, target, weight}");
        }
        List<Edge> read = new ArrayList<>(edges.size());
        for (int i = 0; i < edges.size(); i++) {
            read.add(edge(edges.get(i), pointer + "/edges/" + i, index));
        }
        return new MaxCut(index.names(), read);
    }

    private static Edge edge(JsonNode edge, String pointer, NameIndex index) {
        int source = index.of(edge.path("source"), pointer + "/source");
        int target = index.of(edge.path("target"), pointer + "/target");
        if (source == target) {
            throw new RunException(pointer, "joins a node with itself; such an edge is never cut, leave it out");
        }
        double weight = edge.has("weight") ? Coefficients.number(edge.get("weight"), pointer + "/weight") : 1;
        return new Edge(source, target, weight);
    }

    static JsonNode write(MaxCut problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", MaxCut.TYPE);
        ArrayNode nodes = node.putArray("nodes");
        problem.nodes().forEach(nodes::add);
        ArrayNode edges = node.putArray("edges");
        for (Edge edge : problem.edges()) {
            edges.addObject()
                    .put("source", problem.nodes().get(edge.first()))
                    .put("target", problem.nodes().get(edge.second()))
                    .put("weight", edge.weight());
        }
        return node;
    }
}
