// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.viewer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;
import org.nifiquantum.runtime.rest.Position;
import org.nifiquantum.runtime.rest.ProvenanceEvent;

/** Files of a folder as FlowFiles that wait in a queue of a real NiFi, with the media type that their names tell. */
record ShownQueue(NiFiClient nifi, String connection, Map<String, String> flowFiles) {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String STANDARD = "org.apache.nifi.processors.standard.";
    private static final String TYPE = "${filename:endsWith('.qasm'):ifElse('text/x-qasm',"
            + " ${filename:endsWith('.run.json'):ifElse('application/vnd.nifi-quantum.run+json', 'application/json')})}";

    /** Waits until as many files have arrived. */
    static ShownQueue of(NiFiClient nifi, Path folder, int files) {
        String group = nifi.groups().create(nifi.groups().root(), "content to look at", new Position(2_000, 0));
        Component read = nifi.editor()
                .addProcessor(
                        group,
                        STANDARD + "GetFile",
                        "Read",
                        new Position(0, 0),
                        Map.of("Input Directory", folder.toString(), "Batch Size", "100"),
                        Set.of());
        Component typed = nifi.editor()
                .addProcessor(
                        group,
                        "org.apache.nifi.processors.attributes.UpdateAttribute",
                        "Name the type",
                        new Position(0, 250),
                        Map.of("mime.type", TYPE),
                        Set.of());
        // Without a folder it is invalid and never starts: what is before it stays in the queue.
        Component never = nifi.editor()
                .addProcessor(
                        group,
                        STANDARD + "PutFile",
                        "Never",
                        new Position(0, 500),
                        Map.of(),
                        Set.of("success", "failure"));
        nifi.editor().connect(group, read, typed, List.of("success"));
        String connection = nifi.editor().connect(group, typed, never, List.of("success"));
        Patience.awaitTrue(
                LIMIT,
                () -> nifi.groups().contents(group).stream()
                        .filter(component -> !component.name().equals("Never"))
                        .allMatch(Component::valid));
        nifi.groups().start(group);
        List<String> waiting = Patience.await(
                        LIMIT, () -> Optional.of(nifi.queues().list(connection)).filter(list -> list.size() >= files))
                .orElseThrow();
        nifi.groups().stop(group);
        Map<String, String> byName = new HashMap<>();
        waiting.forEach(flowFile ->
                byName.put(nifi.queues().attributes(connection, flowFile).get("filename"), flowFile));
        return new ShownQueue(nifi, connection, byName);
    }

    /** The address of a file's content, below that of NiFi's interface. */
    String contentOf(String name) {
        return "flowfile-queues/%s/flowfiles/%s/content".formatted(connection, flowFiles.get(name));
    }

    /** The event in which the file's type was named: its content is before and after it. */
    ProvenanceEvent attributesEvent(String name) {
        return Patience.await(
                        LIMIT,
                        () -> nifi.provenance().search("FlowFileUUID", flowFiles.get(name)).stream()
                                .filter(event -> event.type().equals("ATTRIBUTES_MODIFIED"))
                                .findFirst())
                .orElseThrow();
    }
}
