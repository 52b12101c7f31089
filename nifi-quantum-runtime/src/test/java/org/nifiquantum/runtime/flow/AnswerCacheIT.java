// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.nifi.FreePort;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.Position;

/** Fallback with NiFi's own map cache: it answers what comes again, and does not matter when it is down. */
class AnswerCacheIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String CACHE = "org.apache.nifi.distributed.cache.";
    private static final String STANDARD = "org.apache.nifi.processors.standard.";
    private static final String RING = "4\n0 1\n1 2\n2 3\n3 0\n";

    private final NiFiClient nifi = SharedNiFi.client();
    private final Path folder = SharedNiFi.folder("answer-cache");

    @Test
    void whatComesAgainIsAnsweredByTheCacheAsLongAsItIsThere() throws IOException {
        String group = nifi.groups().create(nifi.groups().root(), "answer cache", new Position(0, 0));
        String server = nifi.groups().create(group, "cache server", new Position(400, 0));
        build(group, server);
        nifi.groups().enableServices(group);
        assertTrue(
                Patience.awaitTrue(
                        LIMIT, () -> nifi.groups().contents(group).stream().allMatch(Component::valid)),
                () -> "not valid: " + nifi.groups().contents(group));
        nifi.groups().start(group);

        JsonNode first = answer("first.txt");
        JsonNode second = answer("second.txt");
        nifi.groups().disableServices(server);
        JsonNode third = answer("third.txt");
        nifi.groups().stop(group);
        nifi.groups().disableServices(group);

        assertEquals("exact", first.path("source").asText());
        assertEquals("cache", second.path("source").asText());
        assertEquals("exact", second.at("/cached/source").asText());
        assertTrue(second.at("/cached/ageMillis").asDouble() > 0, second::toString);
        assertEquals(4, second.path("objective").asInt(), "all edges of a ring of four are cut");
        assertEquals("exact", third.path("source").asText(), "the cache is down");
    }

    private void build(String group, String server) throws IOException {
        String port = Integer.toString(FreePort.any());
        nifi.services().add(server, CACHE + "server.map.MapCacheServer", "server", Map.of("Port", port));
        Component client = nifi.services()
                .add(
                        group,
                        CACHE + "client.MapCacheClientService",
                        "client",
                        Map.of(
                                "Server Hostname",
                                "127.0.0.1",
                                "Server Port",
                                port,
                                "Communications Timeout",
                                "2 secs"));
        Files.createDirectories(folder.resolve("in"));
        Component in = nifi.editor()
                .addProcessor(
                        group,
                        STANDARD + "GetFile",
                        "Read",
                        new Position(0, 0),
                        Map.of("Input Directory", folder.resolve("in").toString(), "Keep Source File", "false"),
                        Set.of());
        Component fallback = nifi.editor()
                .addProcessor(
                        group,
                        "org.nifiquantum.processors.Fallback",
                        "Answer",
                        new Position(0, 200),
                        Map.of("Answer Cache", client.id()),
                        Set.of("failure"));
        Component out = nifi.editor()
                .addProcessor(
                        group,
                        STANDARD + "PutFile",
                        "Write",
                        new Position(0, 400),
                        Map.of("Directory", folder.resolve("out").toString()),
                        Set.of("success", "failure"));
        nifi.editor().connect(group, in, fallback, List.of("success"));
        nifi.editor().connect(group, fallback, out, List.of("success"));
    }

    /** The solution to the ring; PutFile shows a file only when it is whole. */
    private JsonNode answer(String name) throws IOException {
        Path hidden = Files.writeString(folder.resolve("in").resolve("." + name), RING);
        Files.move(hidden, folder.resolve("in").resolve(name));
        Path answered = Patience.await(
                        LIMIT,
                        () -> Optional.of(folder.resolve("out").resolve(name)).filter(Files::exists))
                .orElseThrow(() -> new AssertionError("nothing has come of " + name));
        return new ObjectMapper().readTree(answered.toFile()).path("solution");
    }
}
