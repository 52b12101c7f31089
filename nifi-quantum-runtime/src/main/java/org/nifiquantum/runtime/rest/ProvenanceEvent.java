// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of a FlowFile's history.
 *
 * @param id rises with time within one NiFi
 * @param type as NiFi writes it: {@code SEND}, {@code FETCH}, {@code ROUTE}, ...
 * @param attributes as they were after the event
 */
public record ProvenanceEvent(
        long id,
        String type,
        String flowFileId,
        String componentId,
        String componentName,
        String componentType,
        Optional<String> transitUri,
        Optional<String> relationship,
        Optional<String> details,
        Map<String, String> attributes) {

    public ProvenanceEvent {
        attributes = Map.copyOf(attributes);
    }

    static ProvenanceEvent of(JsonNode event) {
        Map<String, String> attributes = new TreeMap<>();
        for (JsonNode attribute : event.path("attributes")) {
            attributes.put(
                    attribute.path("name").asText(), attribute.path("value").asText());
        }
        return new ProvenanceEvent(
                event.path("eventId").asLong(),
                event.path("eventType").asText(),
                event.path("flowFileUuid").asText(),
                event.path("componentId").asText(),
                event.path("componentName").asText(),
                event.path("componentType").asText(),
                text(event, "transitUri"),
                text(event, "relationship"),
                text(event, "details"),
                attributes);
    }

    private static Optional<String> text(JsonNode event, String member) {
        return Optional.ofNullable(event.path(member).textValue()).filter(value -> !value.isEmpty());
    }
}
