// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing on the canvas.
 *
 * @param groupId the process group it stands in; empty for the root group itself
 * @param type the class of a processor or controller service; empty for the other kinds
 * @param state as NiFi writes it: {@code RUNNING}, {@code STOPPED}, {@code ENABLED}, ...; empty where there is none
 * @param valid whether it can be started; false as well while NiFi is still finding out
 * @param validationErrors why it cannot be started
 */
public record Component(
        Kind kind,
        String id,
        Optional<String> groupId,
        String name,
        Optional<String> type,
        Optional<String> state,
        boolean valid,
        List<String> validationErrors) {

    /** What it is; {@link #name()} is NiFi's word for it at the ends of a connection. */
    public enum Kind {
        PROCESSOR,
        INPUT_PORT,
        OUTPUT_PORT,
        PROCESS_GROUP,
        CONTROLLER_SERVICE
    }

    public Component {
        validationErrors = List.copyOf(validationErrors);
    }

    /** Reads an entity: what NiFi answers about one component. */
    static Component of(Kind kind, JsonNode entity) {
        JsonNode component = entity.path("component");
        List<String> errors = new ArrayList<>();
        component.path("validationErrors").forEach(error -> errors.add(error.asText()));
        return new Component(
                kind,
                entity.path("id").asText(),
                text(component, "parentGroupId"),
                component.path("name").asText(),
                text(component, "type"),
                text(component, "state"),
                errors.isEmpty() && !component.path("validationStatus").asText().equals("VALIDATING"),
                errors);
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue());
    }
}
