// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.ProvenanceEvent;

/** RouteWorkload between EncodeProblem and the two roads, on a real NiFi. */
class RouteWorkloadIT {

    private static final String GRAPH = "4\n0 1\n1 2\n2 3\n3 0\n";

    @Test
    void aShadowIsServedClassicallyAndProvenanceSaysWhy() {
        FileFlow flow = new FileFlow("route");
        build(flow);
        flow.start();
        flow.feed("graph.txt", GRAPH);
        JsonNode served = flow.answer("served", "graph.txt");
        JsonNode shadow = flow.answer("shadow", "graph.txt");
        flow.stop();

        assertEquals(4, served.at("/solution/objective").asInt(), "all edges of a ring of four are cut");
        assertEquals("exact", served.at("/solution/source").asText());
        assertTrue(
                served.at("/solution/reason").asText().startsWith("routed: its lot is"),
                served.at("/solution/reason").asText());
        assertEquals(served.path("id"), shadow.path("id"), "the same run on both roads");
        assertTrue(shadow.path("solution").isMissingNode());
        List<ProvenanceEvent> routes =
                flow
                        .nifi()
                        .provenance()
                        .search("quantum.run.id", served.path("id").asText())
                        .stream()
                        .filter(event -> event.type().equals("ROUTE"))
                        .filter(event -> event.componentType().equals("RouteWorkload"))
                        .toList();
        assertEquals(2, routes.size(), "the run and its copy");
    }

    private static void build(FileFlow flow) {
        Component in = flow.read();
        Component encode = flow.ours("EncodeProblem", Map.of(), Set.of("unsuitable", "failure"));
        Component route = flow.ours(
                "RouteWorkload",
                Map.of("Quantum Share", "0", "Shadow Share", "100"),
                Set.of("quantum", "approval", "failure"));
        Component fallback = flow.ours("Fallback", Map.of(), Set.of("failure"));
        Component served = flow.write("served");
        Component shadow = flow.write("shadow");
        flow.connect(in, "success", encode);
        flow.connect(encode, "success", route);
        flow.connect(route, "classical", fallback);
        flow.connect(route, "shadow", shadow);
        flow.connect(fallback, "success", served);
    }
}
