// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The graphs beside the templates have the best cuts that the documentation states: every partition is looked at. */
class TemplateDataTest {

    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @CsvSource({"maxcut-16-cities.json, 16, 32, 111.9, 110.4", "maxcut-triangle.json, 3, 3, 5, 4"})
    void bestCutIsUniqueAndAsDocumented(String file, int nodes, int edges, double best, double second)
            throws IOException {
        JsonNode problem = JsonMapper.builder()
                .build()
                .readTree(Template.folder().resolve("data").resolve(file).toFile());
        List<String> names = new ArrayList<>();
        problem.get("nodes").forEach(node -> names.add(node.asText()));
        assertEquals(nodes, names.size());
        assertEquals(edges, problem.get("edges").size());

        // The last node stays on its side: the mirror image of a partition is the same cut.
        List<Double> cuts = IntStream.range(0, 1 << (nodes - 1))
                .mapToObj(partition -> cut(problem, names, partition))
                .sorted(Comparator.reverseOrder())
                .toList();
        assertEquals(best, cuts.get(0), ROUNDING);
        assertEquals(second, cuts.get(1), ROUNDING);
    }

    private static double cut(JsonNode problem, List<String> names, int partition) {
        double cut = 0;
        for (JsonNode edge : problem.get("edges")) {
            int source = names.indexOf(edge.get("source").asText());
            int target = names.indexOf(edge.get("target").asText());
            if ((partition >> source & 1) != (partition >> target & 1)) {
                cut += edge.get("weight").doubleValue();
            }
        }
        return cut;
    }
}
