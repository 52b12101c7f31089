// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.rest.ProvenanceEvent;

/** The template users import, on a real NiFi. */
class MaxCutTemplateIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path TEMPLATES = ROOT.resolve("templates");
    private static final Path DEMO_PROBLEM = TEMPLATES.resolve("data").resolve("maxcut-16-cities.json");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void theDemoProblemIsSolvedToItsOptimum() throws IOException {
        TemplateOutput output = run(DEMO_PROBLEM);

        assertEquals("solution", output.port());
        JsonNode run = JSON.readTree(output.flowFile().content());
        JsonNode problem = JSON.readTree(DEMO_PROBLEM.toFile());
        double objective = run.at("/solution/objective").asDouble();
        assertEquals(cut(problem, sides(run.at("/solution/assignment"))), objective, 1e-9, "the cut it names");
        assertEquals(largestCut(problem), objective, 1e-9, "the largest of all cuts");
        assertEquals("quantum", run.at("/solution/source").asText());
    }

    @Test
    void provenanceTellsEverySubmissionAndEveryResultOfTheRun() throws IOException {
        TemplateOutput output = run(DEMO_PROBLEM);

        JsonNode run = JSON.readTree(output.flowFile().content());
        int jobs = run.at("/totals/jobs").asInt();
        List<ProvenanceEvent> events = SharedNiFi.client()
                .provenance()
                .search("quantum.run.id", run.path("id").asText());
        List<ProvenanceEvent> sent = ofType(events, "SEND", "SubmitCircuit");
        assertTrue(jobs > 1, "a loop, not one job");
        assertEquals(jobs, sent.size(), "submissions");
        assertEquals(jobs, ofType(events, "FETCH", "PollResult").size(), "results");
        assertEquals(
                jobs,
                sent.stream().map(ProvenanceEvent::transitUri).distinct().count(),
                "each submission names its job in the transit URI");
        assertTrue(sent.getFirst().transitUri().isPresent(), "a transit URI");
    }

    @Test
    void countersTellWhatWasDone() throws IOException {
        Map<String, Long> before = SharedNiFi.client().reports().counters();
        TemplateOutput output = run(DEMO_PROBLEM);
        Map<String, Long> after = SharedNiFi.client().reports().counters();

        long jobs =
                JSON.readTree(output.flowFile().content()).at("/totals/jobs").asLong();
        for (String counter : List.of("Circuits Submitted", "Results Collected", "Optimizer Steps")) {
            assertEquals(jobs, after.get(counter) - before.getOrDefault(counter, 0L), counter);
        }
        assertEquals(1, after.get("Problems Solved") - before.getOrDefault("Problems Solved", 0L));
    }

    @Test
    void anInvalidGraphReachesItsPortAndTheMessageNamesThePlace() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), """
                {"type": "maxcut", "nodes": ["berlin", "paris"],
                 "edges": [{"source": "berlin", "target": "pari", "weight": 1}]}
                """);

        TemplateOutput output = run(broken);

        assertEquals("invalid", output.port());
        String message = output.flowFile().attributes().get("quantum.error.message");
        assertTrue(message.contains("/edges/0") && message.contains("pari"), message);
        assertEquals(Files.readString(broken), new String(output.flowFile().content(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mc_012_003_000", "mc_016_003_000"})
    void aGraphOfQedcReachesTheCutOfItsSolution(String name) throws IOException {
        Optional<Path> data = sharedData();
        assumeTrue(data.isPresent(), "there is no folder shared/data beside the checkout");
        Path graphs = data.get().resolve("maxcut").resolve("qedc");
        double best = Double.parseDouble(
                Files.readAllLines(graphs.resolve(name + ".sol")).getFirst().strip());

        TemplateOutput output = run(graphs.resolve(name + ".txt"));

        assertEquals("solution", output.port());
        JsonNode run = JSON.readTree(output.flowFile().content());
        assertEquals(
                best,
                run.at("/solution/objective").asDouble(),
                1e-9,
                run.path("solution").toString());
    }

    private static TemplateOutput run(Path input) {
        try (TemplateRun run = TemplateRun.prepare(
                SharedNiFi.client(),
                input.getFileName().toString(),
                TEMPLATES.resolve("maxcut-qaoa.json"),
                Map.of(),
                SharedNiFi.folder("maxcut"))) {
            run.feed(List.of(new TemplateInput(input)));
            List<TemplateOutput> outputs = run.await(LIMIT, () -> {});
            assertEquals(1, outputs.size(), "outputs");
            return outputs.getFirst();
        }
    }

    private static List<ProvenanceEvent> ofType(List<ProvenanceEvent> events, String type, String componentType) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .filter(event -> event.componentType().equals(componentType))
                .toList();
    }

    private static Map<String, Integer> sides(JsonNode assignment) {
        Map<String, Integer> sides = new HashMap<>();
        assignment
                .properties()
                .forEach(node -> sides.put(node.getKey(), node.getValue().asInt()));
        return sides;
    }

    private static double cut(JsonNode problem, Map<String, Integer> sides) {
        double cut = 0;
        for (JsonNode edge : problem.path("edges")) {
            if (!sides.get(edge.path("source").asText())
                    .equals(sides.get(edge.path("target").asText()))) {
                cut += edge.path("weight").asDouble();
            }
        }
        return cut;
    }

    /** By trying all, with nothing of the solver under test. */
    private static double largestCut(JsonNode problem) {
        JsonNode nodes = problem.path("nodes");
        double largest = 0;
        for (int bits = 0; bits < 1 << (nodes.size() - 1); bits++) {
            Map<String, Integer> sides = new HashMap<>();
            for (int i = 0; i < nodes.size(); i++) {
                sides.put(nodes.get(i).asText(), bits >> i & 1);
            }
            largest = Math.max(largest, cut(problem, sides));
        }
        return largest;
    }

    private static Optional<Path> sharedData() {
        return Stream.iterate(ROOT, parent -> parent != null, Path::getParent)
                .map(parent -> parent.resolve("shared").resolve("data"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
