// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of templates whose queues are full sooner. */
final class ShortQueues {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String THRESHOLD = "backPressureObjectThreshold";

    private ShortQueues() {}

    /** Writes a copy of the template, all of whose connections hold their source back at so many FlowFiles. */
    static Path copy(Path template, int threshold, Path folder) {
        try {
            JsonNode flow = JSON.readTree(template.toFile());
            for (JsonNode connection : flow.at("/flowContents/connections")) {
                ((ObjectNode) connection).put(THRESHOLD, threshold);
            }
            Path copy = Files.createDirectories(folder).resolve(template.getFileName());
            return Files.write(copy, JSON.writeValueAsBytes(flow));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
