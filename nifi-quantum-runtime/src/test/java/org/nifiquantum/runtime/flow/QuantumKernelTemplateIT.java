// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.ProvenanceEvent;

/** From a table to its kernel, and on as CSV, on a real NiFi. */
class QuantumKernelTemplateIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATES =
            Path.of("").toAbsolutePath().getParent().resolve("templates");
    private static final Path PUMPS = TEMPLATES.resolve("data").resolve("pumps.csv");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    /** 32 pumps that are learned from and 8 that are predicted: 32 * 31 / 2 + 8 * 32 pairs in one job. */
    @Test
    void theTableOfPumpsBecomesAKernelInOneJob() throws IOException {
        Map<String, PackagedFlowFile> outputs = run(PUMPS);

        JsonNode run = JSON.readTree(outputs.get("solution").content());
        assertEquals("quantum", run.at("/solution/source").asText());
        assertEquals(1, run.at("/totals/jobs").asInt());
        assertEquals(752, run.at("/totals/evaluations").asInt());
        assertEquals(40, run.at("/solution/answer/kernel").size());
        assertEquals(32, run.at("/solution/answer/kernel/39").size());
        assertEquals(8, run.at("/solution/answer/judgedRows").asInt());
        assertEquals("classical kernel", run.at("/comparison/baseline/solver").asText(), run::toString);
        List<ProvenanceEvent> events = SharedNiFi.client()
                .provenance()
                .search("quantum.run.id", run.path("id").asText());
        assertEquals(1, count(events, "SEND", "SubmitCircuit"));
        assertEquals(1, count(events, "FETCH", "PollResult"));

        List<String> lines = new String(outputs.get("table").content(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(41, lines.size());
        assertTrue(lines.getFirst().startsWith("name,label,test,\"pump 01\","), lines.getFirst());
        assertEquals("pumps.csv", outputs.get("table").attributes().get("filename"));
        assertEquals("text/csv", outputs.get("table").attributes().get("mime.type"));
        String[] last = lines.getLast().split(",", -1);
        assertEquals(35, last.length);
        for (int column = 0; column < 32; column++) {
            assertEquals(
                    run.at("/solution/answer/kernel/39/" + column).asDouble(), Double.parseDouble(last[column + 3]));
        }
    }

    /** RY rotations without entanglement: a kernel is the product of cos^2 of half the differences. */
    @Test
    void aKernelOfPlainAnglesIsTheClosedForm() throws IOException {
        Path table = Files.writeString(folder.resolve("angles.json"), """
                {"type": "data", "features": ["x", "y"], "featureMap": {"kind": "angle", "repetitions": 1},
                 "rows": [{"name": "a", "values": [0.3, 1.1]}, {"name": "b", "values": [1.4, -0.2]}]}
                """);

        JsonNode run = JSON.readTree(run(table).get("solution").content());

        assertEquals(
                Math.pow(Math.cos(0.55) * Math.cos(0.65), 2),
                run.at("/solution/answer/kernel/0/1").asDouble(),
                1e-9);
        assertEquals("undecided", run.at("/comparison/verdict").asText());
    }

    @Test
    void aTableTooWideTakesTheClassicalRoadAndSaysSo() throws IOException {
        Path wide = Files.writeString(folder.resolve("wide.csv"), """
                a,b,c,d,e,f,g,h,i,j,k
                1,2,3,4,5,6,7,8,9,10,11
                2,3,4,5,6,7,8,9,10,11,12
                """);

        Map<String, PackagedFlowFile> outputs = run(wide);

        JsonNode run = JSON.readTree(outputs.get("solution").content());
        assertEquals("classical kernel", run.at("/solution/source").asText());
        assertEquals(
                "UNSUITABLE: 11 qubits are needed, at most 10 are allowed",
                run.at("/solution/reason").asText());
        assertEquals("classical kernel", outputs.get("table").attributes().get("quantum.solution.source"));
    }

    @Test
    void whatIsNoTableReachesItsPortWithItsLine() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.csv"), "x,y\n1,2\n3,n/a\n");

        Map<String, PackagedFlowFile> outputs = run(broken, 1);

        String message = outputs.get("invalid").attributes().get("quantum.error.message");
        assertTrue(message.startsWith("line 3: column y has [n/a]"), message);
        assertEquals(Files.readString(broken), new String(outputs.get("invalid").content(), StandardCharsets.UTF_8));
    }

    private static long count(List<ProvenanceEvent> events, String type, String componentType) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .filter(event -> event.componentType().equals(componentType))
                .count();
    }

    private static Map<String, PackagedFlowFile> run(Path input) {
        return run(input, 2);
    }

    /** What comes out, by its port. */
    private static Map<String, PackagedFlowFile> run(Path input, int expected) {
        try (TemplateRun run = TemplateRun.prepare(
                SharedNiFi.client(),
                input.getFileName().toString(),
                TEMPLATES.resolve("quantum-kernel.json"),
                Map.of(),
                SharedNiFi.folder("kernel"))) {
            run.feed(List.of(new TemplateInput(input)));
            Map<String, PackagedFlowFile> outputs = new HashMap<>();
            assertTrue(
                    Patience.awaitTrue(LIMIT, () -> {
                        run.collect().forEach(output -> outputs.put(output.port(), output.flowFile()));
                        return outputs.size() >= expected;
                    }),
                    outputs::toString);
            return outputs;
        }
    }
}
