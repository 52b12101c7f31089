// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nifiquantum.runtime.nifi.FreePort;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.ControllerServices;
import org.nifiquantum.runtime.rest.Position;

/** Fallback with NiFi's own map cache: it answers what comes again, and does not matter when it is down. */
class AnswerCacheIT {

    private static final String CACHE = "org.apache.nifi.distributed.cache.";
    private static final String RING = "4\n0 1\n1 2\n2 3\n3 0\n";

    private final FileFlow flow = new FileFlow("answer cache");

    @Test
    void whatComesAgainIsAnsweredByTheCacheAsLongAsItIsThere() {
        String server = flow.nifi().groups().create(flow.group(), "cache server", new Position(400, 0));
        build(server);
        flow.start();

        JsonNode first = answer("first.txt");
        JsonNode second = answer("second.txt");
        flow.nifi().groups().disableServices(server);
        JsonNode third = answer("third.txt");
        flow.stop();

        assertEquals("exact", first.path("source").asText());
        assertEquals("cache", second.path("source").asText());
        assertEquals("exact", second.at("/cached/source").asText());
        assertTrue(second.at("/cached/ageMillis").asDouble() > 0, second::toString);
        assertEquals(4, second.path("objective").asInt(), "all edges of a ring of four are cut");
        assertEquals("exact", third.path("source").asText(), "the cache is down");
    }

    private void build(String server) {
        ControllerServices services = flow.nifi().services();
        String port = Integer.toString(FreePort.any());
        services.add(server, CACHE + "server.map.MapCacheServer", "server", Map.of("Port", port));
        Map<String, String> properties =
                Map.of("Server Hostname", "127.0.0.1", "Server Port", port, "Communications Timeout", "2 secs");
        Component client = services.add(flow.group(), CACHE + "client.MapCacheClientService", "client", properties);
        Component in = flow.read();
        Component fallback = flow.ours("Fallback", Map.of("Answer Cache", client.id()), Set.of("failure"));
        Component out = flow.write("out");
        flow.connect(in, "success", fallback);
        flow.connect(fallback, "success", out);
    }

    private JsonNode answer(String name) {
        flow.feed(name, RING);
        return flow.answer("out", name).path("solution");
    }
}
