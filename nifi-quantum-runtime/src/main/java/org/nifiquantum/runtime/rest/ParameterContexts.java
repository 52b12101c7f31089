// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters: the settings a flow offers to its users. */
public final class ParameterContexts {

    private static final Duration UPDATE_LIMIT = Duration.ofSeconds(60);

    private final RestConnection connection;

    ParameterContexts(RestConnection connection) {
        this.connection = connection;
    }

    /** The context a process group uses; empty if it uses none. */
    public Optional<String> of(String group) {
        return Optional.ofNullable(connection
                .get("process-groups/" + group)
                .at("/component/parameterContext/id")
                .textValue());
    }

    public List<String> names(String context) {
        List<String> names = new ArrayList<>();
        parameters(context)
                .forEach(parameter -> names.add(parameter.path("name").asText()));
        return names;
    }

    /**
     * Gives parameters of the context new values and waits until NiFi has applied them.
     *
     * @param values by name; the context must have each of them
     * @throws RestException if NiFi refuses, saying why
     */
    public void set(String context, Map<String, String> values) {
        ObjectNode body = Revisions.of(connection.get("parameter-contexts/" + context));
        body.put("id", context);
        ArrayNode changes = body.putObject("component").put("id", context).putArray("parameters");
        for (JsonNode parameter : parameters(context)) {
            String name = parameter.path("name").asText();
            if (values.containsKey(name)) {
                changes.addObject()
                        .putObject("parameter")
                        .put("name", name)
                        .put("sensitive", parameter.path("sensitive").asBoolean())
                        .put("description", parameter.path("description").asText())
                        .put("value", values.get(name));
            }
        }
        update("parameter-contexts/%s/update-requests".formatted(context), body);
    }

    private void update(String requests, ObjectNode body) {
        String request = requests
                + "/"
                + connection.post(requests, body).at("/request/requestId").asText();
        try {
            JsonNode complete = Patience.await(
                            UPDATE_LIMIT,
                            () -> Optional.of(connection.get(request).path("request"))
                                    .filter(answer -> answer.path("complete").asBoolean()))
                    .orElseThrow(() -> new RestException(0, "setting parameters took too long"));
            if (complete.hasNonNull("failureReason")) {
                throw new RestException(
                        0,
                        "parameters not set: " + complete.path("failureReason").asText());
            }
        } finally {
            connection.delete(request);
        }
    }

    private List<JsonNode> parameters(String context) {
        List<JsonNode> parameters = new ArrayList<>();
        connection
                .get("parameter-contexts/" + context)
                .at("/component/parameters")
                .forEach(entity -> parameters.add(entity.path("parameter")));
        return parameters;
    }
}
