// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.packing.Item;
import org.nifiquantum.optimization.problem.packing.Knapsack;
import org.nifiquantum.run.document.RunException;

/**
 * {@code {"type": "knapsack", "capacities": [10, 4], "items": [{"name": "a", "profit": 3, "weights": [2, 1]}], "pairs": []}};
 * with one capacity also {@code "capacity": 10} and {@code "weight": 2}. Pairs as in {@link QuboJson}.
 */
final class KnapsackJson {

    private KnapsackJson() {}

    static Knapsack read(Members problem) {
        List<Long> capacities = new ArrayList<>();
        if (problem.has("capacity")) {
            if (problem.has("capacities")) {
                throw new RunException(problem.place("capacity"), "stands beside capacities; keep one of the two");
            }
            capacities.add(whole(problem.get("capacity"), problem.place("capacity")));
        } else {
            problem.elements("capacities", "whole numbers", (node, place) -> capacities.add(whole(node, place)));
        }
        List<Item> items = new ArrayList<>();
        NameIndex names = NameIndex.ofUnlisted(problem, "items");
        problem.elements("items", "{name, profit, weights}", (item, place) -> {
            String name = names.fresh(item.path("name"), place + "/name");
            items.add(
                    new Item(name, Coefficients.number(item.path("profit"), place + "/profit"), weights(item, place)));
        });
        List<PairTerm> pairs = problem.has("pairs") ? Coefficients.pairs(problem, "pairs", names.closed()) : List.of();
        return new Knapsack(items, capacities, pairs, problem.penalty());
    }

    private static List<Long> weights(JsonNode item, String place) {
        if (item.has("weight")) {
            return List.of(whole(item.get("weight"), place + "/weight"));
        }
        if (!item.path("weights").isArray()) {
            throw new RunException(place + "/weights", "must be an array of whole numbers, one for each capacity");
        }
        List<Long> weights = new ArrayList<>();
        for (JsonNode weight : item.get("weights")) {
            weights.add(whole(weight, place + "/weights/" + weights.size()));
        }
        return weights;
    }

    private static long whole(JsonNode node, String place) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new RunException(
                    place, "must be a whole number, not [%s]; give weights in smaller units".formatted(node.asText()));
        }
        return node.longValue();
    }

    static void write(Knapsack problem, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("capacities");
        for (long capacity : problem.capacities()) {
            out.writeNumber(capacity);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("items");
        for (Item item : problem.items()) {
            out.writeStartObject();
            out.writeStringField("name", item.name());
            out.writeNumberField("profit", item.profit());
            out.writeArrayFieldStart("weights");
            for (long weight : item.weights()) {
                out.writeNumber(weight);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        if (!problem.pairs().isEmpty()) {
            List<String> names = problem.items().stream().map(Item::name).toList();
            Coefficients.writePairs(out, "pairs", names, problem.pairs());
        }
        Members.writePenalty(out, problem.wishedPenalty());
    }
}
