// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What each tab must show of a solved MaxCut run. */
final class Tabs {

    static final List<String> ALL =
            List.of("overview", "answer", "circuit", "result", "optimization", "comparison", "document");

    private final Browser browser;

    Tabs(Browser browser) {
        this.browser = browser;
    }

    /** Opens each tab and compares what is drawn with the document. */
    void check(JsonNode run) {
        assertEquals(run.at("/problem/name").asText(), browser.text("h1"));
        browser.openTab("overview");
        assertTrue(browser.text("#panel-overview").contains(run.path("id").asText()), "the run's id");
        assertEquals(1, browser.count("#panel-overview .timeline"));

        browser.openTab("answer");
        browser.await("#panel-answer svg .node");
        assertEquals(run.at("/problem/nodes").size(), browser.count("#panel-answer svg .node"), "nodes");
        assertEquals(run.at("/problem/edges").size(), browser.count("#panel-answer svg .edge"), "edges");
        assertEquals(cut(run), browser.count("#panel-answer svg .edge.cut"), "edges that are cut");

        browser.openTab("circuit");
        browser.await("#panel-circuit svg .op");
        assertEquals(run.at("/program/qubits").asInt(), browser.count("#panel-circuit svg .wire-name") - 1, "wires");
        assertTrue(
                browser.text("#panel-circuit .facts")
                        .contains("Depth\n" + run.at("/program/depth").asInt()),
                "depth");

        browser.openTab("result");
        browser.await("#panel-result svg .bar");
        assertTrue(browser.count("#panel-result svg .bits") > 1, "outcomes by their bits");

        browser.openTab("optimization");
        browser.await("#panel-optimization svg .dot");
        int evaluations = run.at("/optimization/evaluations").size();
        int parameters = run.at("/program/parameters").size();
        assertEquals(
                evaluations + parameters,
                browser.count("#panel-optimization svg .dot"),
                "a dot for each evaluation, and one at the end of each parameter's way");

        browser.openTab("comparison");
        assertTrue(browser.text("#panel-comparison .verdict").length() > 10, "a verdict");

        browser.openTab("document");
        browser.await("#panel-document .tree details > ul > li");
        assertEquals(run.size(), browser.count("#panel-document .tree > li > details > ul > li"), "members");
    }

    private static long cut(JsonNode run) {
        long cut = 0;
        for (JsonNode edge : run.at("/problem/edges")) {
            JsonNode assignment = run.at("/solution/assignment");
            cut += assignment
                            .path(edge.path("source").asText())
                            .equals(assignment.path(edge.path("target").asText()))
                    ? 0
                    : 1;
        }
        return cut;
    }
}
