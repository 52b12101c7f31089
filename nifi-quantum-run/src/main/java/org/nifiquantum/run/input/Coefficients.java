// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.RunException;

/** The numbers of a problem: one alone, one for each variable by name, one for each pair as {first, second, value}. */
final class Coefficients {

    private Coefficients() {}

    /** A finite number. */
    static double number(JsonNode node, String pointer) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new RunException(pointer, "must be a finite number, not [%s]".formatted(node.asText()));
        }
        return node.doubleValue();
    }

    /** A finite number where there is one, otherwise 0. */
    static double numberOrZero(JsonNode problem, String member, String pointer) {
        return problem.has(member) ? number(problem.get(member), pointer + "/" + member) : 0;
    }

    /** The coefficients that an object gives to names, by index; its names are met in their order. */
    static Map<Integer, Double> byName(JsonNode problem, String member, String pointer, NameIndex index) {
        JsonNode object = problem.path(member);
        if (!object.isObject()) {
            throw new RunException(
                    pointer + "/" + member, "must be an object of a number for each name, {} if there is none");
        }
        Map<Integer, Double> coefficients = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String place = pointer + "/" + member + "/" + Json.escape(entry.getKey());
            coefficients.put(index.of(entry.getKey(), place), number(entry.getValue(), place));
        }
        return coefficients;
    }

    /** The same as one number for each variable. */
    static List<Double> filled(Map<Integer, Double> coefficients, int size) {
        Double[] filled = new Double[size];
        Arrays.fill(filled, 0.0);
        coefficients.forEach((index, value) -> filled[index] = value);
        return List.of(filled);
    }

    /** The terms over pairs of names. */
    static List<PairTerm> pairs(JsonNode problem, String member, String pointer, NameIndex index) {
        JsonNode array = problem.path(member);
        if (!array.isArray()) {
            throw new RunException(
                    pointer + "/" + member, "must be an array of {first, second, value}, [] if there is none");
        }
        List<PairTerm> pairs = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            JsonNode pair = array.get(i);
            String place = pointer + "/" + member + "/" + i;
            pairs.add(new PairTerm(
                    index.of(pair.path("first"), place + "/first"),
                    index.of(pair.path("second"), place + "/second"),
                    number(pair.path("value"), place + "/value")));
        }
        return pairs;
    }

    static void writeByName(ObjectNode problem, String member, List<String> names, List<Double> coefficients) {
        ObjectNode object = problem.putObject(member);
        for (int i = 0; i < names.size(); i++) {
            if (coefficients.get(i) != 0) {
                object.put(names.get(i), coefficients.get(i));
            }
        }
    }

    static void writePairs(ObjectNode problem, String member, List<String> names, List<PairTerm> pairs) {
        ArrayNode array = problem.putArray(member);
        for (PairTerm pair : pairs) {
            array.addObject()
                    .put("first", names.get(pair.first()))
                    .put("second", names.get(pair.second()))
                    .put("value", pair.value());
        }
    }
}
