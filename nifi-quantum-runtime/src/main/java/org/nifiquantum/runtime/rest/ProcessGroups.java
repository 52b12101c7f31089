// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nifiquantum.runtime.rest.Component.Kind;

/** Process groups and what stands in them. */
public final class ProcessGroups {

    private static final Duration SERVICE_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final RestConnection connection;

    ProcessGroups(RestConnection connection) {
        this.connection = connection;
    }

    /** The identifier of the group everything stands in. */
    public String root() {
        return connection.get("process-groups/root").path("id").asText();
    }

    /** Makes an empty group and gives its identifier. */
    public String create(String parent, String name, Position position) {
        ObjectNode entity = Revisions.fresh();
        entity.putObject("component").put("name", name).set("position", position.json());
        return connection
                .post("process-groups/%s/process-groups".formatted(parent), entity)
                .path("id")
                .asText();
    }

    /** Imports a flow definition as a new, stopped group and gives its identifier. */
    public String importFlow(String parent, String name, Position position, byte[] definition) {
        MultipartForm form = new MultipartForm()
                .field("groupName", name)
                .field("positionX", Double.toString(position.x()))
                .field("positionY", Double.toString(position.y()))
                .field("clientId", Revisions.CLIENT)
                .file("file", "flow.json", definition);
        return connection
                .upload("process-groups/%s/process-groups/upload".formatted(parent), form)
                .path("id")
                .asText();
    }

    /** Processors, ports and child groups that stand directly in the group. */
    public List<Component> contents(String group) {
        JsonNode flow = connection.get("flow/process-groups/" + group).at("/processGroupFlow/flow");
        List<Component> components = new ArrayList<>();
        flow.path("processors").forEach(entity -> components.add(Component.of(Kind.PROCESSOR, entity)));
        flow.path("inputPorts").forEach(entity -> components.add(Component.of(Kind.INPUT_PORT, entity)));
        flow.path("outputPorts").forEach(entity -> components.add(Component.of(Kind.OUTPUT_PORT, entity)));
        flow.path("processGroups").forEach(entity -> components.add(Component.of(Kind.PROCESS_GROUP, entity)));
        return components;
    }

    /** As {@link #contents}, with what stands in child groups at any depth. */
    public List<Component> allContents(String group) {
        List<Component> components = new ArrayList<>();
        for (Component component : contents(group)) {
            components.add(component);
            if (component.kind() == Kind.PROCESS_GROUP) {
                components.addAll(allContents(component.id()));
            }
        }
        return components;
    }

    /** The controller services of the group and of all groups below it. */
    public List<Component> services(String group) {
        JsonNode answer = connection.get(
                "flow/process-groups/%s/controller-services?includeAncestorGroups=false&includeDescendantGroups=true"
                        .formatted(group));
        List<Component> services = new ArrayList<>();
        answer.path("controllerServices")
                .forEach(entity -> services.add(Component.of(Kind.CONTROLLER_SERVICE, entity)));
        return services;
    }

    /**
     * Enables all services of the group and waits for them.
     *
     * @throws RestException if one of them is not enabled after a minute, saying which and why
     */
    public void enableServices(String group) {
        switchServices(group, "ENABLED");
    }

    /** Disables all services of the group and waits for them; their users must have been stopped. */
    public void disableServices(String group) {
        switchServices(group, "DISABLED");
    }

    private void switchServices(String group, String state) {
        connection.put(
                "flow/process-groups/%s/controller-services".formatted(group),
                RestConnection.object().put("id", group).put("state", state));
        if (!Patience.awaitTrue(SERVICE_LIMIT, () -> others(group, state).isEmpty())) {
            throw new RestException(
                    0,
                    others(group, state).stream()
                            .map(service -> "%s: %s".formatted(service.name(), service.validationErrors()))
                            .collect(Collectors.joining("; ", "controller services not %s: ".formatted(state), "")));
        }
    }

    private List<Component> others(String group, String state) {
        return services(group).stream()
                .filter(service -> !service.state().equals(Optional.of(state)))
                .toList();
    }

    /** Starts everything valid in the group and below it. */
    public void start(String group) {
        schedule(group, "RUNNING");
    }

    /** Stops everything in the group and below it, and waits until the last thread has left. */
    public void stop(String group) {
        schedule(group, "STOPPED");
        if (!Patience.awaitTrue(STOP_LIMIT, () -> activeThreads(group) == 0)) {
            throw new RestException(0, "group %s did not stop within a minute".formatted(group));
        }
    }

    private void schedule(String group, String state) {
        connection.put(
                "flow/process-groups/" + group,
                RestConnection.object().put("id", group).put("state", state));
    }

    private int activeThreads(String group) {
        return aggregate(group).path("activeThreadCount").asInt();
    }

    private JsonNode aggregate(String group) {
        return connection
                .get("flow/process-groups/%s/status?recursive=false".formatted(group))
                .at("/processGroupStatus/aggregateSnapshot");
    }
}
