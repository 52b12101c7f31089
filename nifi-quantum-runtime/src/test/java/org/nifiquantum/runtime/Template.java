// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.nifi.flow.VersionedComponent;
import org.apache.nifi.flow.VersionedParameterContext;
import org.apache.nifi.flow.VersionedProcessGroup;
import org.apache.nifi.registry.flow.RegisteredFlowSnapshot;

/** A flow definition of ours, read by NiFi's own classes, which know nothing of unknown members. */
record Template(Path file, RegisteredFlowSnapshot snapshot) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Template read(Path file) {
        try {
            return new Template(file, MAPPER.readValue(file.toFile(), RegisteredFlowSnapshot.class));
        } catch (IOException e) {
            throw new AssertionError("%s is no flow definition: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** All of them. */
    static List<Template> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Template::read)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("the templates cannot be read", e);
        }
    }

    /** Surefire starts in the module's own folder. */
    static Path folder() {
        return Path.of("..", "templates").toAbsolutePath().normalize();
    }

    VersionedProcessGroup group() {
        return snapshot.getFlowContents();
    }

    VersionedParameterContext parameterContext() {
        Map<String, VersionedParameterContext> contexts = snapshot.getParameterContexts();
        String name = group().getParameterContextName();
        if (contexts.size() != 1 || !contexts.containsKey(name)) {
            throw new AssertionError(
                    "the group uses the parameter context %s of %s".formatted(name, contexts.keySet()));
        }
        return contexts.get(name);
    }

    /** What connections can join. */
    Stream<VersionedComponent> connectables() {
        VersionedProcessGroup group = group();
        return Stream.of(group.getProcessors(), group.getInputPorts(), group.getOutputPorts(), group.getFunnels())
                .flatMap(components -> components.stream().map(VersionedComponent.class::cast));
    }

    Stream<VersionedComponent> components() {
        VersionedProcessGroup group = group();
        Stream<VersionedComponent> others = Stream.of(
                        group.getLabels(), group.getConnections(), group.getControllerServices())
                .flatMap(components -> components.stream().map(VersionedComponent.class::cast));
        return Stream.concat(Stream.concat(Stream.of(group), connectables()), others);
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
