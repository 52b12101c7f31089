// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nifiquantum.runtime.rest.Component.Kind;

/** Puts processors and connections on the canvas. */
public final class CanvasEditor {

    private final RestConnection connection;

    CanvasEditor(RestConnection connection) {
        this.connection = connection;
    }

    /**
     * Adds a processor, stopped.
     *
     * @param type its class; exactly one installed bundle must have it
     * @param properties by the properties' names, not their labels
     * @param terminated the relationships whose FlowFiles end there
     */
    public Component addProcessor(
            String group,
            String type,
            String name,
            Position position,
            Map<String, String> properties,
            Set<String> terminated) {
        return add(group, type, name, position, properties, terminated, "ALL");
    }

    /** As {@link #addProcessor}, for one that reads what is outside: of a cluster's nodes only one may, or each takes its copy. */
    public Component addSource(
            String group, String type, String name, Position position, Map<String, String> properties) {
        return add(group, type, name, position, properties, Set.of(), "PRIMARY");
    }

    private Component add(
            String group,
            String type,
            String name,
            Position position,
            Map<String, String> properties,
            Set<String> terminated,
            String executionNode) {
        ObjectNode entity = Revisions.fresh();
        ObjectNode component = entity.putObject("component").put("type", type).put("name", name);
        component.set("position", position.json());
        ObjectNode config = component.putObject("config").put("executionNode", executionNode);
        ObjectNode values = config.putObject("properties");
        properties.forEach(values::put);
        ArrayNode relationships = config.putArray("autoTerminatedRelationships");
        terminated.forEach(relationships::add);
        return Component.of(Kind.PROCESSOR, connection.post("process-groups/%s/processors".formatted(group), entity));
    }

    /**
     * Connects two components and gives the connection's identifier.
     *
     * @param group the group in which the connection stands; a port's own group may be a child of it
     * @param relationships of a processor; empty for a port
     */
    public String connect(String group, Component source, Component destination, List<String> relationships) {
        ObjectNode entity = Revisions.fresh();
        ObjectNode component = entity.putObject("component");
        component.set("source", end(source));
        component.set("destination", end(destination));
        ArrayNode selected = component.putArray("selectedRelationships");
        relationships.forEach(selected::add);
        return connection
                .post("process-groups/%s/connections".formatted(group), entity)
                .path("id")
                .asText();
    }

    private static ObjectNode end(Component component) {
        return RestConnection.object()
                .put("id", component.id())
                .put("groupId", component.groupId().orElseThrow())
                .put("type", component.kind().name());
    }
}
