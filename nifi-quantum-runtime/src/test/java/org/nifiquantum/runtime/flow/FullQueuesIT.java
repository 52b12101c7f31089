// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.runtime.MaxCutTemplate;
import org.nifiquantum.runtime.SharedNiFi;

/** The loop under arrivals without bound and queues that are soon full: it must not stop for good. */
class FullQueuesIT {

    /** A cycle of five: all edges but one can be cut. */
    private static final String CYCLE = "5\n0 1\n1 2\n2 3\n3 4\n4 0\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"5, 150", "50, 300"})
    void everyRunIsAnswered(int threshold, int arrivals) throws IOException {
        Path graph = Files.writeString(folder.resolve("cycle.txt"), CYCLE);
        Map<String, String> parameters = Map.of("maximum-evaluations", "8", "layers", "1", "shots", "64");
        try (TemplateRun run = TemplateRun.prepare(
                SharedNiFi.client(),
                "full-queues-" + threshold,
                MaxCutTemplate.withQueuesOf(folder, threshold),
                parameters,
                SharedNiFi.folder("full-queues"))) {
            run.feed(Collections.nCopies(arrivals, new TemplateInput(graph)));
            List<TemplateOutput> outputs = run.await(Duration.ofMinutes(4), () -> {});
            assertEquals(arrivals, outputs.size(), "answers");
            for (TemplateOutput output : outputs) {
                JsonNode document =
                        new ObjectMapper().readTree(output.flowFile().content());
                assertEquals(4, document.at("/solution/objective").asDouble(), document::toString);
            }
        }
    }
}
