// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a dialect answers.
 *
 * @param headers besides those that every answer has
 * @param body a text is sent as it is, for what is no JSON
 */
public record Answer(int status, Map<String, String> headers, JsonNode body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public Answer(int status, JsonNode body) {
        this(status, Map.of(), body);
    }

    Answer withBody(JsonNode other) {
        return new Answer(status, headers, other);
    }

    String text() {
        return body.isTextual() ? body.textValue() : body.toString();
    }
}
