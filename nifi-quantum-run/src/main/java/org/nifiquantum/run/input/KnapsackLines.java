// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.problem.packing.Item;
import org.nifiquantum.optimization.problem.packing.Knapsack;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RunException;

/**
 * Knapsacks as lines of JSON, {@code [[capacity, [[weight, profit], ...]], optimum]}; the optimum is not used. The setting {@code
 * instance} says which line, from 1.
 */
final class KnapsackLines {

    private KnapsackLines() {}

    static Knapsack read(String text, FileSettings settings) {
        List<String> lines = text.lines().toList();
        int[] given = IntStream.range(0, lines.size())
                .filter(line -> !lines.get(line).isBlank())
                .toArray();
        if (given.length == 0) {
            throw new RunException(
                    "line 1", "must be [[capacity, [[weight, profit], ...]], optimum]; the file is empty");
        }
        int line = given[ForeignJson.choice(settings, given.length) - 1];
        String place = "line " + (line + 1);
        JsonNode problem = json(lines.get(line), place).path(0);
        JsonNode pairs = problem.path(1);
        if (!problem.path(0).isIntegralNumber() || !pairs.isArray()) {
            throw new RunException(place, "must be [[capacity, [[weight, profit], ...]], optimum]");
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode item : pairs) {
            String name = Integer.toString(items.size() + 1);
            if (item.size() != 2
                    || !item.get(0).canConvertToLong()
                    || !item.get(0).isIntegralNumber()) {
                throw new RunException(place, "item %s must be [weight, profit]".formatted(name));
            }
            items.add(new Item(
                    name,
                    Coefficients.number(item.get(1), place),
                    List.of(item.get(0).longValue())));
        }
        return new Knapsack(items, List.of(problem.get(0).longValue()), List.of(), settings.penalty());
    }

    private static JsonNode json(String line, String place) {
        try {
            return Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw Json.explain(place, e);
        }
    }
}
