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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The graphs beside the templates have the best answers that the documentation states: every one is looked at. */
class TemplateDataTest {

    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @CsvSource({"maxcut-16-cities.json, 16, 32, 111.9, 110.4", "maxcut-triangle.json, 3, 3, 5, 4"})
    void bestCutIsUniqueAndAsDocumented(String file, int nodes, int edges, double best, double second)
            throws IOException {
        JsonNode problem = read(file);
        List<String> names = names(problem);
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

    @Test
    void justOneSetOfFiveMastsIsIndependent() throws IOException {
        JsonNode problem = read("independent-set-14-masts.json");
        List<String> names = names(problem);
        assertEquals(14, names.size());
        List<Integer> largest = new ArrayList<>();
        for (int masts = 0; masts < 1 << names.size(); masts++) {
            if (Integer.bitCount(masts) >= 5 && isIndependent(problem, names, masts)) {
                largest.add(masts);
            }
        }
        assertEquals(1, largest.size());
        List<String> chosen = IntStream.range(0, names.size())
                .filter(mast -> (largest.getFirst() >> mast & 1) == 1)
                .mapToObj(names::get)
                .toList();
        assertEquals(List.of("Abbey", "Beacon", "Kiln", "Mill", "Nook"), chosen);
    }

    private static boolean isIndependent(JsonNode problem, List<String> names, int chosen) {
        for (JsonNode edge : problem.get("edges")) {
            int source = names.indexOf(edge.get("source").asText());
            int target = names.indexOf(edge.get("target").asText());
            if ((chosen >> source & chosen >> target & 1) == 1) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode read(String file) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(Template.folder().resolve("data").resolve(file).toFile());
    }

    private static List<String> names(JsonNode problem) {
        List<String> names = new ArrayList<>();
        problem.get("nodes").forEach(node -> names.add(node.asText()));
        return names;
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
