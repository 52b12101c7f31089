// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.optimization.problem.PairTerm;
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
    static double numberOrZero(Members problem, String member) {
        return problem.has(member) ? number(problem.get(member), problem.place(member)) : 0;
    }

    /** The coefficients that an object gives to names, by index; its names are met in their order. */
    static Map<Integer, Double> byName(Members problem, String member, NameIndex index) {
        Map<Integer, Double> coefficients = new HashMap<>();
        problem.entries(
                member,
                "a number for each name, {} if there is none",
                (name, value, place) -> coefficients.put(index.of(name, place), number(value, place)));
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
    static List<PairTerm> pairs(Members problem, String member, NameIndex index) {
        List<PairTerm> pairs = new ArrayList<>();
        problem.elements(
                member,
                "{first, second, value}, [] if there is none",
                (pair, place) -> pairs.add(new PairTerm(
                        index.of(pair.path("first"), place + "/first"),
                        index.of(pair.path("second"), place + "/second"),
                        number(pair.path("value"), place + "/value"))));
        return pairs;
    }

    static void writeNames(JsonGenerator out, String member, List<String> names) throws IOException {
        out.writeArrayFieldStart(member);
        for (String name : names) {
            out.writeString(name);
        }
        out.writeEndArray();
    }

    static void writeByName(JsonGenerator out, String member, List<String> names, List<Double> coefficients)
            throws IOException {
        out.writeObjectFieldStart(member);
        for (int i = 0; i < names.size(); i++) {
            if (coefficients.get(i) != 0) {
                out.writeNumberField(names.get(i), coefficients.get(i));
            }
        }
        out.writeEndObject();
    }

    static void writePairs(JsonGenerator out, String member, List<String> names, List<PairTerm> pairs)
            throws IOException {
        out.writeArrayFieldStart(member);
        for (PairTerm pair : pairs) {
            out.writeStartObject();
            out.writeStringField("first", names.get(pair.first()));
            out.writeStringField("second", names.get(pair.second()));
            out.writeNumberField("value", pair.value());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
