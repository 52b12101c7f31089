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

/** The template on a real NiFi: hydrogen in two published forms, one molecule that is too wide, and one that is none. */
class MoleculeTemplateIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATES =
            Path.of("").toAbsolutePath().getParent().resolve("templates");
    private static final Path DATA = TEMPLATES.resolve("data");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final double WANTED = 1e-6;

    @TempDir
    private Path folder;

    @Test
    void hydrogenReachesItsGroundStateAndTheRestIsAnsweredToo() throws IOException {
        Path wide = Files.writeString(folder.resolve("wide.json"), """
                {"type": "molecule", "name": "five spins", "terms": [
                  [-1, "Z0 Z1"], [-1, "Z1 Z2"], [-1, "Z2 Z3"], [-1, "Z3 Z4"], [0.5, "Z0"]]}
                """);
        Path none = Files.writeString(folder.resolve("none.json"), """
                {"type": "molecule", "terms": [[1, "Q0"]]}
                """);

        List<TemplateOutput> outputs =
                run(DATA.resolve("molecule-h2.json"), DATA.resolve("molecule-h2-2-qubits.json"), wide, none);

        assertEquals(
                List.of("solution", "solution", "solution", "invalid"),
                outputs.stream().map(TemplateOutput::port).toList());
        requireGroundState(outputs.get(0), "uccsd", fourQubits());
        requireGroundState(outputs.get(1), "hardware-efficient-ry-linear", twoQubits());
        JsonNode classical = document(outputs.get(2)).path("solution");
        assertEquals("exact-diagonalisation", classical.path("source").asText());
        assertEquals(-4.5, classical.path("objective").asDouble(), 1e-9, "all spins alike, against the field");
        assertTrue(classical.path("reason").asText().contains("at most 4 are allowed"), classical::toString);
        String message = outputs.get(3).flowFile().attributes().get("quantum.error.message");
        assertTrue(message.contains("/terms/0/1"), message);
    }

    private static void requireGroundState(TemplateOutput output, String ansatz, double energy) throws IOException {
        JsonNode run = document(output);
        assertEquals(ansatz, run.at("/encoding/method").asText());
        assertEquals("quantum", run.at("/solution/source").asText());
        assertEquals(energy, run.at("/solution/objective").asDouble(), WANTED);
        assertTrue(run.at("/solution/feasible").asBoolean(), run::toString);
        assertEquals(energy, run.at("/comparison/baseline/objective").asDouble(), 1e-9);
        assertTrue(run.at("/comparison/baseline/provenOptimal").asBoolean());
        assertTrue(Math.abs(run.at("/comparison/gapToBaseline").asDouble()) < WANTED, run::toString);
        assertTrue(run.at("/optimization/evaluations/1").has("gradient"), "gradients were measured");
    }

    /**
     * Both electrons in the bonding orbital, or both in the other: two states that only the exchange integral joins. The
     * integrals are those that Whitfield, Biamonte and Aspuru-Guzik give.
     */
    private static double fourQubits() {
        double bonding = 2 * -1.252477 + 0.674493;
        double antibonding = 2 * -0.475934 + 0.697397;
        return lower(bonding, antibonding, 0.181287) + 0.713776;
    }

    /** The states 01 and 10, which the other two do not mix with. */
    private static double twoQubits() {
        double constant = -1.052373245772859 + 0.01128010425623538 + 0.7199689944489797;
        double field = 2 * 0.39793742484318045;
        return lower(constant - field, constant + field, 0.18093119978423156);
    }

    /** The lower eigenvalue of a symmetric matrix of two rows. */
    private static double lower(double first, double second, double coupling) {
        return (first + second) / 2 - Math.hypot((first - second) / 2, coupling);
    }

    private static JsonNode document(TemplateOutput output) throws IOException {
        return JSON.readTree(output.flowFile().content());
    }

    private static List<TemplateOutput> run(Path... inputs) {
        try (TemplateRun run = TemplateRun.prepare(
                SharedNiFi.client(),
                "vqe-molecule",
                TEMPLATES.resolve("vqe-molecule.json"),
                Map.of("maximum-qubits", "4"),
                SharedNiFi.folder("molecule"))) {
            run.feed(List.of(inputs).stream().map(TemplateInput::new).toList());
            return run.await(LIMIT, () -> {});
        }
    }
}
