// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nifiquantum.runtime.SharedNiFi;

/** The template on a real NiFi: one job for each problem, or none. */
class SamplingSearchIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATE =
            Path.of("").toAbsolutePath().getParent().resolve("templates").resolve("sampling-search.json");
    private static final Path DATA = TEMPLATE.resolveSibling("data");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** As TemplateDataTest finds by trying all. */
    private static final double BEST_CUT = 111.9;

    private static final int MOST_MASTS = 5;

    @TempDir
    private Path folder;

    @Test
    void theBestFeasibleSampleOfOneJobIsTheAnswer() throws IOException {
        Path masts = DATA.resolve("independent-set-14-masts.json");
        Path wide = Files.writeString(folder.resolve("wide.txt"), "17\n0 1\n1 16\n");
        Path none = Files.writeString(folder.resolve("none.json"), "{\"type\": \"independent-set\"}");

        List<TemplateOutput> outputs = run(
                TEMPLATE,
                Map.of("maximum-qubits", "16"),
                List.of(DATA.resolve("maxcut-16-cities.json"), masts, wide, none));

        assertEquals(
                List.of("solution", "solution", "solution", "invalid"),
                outputs.stream().map(TemplateOutput::port).toList());
        JsonNode cities = sampledOnce(outputs.get(0), "qaoa");
        assertEquals(BEST_CUT, cities.at("/solution/objective").asDouble(), 1e-9);
        JsonNode independent = sampledOnce(outputs.get(1), "qaoa");
        assertEquals(MOST_MASTS, independent.at("/solution/objective").asInt());
        assertTrue(independent.at("/solution/feasible").asBoolean());
        JsonNode classical = document(outputs.get(2)).path("solution");
        assertEquals("exact", classical.path("source").asText());
        assertEquals(2, classical.path("objective").asDouble());
        assertTrue(outputs.get(3)
                .flowFile()
                .attributes()
                .get("quantum.error.message")
                .contains("/edges"));
    }

    /** Nothing of the problem is in the circuit: another problem of as many bits is sent as the very same one. */
    @Test
    void aRandomCircuitKeepsTheProblemToItself() throws IOException {
        Path path = Files.writeString(folder.resolve("path.txt"), "4\n0 1\n1 2\n2 3\n");
        Path star = Files.writeString(folder.resolve("star.txt"), "4\n0 1\n0 2\n0 3\n");
        Path variant =
                TemplateVariant.of(TEMPLATE).withContext("random circuits").writeTo(folder.resolve("random.json"));

        List<TemplateOutput> outputs = run(variant, Map.of("ansatz", "SAMPLING", "layers", "8"), List.of(path, star));

        JsonNode ofPath = sampledOnce(outputs.get(0), "random-brickwork");
        JsonNode ofStar = sampledOnce(outputs.get(1), "random-brickwork");
        assertEquals(ofPath.at("/program/sha256"), ofStar.at("/program/sha256"));
        assertEquals(3, ofPath.at("/solution/objective").asDouble());
        assertEquals(3, ofStar.at("/solution/objective").asDouble());
    }

    private static JsonNode sampledOnce(TemplateOutput output, String method) throws IOException {
        JsonNode run = document(output);
        assertEquals(method, run.at("/encoding/method").asText());
        assertEquals("quantum", run.at("/solution/source").asText());
        assertEquals(1, run.at("/totals/jobs").asInt(), "jobs");
        assertTrue(run.path("optimization").isMissingNode(), "no loop");
        assertEquals("equal", run.at("/comparison/verdict").asText(), run.path("comparison")::toString);
        assertTrue(run.at("/comparison/answer/shotSuccess/probability").asDouble() > 0, run::toString);
        return run;
    }

    private static JsonNode document(TemplateOutput output) throws IOException {
        return JSON.readTree(output.flowFile().content());
    }

    private static List<TemplateOutput> run(Path template, Map<String, String> parameters, List<Path> inputs) {
        try (TemplateRun run = TemplateRun.prepare(
                SharedNiFi.client(), "sampling-search", template, parameters, SharedNiFi.folder("sampling"))) {
            run.feed(inputs.stream().map(TemplateInput::new).toList());
            return run.await(LIMIT, () -> {});
        }
    }
}
