// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.rest.CanvasEditor;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.Position;
import org.nifiquantum.runtime.rest.ProvenanceEvent;

/** RouteWorkload between EncodeProblem and the two roads, on a real NiFi. */
class RouteWorkloadIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OURS = "org.nifiquantum.processors.";
    private static final String STANDARD = "org.apache.nifi.processors.standard.";
    private static final String GRAPH = "4\n0 1\n1 2\n2 3\n3 0\n";

    @Test
    void aShadowIsServedClassicallyAndProvenanceSaysWhy() throws IOException {
        NiFiClient nifi = SharedNiFi.client();
        Path folder = SharedNiFi.folder("route");
        String group = nifi.groups().create(nifi.groups().root(), "route", new Position(0, 0));
        build(nifi.editor(), group, folder);
        Files.writeString(Files.createDirectories(folder.resolve("in")).resolve("graph.txt"), GRAPH);
        assertTrue(
                Patience.awaitTrue(
                        LIMIT, () -> nifi.groups().contents(group).stream().allMatch(Component::valid)),
                () -> "not valid: " + nifi.groups().contents(group));
        nifi.groups().start(group);

        JsonNode served =
                new ObjectMapper().readTree(await(folder.resolve("served")).toFile());
        JsonNode shadow =
                new ObjectMapper().readTree(await(folder.resolve("shadow")).toFile());
        nifi.groups().stop(group);

        assertEquals(4, served.at("/solution/objective").asInt(), "all edges of a ring of four are cut");
        assertEquals("exact", served.at("/solution/source").asText());
        assertTrue(
                served.at("/solution/reason").asText().startsWith("routed: its lot is"),
                served.at("/solution/reason").asText());
        assertEquals(served.path("id"), shadow.path("id"), "the same run on both roads");
        assertTrue(shadow.path("solution").isMissingNode());
        List<ProvenanceEvent> routes = nifi
                .provenance()
                .search("quantum.run.id", served.path("id").asText())
                .stream()
                .filter(event -> event.type().equals("ROUTE"))
                .filter(event -> event.componentType().equals("RouteWorkload"))
                .toList();
        assertEquals(2, routes.size(), "the run and its copy");
    }

    private static void build(CanvasEditor editor, String group, Path folder) {
        Component in = editor.addProcessor(
                group,
                STANDARD + "GetFile",
                "Read",
                new Position(0, 0),
                Map.of("Input Directory", folder.resolve("in").toString(), "Keep Source File", "false"),
                Set.of());
        Component encode = editor.addProcessor(
                group,
                OURS + "EncodeProblem",
                "Encode",
                new Position(0, 200),
                Map.of(),
                Set.of("unsuitable", "failure"));
        Component route = editor.addProcessor(
                group,
                OURS + "RouteWorkload",
                "Route",
                new Position(0, 400),
                Map.of("Quantum Share", "0", "Shadow Share", "100"),
                Set.of("quantum", "approval", "failure"));
        Component fallback = editor.addProcessor(
                group, OURS + "Fallback", "Solve classically", new Position(0, 600), Map.of(), Set.of("failure"));
        Component served = put(editor, group, "Serve", folder.resolve("served"), 0);
        Component shadow = put(editor, group, "Keep", folder.resolve("shadow"), 600);
        editor.connect(group, in, encode, List.of("success"));
        editor.connect(group, encode, route, List.of("success"));
        editor.connect(group, route, fallback, List.of("classical"));
        editor.connect(group, route, shadow, List.of("shadow"));
        editor.connect(group, fallback, served, List.of("success"));
    }

    private static Component put(CanvasEditor editor, String group, String name, Path folder, double x) {
        return editor.addProcessor(
                group,
                STANDARD + "PutFile",
                name,
                new Position(x, 800),
                Map.of("Directory", folder.toString()),
                Set.of("success", "failure"));
    }

    /** The one file of a folder; PutFile shows a file only when it is whole. */
    private static Path await(Path folder) {
        return Patience.await(LIMIT, () -> only(folder))
                .orElseThrow(() -> new AssertionError("nothing has come to " + folder));
    }

    private static Optional<Path> only(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
