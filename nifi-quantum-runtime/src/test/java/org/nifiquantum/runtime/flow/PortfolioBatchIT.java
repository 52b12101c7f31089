// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nifiquantum.runtime.SharedNiFi;

/**
 * The template on a real NiFi: a batch in which one portfolio is too wide for the quantum road and one is none, and a
 * portfolio that comes alone.
 */
class PortfolioBatchIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TEMPLATES =
            Path.of("").toAbsolutePath().getParent().resolve("templates");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int WIDEST = 9;

    /** Commas between quotation marks belong to the text. */
    private static final String COMMAS = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    @TempDir
    private Path folder;

    @Test
    void aBatchBecomesATableWithARowForEachPortfolio() throws IOException {
        ArrayNode batch = (ArrayNode) JSON.readTree(
                TEMPLATES.resolve("data").resolve("portfolios.json").toFile());
        int portfolios = batch.size();
        batch.addObject().put("type", "portfolio").put("name", "No, none").put("choose", 1);

        Path monday = Files.write(folder.resolve("monday.json"), JSON.writeValueAsBytes(batch));
        Path alone = Files.write(folder.resolve("alone.json"), JSON.writeValueAsBytes(batch.get(0)));

        List<TemplateOutput> outputs = run(monday, alone);

        assertEquals(
                Map.of("solution", (long) portfolios, "invalid", 1L, "summary", 1L),
                outputs.stream()
                        .filter(output -> output.input() == 0)
                        .collect(Collectors.groupingBy(TemplateOutput::port, Collectors.counting())));
        PackagedFlowFile summary = summary(outputs, 0);
        assertEquals("monday.csv", summary.attributes().get("filename"));
        String table = new String(summary.content(), StandardCharsets.UTF_8);
        List<String> lines = table.lines().toList();
        assertEquals(1 + batch.size(), lines.size(), table);
        for (int i = 0; i < portfolios; i++) {
            requireOptimal(batch.get(i), columns(lines.getFirst(), lines.get(i + 1)));
        }
        Map<String, String> none = columns(lines.getFirst(), lines.getLast());
        assertEquals("\"No, none\"", none.get("portfolio"));
        assertEquals("", none.get("source"));
        assertTrue(none.get("note").contains("/assets: is missing"), table);
        PackagedFlowFile single = summary(outputs, 1);
        assertEquals("alone.csv", single.attributes().get("filename"));
        List<String> row =
                new String(single.content(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, row.size(), row::toString);
        requireOptimal(batch.get(0), columns(row.getFirst(), row.getLast()));
    }

    private static PackagedFlowFile summary(List<TemplateOutput> outputs, int input) {
        List<TemplateOutput> summaries = outputs.stream()
                .filter(output -> output.input() == input && output.port().equals("summary"))
                .toList();
        assertEquals(1, summaries.size(), "summaries of input " + input);
        return summaries.getFirst().flowFile();
    }

    private static void requireOptimal(JsonNode portfolio, Map<String, String> row) {
        String name = portfolio.path("name").asText();
        assertEquals(name, row.get("portfolio"));
        int best = bestSelection(portfolio);
        assertEquals(names(portfolio, best), row.get("assets"), name);
        assertEquals(value(portfolio, best), Double.parseDouble(row.get("objective")), 1e-12, name);
        assertEquals("true", row.get("feasible"), name);
        if (portfolio.path("assets").size() > WIDEST) {
            assertEquals("exact", row.get("source"), name);
            assertEquals("\"10 qubits are needed, at most 9 are allowed\"", row.get("note"));
        } else {
            assertEquals("quantum", row.get("source"), name);
            assertEquals("equal", row.get("verdict"), name);
            assertEquals("", row.get("note"), name);
        }
    }

    private static Map<String, String> columns(String header, String line) {
        String[] names = header.split(",", -1);
        String[] values = line.split(COMMAS, -1);
        assertEquals(names.length, values.length, line);
        return IntStream.range(0, names.length).boxed().collect(Collectors.toMap(i -> names[i], i -> values[i]));
    }

    /** By trying all, with nothing of the solver under test; bit i is asset i. */
    private static int bestSelection(JsonNode portfolio) {
        int best = -1;
        for (int bits = 0; bits < 1 << portfolio.path("assets").size(); bits++) {
            if (Integer.bitCount(bits) == portfolio.path("choose").asInt()
                    && (best < 0 || value(portfolio, bits) < value(portfolio, best))) {
                best = bits;
            }
        }
        return best;
    }

    private static double value(JsonNode portfolio, int bits) {
        double value = 0;
        for (int i = 0; i < portfolio.path("assets").size(); i++) {
            for (int j = 0; j < portfolio.path("assets").size(); j++) {
                value += (bits >> i & bits >> j & 1)
                        * portfolio.path("riskAversion").asDouble()
                        * portfolio.path("covariance").get(i).get(j).asDouble();
            }
            value -= (bits >> i & 1) * portfolio.path("returns").get(i).asDouble();
        }
        return value;
    }

    private static String names(JsonNode portfolio, int bits) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < portfolio.path("assets").size(); i++) {
            if ((bits >> i & 1) == 1) {
                names.add(portfolio.path("assets").get(i).asText());
            }
        }
        return "\"" + String.join(", ", names) + "\"";
    }

    private static List<TemplateOutput> run(Path... inputs) {
        try (TemplateRun run = TemplateRun.prepare(
                SharedNiFi.client(),
                "portfolio-batch",
                TEMPLATES.resolve("portfolio-batch.json"),
                Map.of("maximum-qubits", Integer.toString(WIDEST)),
                SharedNiFi.folder("portfolio"))) {
            run.feed(List.of(inputs).stream().map(TemplateInput::new).toList());
            return run.awaitAll(LIMIT, () -> {});
        }
    }
}
