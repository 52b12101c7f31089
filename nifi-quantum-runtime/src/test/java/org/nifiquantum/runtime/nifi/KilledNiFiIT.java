// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nifiquantum.runtime.MaxCutTemplate;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.flow.TemplateOutput;
import org.nifiquantum.runtime.flow.TemplateRun;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;

/** NiFi killed in the middle of a loop: after a restart the run goes on at the same evaluation. */
class KilledNiFiIT {

    private static final NiFiInstallation INSTALLATION =
            NiFiInstallation.in(Path.of("target").toAbsolutePath().resolve("nifi"));
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int ITERATION_OF_DEATH = 15;

    /** SPSA makes a long run of it: every submission two evaluations. */
    private static final Map<String, String> PARAMETERS =
            Map.of("optimizer", "SPSA", "maximum-evaluations", "200", "layers", "2", "shots", "200", "seed", "4");

    @TempDir
    private Path templates;

    @Test
    void anInterruptedRunHasTheSameEvaluationsAndAnswerAsAnUndisturbedOne() throws IOException {
        Path folder = SharedNiFi.folder("killed");
        Path exchange = SharedNiFi.folder("killed-exchange");
        NiFiSettings settings = NiFiSettings.defaults().withWebPort(OptionalInt.of(FreePort.any()));
        TemplateRun run = killInTheLoop(folder, settings, exchange);
        JsonNode interrupted = finish(folder, settings, run);
        JsonNode undisturbed = undisturbed();
        assertEquals(undisturbed.path("optimization"), interrupted.path("optimization"));
        assertEquals(undisturbed.path("solution"), interrupted.path("solution"));
        assertEquals(undisturbed.at("/totals/jobs"), interrupted.at("/totals/jobs"), "no job counts twice");
    }

    private TemplateRun killInTheLoop(Path folder, NiFiSettings settings, Path exchange) throws IOException {
        try (NiFiInstance nifi = NiFiInstance.start(INSTALLATION, folder, settings)) {
            NiFiClient client = nifi.awaitReady(() -> {});
            TemplateRun run = prepare(client, exchange);
            Component optimizer = run.processor("ClassicalOptimize").orElseThrow();
            run.feed(List.of(MaxCutTemplate.cities()));
            assertTrue(
                    Patience.awaitTrue(LIMIT, () -> iteration(client, optimizer) >= ITERATION_OF_DEATH),
                    "the loop has begun");
            nifi.kill();
            assertEquals(List.of(), run.await(Duration.ZERO, () -> {}), "killed before the end");
            return run;
        }
    }

    private static int iteration(NiFiClient client, Component optimizer) {
        return client.provenance().latest(optimizer.id(), 1).stream()
                .map(event -> event.attributes().getOrDefault("quantum.iteration", "0"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    private static JsonNode finish(Path folder, NiFiSettings settings, TemplateRun run) throws IOException {
        try (NiFiInstance nifi = NiFiInstance.start(INSTALLATION, folder, settings)) {
            nifi.awaitReady(() -> {});
            return document(run.await(LIMIT, () -> {}));
        }
    }

    private JsonNode undisturbed() throws IOException {
        try (TemplateRun run = prepare(SharedNiFi.client(), SharedNiFi.folder("undisturbed"))) {
            run.feed(List.of(MaxCutTemplate.cities()));
            return document(run.await(LIMIT, () -> {}));
        }
    }

    private TemplateRun prepare(NiFiClient client, Path exchange) throws IOException {
        Path template = MaxCutTemplate.withOwnContext(templates, "killed");
        return TemplateRun.prepare(client, "killed", template, PARAMETERS, exchange);
    }

    private static JsonNode document(List<TemplateOutput> outputs) throws IOException {
        assertEquals(1, outputs.size(), "answers");
        return new ObjectMapper().readTree(outputs.getFirst().flowFile().content());
    }
}
