// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A flow definition with changes, for a NiFi in which a template stands more than once. */
public final class TemplateVariant {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode definition;

    private TemplateVariant(ObjectNode definition) {
        this.definition = definition;
    }

    /**
     * Begins with the template as it is.
     *
     * @throws FlowException if the file is no flow definition
     */
    public static TemplateVariant of(Path template) {
        try {
            return of(Files.readAllBytes(template), template.toString());
        } catch (IOException e) {
            throw new FlowException("Cannot read the template %s: %s".formatted(template, e.getMessage()));
        }
    }

    /**
     * As {@link #of(Path)}.
     *
     * @param name for messages
     */
    public static TemplateVariant of(byte[] template, String name) {
        try {
            if (JSON.readTree(template) instanceof ObjectNode definition
                    && definition.path("flowContents").isObject()) {
                return new TemplateVariant(definition);
            }
        } catch (IOException e) {
            throw new FlowException("Cannot read the template %s: %s".formatted(name, e.getMessage()));
        }
        throw new FlowException("%s is no flow definition.".formatted(name));
    }

    /**
     * Gives its parameter context another name: NiFi binds an imported flow to a context that is there under the same
     * name, whose values then win.
     *
     * @throws FlowException if the template has not exactly one parameter context
     */
    public TemplateVariant withContext(String name) {
        ObjectNode copy = definition.deepCopy();
        JsonNode contexts = copy.path("parameterContexts");
        if (contexts.size() != 1 || !(contexts.iterator().next() instanceof ObjectNode context)) {
            throw new FlowException("The template has %d parameter contexts, not one.".formatted(contexts.size()));
        }
        context.put("name", name);
        copy.putObject("parameterContexts").set(name, context);
        ((ObjectNode) copy.path("flowContents")).put("parameterContextName", name);
        return new TemplateVariant(copy);
    }

    /** Makes every queue full with so many FlowFiles. */
    public TemplateVariant withQueuesOf(int threshold) {
        ObjectNode copy = definition.deepCopy();
        for (JsonNode connection : copy.at("/flowContents/connections")) {
            ((ObjectNode) connection).put("backPressureObjectThreshold", threshold);
        }
        return new TemplateVariant(copy);
    }

    /**
     * Spreads what is in a queue, in every step, over the nodes of a cluster.
     *
     * @param except not what waits for this processor, by its name on the canvas
     */
    public TemplateVariant withRoundRobin(String except) {
        ObjectNode copy = definition.deepCopy();
        for (JsonNode connection : copy.at("/flowContents/connections")) {
            if (!connection.at("/destination/name").asText().equals(except)) {
                ((ObjectNode) connection).put("loadBalanceStrategy", "ROUND_ROBIN");
            }
        }
        return new TemplateVariant(copy);
    }

    /**
     * Puts another controller service in the place of the template's only one; who uses that one uses the new one.
     *
     * @param type its class
     * @param artifact the NAR it is in, of our group and version
     * @throws FlowException if the template has not exactly one controller service
     */
    public TemplateVariant withService(String type, String artifact, Map<String, String> properties) {
        ObjectNode copy = definition.deepCopy();
        ObjectNode service = onlyService(copy);
        service.put("type", type).put("name", type.substring(type.lastIndexOf('.') + 1));
        ((ObjectNode) service.path("bundle")).put("artifact", artifact);
        service.putObject("propertyDescriptors");
        ObjectNode values = service.putObject("properties");
        properties.forEach(values::put);
        return new TemplateVariant(copy);
    }

    /**
     * What the template's only controller service has these properties set to.
     *
     * @throws FlowException if the template has not exactly one controller service
     */
    public Map<String, String> servicePropertiesOf(Set<String> names) {
        return onlyService(definition).path("properties").properties().stream()
                .filter(property -> names.contains(property.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, property -> property.getValue().asText()));
    }

    private static ObjectNode onlyService(ObjectNode definition) {
        JsonNode services = definition.at("/flowContents/controllerServices");
        if (services.size() == 1 && services.get(0) instanceof ObjectNode service) {
            return service;
        }
        throw new FlowException("The template has %d controller services, not one.".formatted(services.size()));
    }

    /** Writes the flow definition and gives the file's path. */
    public Path writeTo(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, JSON.writeValueAsBytes(definition));
        } catch (IOException e) {
            throw new FlowException("Cannot write the template %s: %s".formatted(file, e.getMessage()));
        }
    }
}
