// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.viewer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nifiquantum.runtime.command.SolvedRun;

/** Runs to look at: real ones, and what somebody could make of them. */
final class Documents {

    static final String HOSTILE =
            "</script><script>window.pwned=1</script><img src=x onerror=\"window.pwned=1\"><svg onload=window.pwned=1>";

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Path TEMPLATES =
            Path.of("").toAbsolutePath().getParent().resolve("templates");

    private Documents() {}

    /** The demonstration's graph of 16 cities, solved with two layers in up to the given number of evaluations. */
    static ObjectNode cities(int evaluations) {
        String run = SolvedRun.of(
                TEMPLATES.resolve("data").resolve("maxcut-16-cities.json"),
                "--layers",
                "2",
                "--shots",
                "256",
                "--maximum-evaluations",
                String.valueOf(evaluations));
        try {
            return (ObjectNode) JSON.readTree(run);
        } catch (JsonProcessingException e) {
            throw new AssertionError(run, e);
        }
    }

    /** A ring of the given length, solved in a few evaluations, with a history of as many as given. */
    static ObjectNode ring(Path folder, int nodes, int evaluations) throws IOException {
        StringBuilder graph = new StringBuilder().append(nodes).append('\n');
        for (int node = 0; node < nodes; node++) {
            graph.append(node).append(' ').append((node + 1) % nodes).append('\n');
        }
        Path problem = Files.writeString(Files.createDirectories(folder).resolve("ring.txt"), graph);
        ObjectNode run = (ObjectNode) JSON.readTree(SolvedRun.of(problem, "--maximum-evaluations", "3"));
        ArrayNode history = (ArrayNode) run.at("/optimization/evaluations");
        while (history.size() < evaluations) {
            history.add(history.get(history.size() % 3).deepCopy());
        }
        return run;
    }

    /** The same with markup and scripts in every text and every name, except what makes it a run. */
    static ObjectNode hostile(ObjectNode run) {
        ObjectNode hostile = (ObjectNode) hostileCopy(run);
        hostile.put("schema", run.path("schema").asText());
        ObjectNode problem = (ObjectNode) hostile.get("problem");
        ObjectNode solution = (ObjectNode) hostile.get("solution");
        problem.put("type", HOSTILE).put("name", HOSTILE);
        ArrayNode edges = problem.putArray("edges");
        edges.addObject().put("source", HOSTILE).put("target", HOSTILE + 1).put(HOSTILE, HOSTILE);
        solution.putObject("assignment").put(HOSTILE, 1).put(HOSTILE + 1, 0);
        solution.putObject("answer")
                .put(HOSTILE, HOSTILE)
                .putObject("__proto__")
                .put("polluted", HOSTILE);
        ((ObjectNode) hostile.at("/result/evaluations/0"))
                .putObject("counts")
                .put(HOSTILE, 7)
                .put("__proto__", 5)
                .put("0101", 3);
        hostile.putObject("comparison")
                .put(HOSTILE, HOSTILE)
                .putObject("baseline")
                .put("source", HOSTILE)
                .put("objective", 1);
        return hostile;
    }

    private static JsonNode hostileCopy(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(HOSTILE);
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            node.forEach(element -> copy.add(hostileCopy(element)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = JSON.createObjectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), hostileCopy(member.getValue())));
            copy.put(HOSTILE, HOSTILE);
            return copy;
        }
        return node;
    }
}
