// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.drawing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The circuits of a run and the values of their parameters, read leniently: this is for looking, not for running. */
record RunCircuits(Optional<String> program, Optional<String> sent, Bindings bindings) {

    private static final Set<String> NEEDED = Set.of("program", "execution", "request", "optimization");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads member by member and stops without complaint where the document is damaged: the page says so itself. */
    static RunCircuits of(byte[] content) {
        Map<String, JsonNode> members = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(content)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                readMembers(parser, members);
            }
        } catch (IOException e) {
            return of(members);
        }
        return of(members);
    }

    private static void readMembers(JsonParser parser, Map<String, JsonNode> members) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (NEEDED.contains(name)) {
                members.put(name, JSON.readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static RunCircuits of(Map<String, JsonNode> members) {
        JsonNode nothing = JSON.createObjectNode();
        JsonNode sent = members.getOrDefault("execution", nothing).at("/sent/source");
        return new RunCircuits(
                text(members.getOrDefault("program", nothing).path("source")),
                text(sent),
                bindings(
                        members.getOrDefault("optimization", nothing).at("/best/parameters"),
                        members.getOrDefault("request", nothing).at("/bindings/0")));
    }

    private static Bindings bindings(JsonNode best, JsonNode requested) {
        return best.isArray()
                ? new Bindings("the best evaluation", numbers(best))
                : new Bindings("the request", numbers(requested));
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode number : array) {
            numbers.add(number.asDouble());
        }
        return numbers;
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).filter(text -> !text.isBlank());
    }
}
