// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortQueuesTest {

    private static final Path TEMPLATE =
            Path.of("").toAbsolutePath().getParent().resolve("templates").resolve("maxcut-qaoa.json");

    @TempDir
    private Path folder;

    @Test
    void everyConnectionIsShortAndNothingElseIsDifferent() throws IOException {
        JsonNode copy = new ObjectMapper()
                .readTree(ShortQueues.copy(TEMPLATE, 5, folder).toFile());
        JsonNode connections = copy.at("/flowContents/connections");
        assertTrue(connections.size() > 10, "connections");
        for (JsonNode connection : connections) {
            assertEquals(5, connection.path("backPressureObjectThreshold").asInt());
        }

        JsonNode back = new ObjectMapper()
                .readTree(ShortQueues.copy(folder.resolve("maxcut-qaoa.json"), 10_000, folder.resolve("back"))
                        .toFile());
        assertEquals(new ObjectMapper().readTree(TEMPLATE.toFile()), back);
    }
}
