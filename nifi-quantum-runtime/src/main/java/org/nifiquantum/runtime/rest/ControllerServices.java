// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nifiquantum.runtime.rest.Component.Kind;

/** Makes controller services one by one, and presses their Verify button. */
public final class ControllerServices {

    private static final Duration VERIFY_LIMIT = Duration.ofMinutes(1);

    private final RestConnection connection;

    /**
     * What one step of a verification found.
     *
     * @param outcome as NiFi writes it: {@code SUCCESSFUL}, {@code FAILED}, {@code SKIPPED}
     */
    public record Finding(String step, String outcome, String explanation) {}

    ControllerServices(RestConnection connection) {
        this.connection = connection;
    }

    /**
     * Adds a service, disabled.
     *
     * @param type its class; exactly one installed bundle must have it
     * @param properties by the properties' names, not their labels
     */
    public Component add(String group, String type, String name, Map<String, String> properties) {
        ObjectNode entity = Revisions.fresh();
        ObjectNode component = entity.putObject("component").put("type", type).put("name", name);
        ObjectNode values = component.putObject("properties");
        properties.forEach(values::put);
        return Component.of(
                Kind.CONTROLLER_SERVICE,
                connection.post("process-groups/%s/controller-services".formatted(group), entity));
    }

    /** Sets some of the properties of a service that is disabled. */
    public void configure(Component service, Map<String, String> properties) {
        String path = "controller-services/" + service.id();
        ObjectNode body = Revisions.of(connection.get(path));
        ObjectNode component = body.putObject("component").put("id", service.id());
        ObjectNode values = component.putObject("properties");
        properties.forEach(values::put);
        connection.put(path, body);
    }

    /** What a service keeps for all nodes of a cluster together. */
    public Map<String, String> clusterState(Component service) {
        Map<String, String> state = new TreeMap<>();
        for (JsonNode entry : connection
                .get("controller-services/%s/state".formatted(service.id()))
                .at("/componentState/clusterState/state")) {
            state.put(entry.path("key").asText(), entry.path("value").asText());
        }
        return state;
    }

    /**
     * Verifies a service that is disabled, as it is configured.
     *
     * @param secrets its properties again, since NiFi gives back none that is sensitive
     */
    public List<Finding> verify(Component service, Map<String, String> secrets) {
        String requests = "controller-services/%s/config/verification-requests".formatted(service.id());
        ObjectNode configured = RestConnection.object();
        connection
                .get("controller-services/" + service.id())
                .at("/component/properties")
                .properties()
                .forEach(property -> configured.set(property.getKey(), property.getValue()));
        secrets.forEach(configured::put);
        ObjectNode body = RestConnection.object();
        ObjectNode request = body.putObject("request").put("componentId", service.id());
        request.set("properties", configured);
        request.putObject("attributes");
        String id = connection.post(requests, body).at("/request/requestId").asText();
        String path = requests + "/" + id;
        boolean complete = Patience.awaitTrue(
                VERIFY_LIMIT, () -> connection.get(path).at("/request/complete").asBoolean());
        List<Finding> findings = new ArrayList<>();
        for (JsonNode result : connection.delete(path).at("/request/results")) {
            findings.add(new Finding(
                    result.path("verificationStepName").asText(),
                    result.path("outcome").asText(),
                    result.path("explanation").asText()));
        }
        if (!complete) {
            throw new RestException(0, "%s was not verified within %s".formatted(service.name(), VERIFY_LIMIT));
        }
        return findings;
    }
}
