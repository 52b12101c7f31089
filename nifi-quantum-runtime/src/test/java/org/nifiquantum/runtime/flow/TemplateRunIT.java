// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.LineageEvent;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.ProvenanceEvent;

/** On a template of NiFi's own processors, so that what fails here is the runtime. */
class TemplateRunIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SHORT = "tiny";
    private static final String LONG = "more than ten characters";

    @TempDir
    private Path folder;

    @Test
    void eachInputComesOutOfItsPortThoughAllShareOneName() throws Exception {
        List<TemplateInput> inputs = List.of(input("a", LONG), input("b", SHORT), input("c", LONG + "!"));

        List<TemplateOutput> outputs = run(Map.of(), inputs);

        assertEquals(
                List.of("long", "short", "long"),
                outputs.stream().map(TemplateOutput::port).toList());
        assertEquals(
                List.of(0, 1, 2), outputs.stream().map(TemplateOutput::input).toList());
        assertArrayEquals(bytes(LONG + "!"), outputs.get(2).flowFile().content());
        assertEquals("hello", outputs.get(0).flowFile().attributes().get("greeting"));
        assertEquals("same.txt", outputs.get(0).flowFile().attributes().get("filename"));
    }

    @Test
    void whatIsFedLaterGoesOnWithTheNumbers() throws Exception {
        try (TemplateRun run = prepare(Map.of())) {
            run.feed(List.of(input("a", SHORT), input(".b", LONG)));
            assertEquals(
                    List.of(0, 1),
                    run.await(LIMIT, () -> {}).stream()
                            .map(TemplateOutput::input)
                            .toList());
            run.feed(List.of(input("c", LONG)));
            TemplateOutput later = run.await(LIMIT, () -> {}).getFirst();
            assertEquals(2, later.input());
            assertArrayEquals(bytes(LONG), later.flowFile().content());
            assertEquals(List.of(), run.collect(), "nothing comes out twice");
        }
    }

    @Test
    void aParameterReachesTheFlow() throws Exception {
        List<TemplateOutput> outputs = run(Map.of("greeting", "good evening"), List.of(input("a", SHORT)));

        assertEquals("good evening", outputs.getFirst().flowFile().attributes().get("greeting"));
        // The context is shared by every import of the template on this NiFi.
        run(Map.of("greeting", "hello"), List.of(input("b", SHORT)));
    }

    @Test
    void anUnknownParameterIsRefusedByName() {
        FlowException refused = assertThrows(FlowException.class, () -> prepare(Map.of("greting", "typo")));

        assertTrue(refused.getMessage().contains("greting"), refused.getMessage());
        assertTrue(refused.getMessage().contains("[greeting]"), refused.getMessage());
    }

    @Test
    void provenanceAndLineageTellTheWay() throws Exception {
        NiFiClient nifi = SharedNiFi.client();
        try (TemplateRun run = prepare(Map.of())) {
            run.feed(List.of(input("a", SHORT)));
            TemplateOutput output = run.await(LIMIT, () -> {}).getFirst();
            String flowFile = output.flowFile().attributes().get("uuid");

            List<ProvenanceEvent> events = nifi.provenance().search("FlowFileUUID", flowFile);
            ProvenanceEvent routed = events.stream()
                    .filter(event -> event.type().equals("ROUTE"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("RECEIVE", events.getFirst().type());
            assertEquals("short", routed.relationship().orElseThrow());
            assertEquals("hello", routed.attributes().get("greeting"));
            assertArrayEquals(bytes(SHORT), nifi.provenance().content(routed.id()));

            List<String> lineage = nifi.provenance().lineage(flowFile).stream()
                    .map(LineageEvent::type)
                    .toList();
            assertTrue(lineage.containsAll(List.of("RECEIVE", "ROUTE", "JOIN")), lineage.toString());

            Component route = run.processor("RouteOnAttribute").orElseThrow();
            assertEquals(
                    routed.id(),
                    nifi.provenance().latest(route.id(), 1).getFirst().id());
        }
    }

    private static List<TemplateOutput> run(Map<String, String> parameters, List<TemplateInput> inputs)
            throws URISyntaxException {
        try (TemplateRun run = prepare(parameters)) {
            run.feed(inputs);
            return run.await(LIMIT, () -> {});
        }
    }

    private static TemplateRun prepare(Map<String, String> parameters) throws URISyntaxException {
        Path template = Path.of(TemplateRunIT.class.getResource("echo.json").toURI());
        return TemplateRun.prepare(SharedNiFi.client(), "echo", template, parameters, SharedNiFi.folder("echo"));
    }

    private TemplateInput input(String subfolder, String content) throws IOException {
        Path file = Files.createDirectories(folder.resolve(subfolder)).resolve("same.txt");
        return new TemplateInput(Files.writeString(file, content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
