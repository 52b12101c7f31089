// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The flow as NiFi finds it when it is started again. */
record SavedFlow(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** That of the NiFi in a folder. */
    static SavedFlow of(Path folder) {
        return new SavedFlow(folder.resolve("conf").resolve("flow.json.gz"));
    }

    /** Whether it has processors, and all of them are to run. */
    boolean isRunning() {
        List<String> states = read().map(flow -> flow.findParents("scheduledState").stream()
                        .filter(component ->
                                component.path("componentType").asText().equals("PROCESSOR"))
                        .map(processor -> processor.path("scheduledState").asText())
                        .toList())
                .orElse(List.of());
        return !states.isEmpty() && states.stream().allMatch("RUNNING"::equals);
    }

    /** Empty while there is none, or NiFi is in the middle of replacing it. */
    private Optional<JsonNode> read() {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
            return Optional.of(JSON.readTree(content));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
