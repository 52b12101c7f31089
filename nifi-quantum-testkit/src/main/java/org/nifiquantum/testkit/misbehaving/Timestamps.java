// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The timestamps in an answer, as a clock that goes wrong would give them. */
final class Timestamps {

    private Timestamps() {}

    static Answer moved(Answer answer, Duration ahead) {
        return answer.withBody(moved(answer.body(), ahead));
    }

    private static JsonNode moved(JsonNode node, Duration ahead) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.properties().forEach(member -> copy.set(member.getKey(), moved(member.getValue(), ahead)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(element -> copy.add(moved(element, ahead)));
                yield copy;
            }
            case TextNode text -> moved(text, ahead);
            default -> node;
        };
    }

    private static JsonNode moved(TextNode text, Duration ahead) {
        try {
            return new TextNode(Instant.parse(text.textValue()).plus(ahead).toString());
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
