// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.Position;

/**
 * A flow that a test lays out by hand on the shared NiFi, top to bottom: {@link #read}, processors, {@link #write}, connections,
 * {@link #start}, {@link #feed}, {@link #answer}, {@link #stop}.
 */
final class FileFlow {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String STANDARD = "org.apache.nifi.processors.standard.";
    private static final int ROW = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NiFiClient nifi = SharedNiFi.client();
    private final Path folder;
    private final Path in;
    private final String group;
    private int row;

    FileFlow(String name) {
        folder = SharedNiFi.folder(name);
        in = created(folder.resolve("in"));
        group = nifi.groups().create(nifi.groups().root(), name, new Position(0, 0));
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NiFiClient nifi() {
        return nifi;
    }

    String group() {
        return group;
    }

    Path folder() {
        return folder;
    }

    /** Where everything comes in that is fed. */
    Component read() {
        Map<String, String> properties = Map.of("Input Directory", in.toString(), "Keep Source File", "false");
        return add(STANDARD + "GetFile", "Read", properties, Set.of());
    }

    /** One of our processors; relationships that are not connected end there. */
    Component ours(String type, Map<String, String> properties, Set<String> terminated) {
        return add("org.nifiquantum.processors." + type, type, properties, terminated);
    }

    /** Where something comes out, each in a folder of its own. */
    Component write(String name) {
        Map<String, String> properties =
                Map.of("Directory", folder.resolve(name).toString());
        return add(STANDARD + "PutFile", name, properties, Set.of("success", "failure"));
    }

    private Component add(String type, String name, Map<String, String> properties, Set<String> terminated) {
        return nifi.editor().addProcessor(group, type, name, new Position(0, ROW * row++), properties, terminated);
    }

    void connect(Component source, String relationship, Component destination) {
        nifi.editor().connect(group, source, destination, List.of(relationship));
    }

    /** Enables the services and starts the processors, once NiFi finds all of them valid. */
    void start() {
        nifi.groups().enableServices(group);
        assertTrue(
                Patience.awaitTrue(
                        LIMIT, () -> nifi.groups().contents(group).stream().allMatch(Component::valid)),
                () -> "not valid: " + nifi.groups().contents(group));
        nifi.groups().start(group);
    }

    /** GetFile passes over hidden files, so that it never reads half a file. */
    void feed(String name, String content) {
        try {
            Files.move(Files.writeString(in.resolve("." + name), content), in.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has come of a file that was fed; PutFile shows a file only when it is whole. */
    JsonNode answer(String written, String name) {
        Path file = folder.resolve(written).resolve(name);
        Path answered = Patience.await(LIMIT, () -> Optional.of(file).filter(Files::exists))
                .orElseThrow(() -> new AssertionError("nothing has come to " + file));
        try {
            return JSON.readTree(answered.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        nifi.groups().stop(group);
        nifi.groups().disableServices(group);
    }
}
