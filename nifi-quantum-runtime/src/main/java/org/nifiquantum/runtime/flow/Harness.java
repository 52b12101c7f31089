// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.nifiquantum.runtime.rest.CanvasEditor;
import org.nifiquantum.runtime.rest.Component;
import org.nifiquantum.runtime.rest.Component.Kind;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Position;

/**
 * NiFi's own processors around a template: files in a folder go to its input port, and what leaves a port is packaged,
 * with its attributes, into another folder.
 *
 * <p>The number of an input stands before its file's name and travels on as an attribute: names need not differ. All
 * inputs lie in one folder, because GetFile lists all that is below it again and again, emptied folders included.
 */
final class Harness {

    /** The attribute that carries the number of the input. */
    static final String INPUT_ATTRIBUTE = "quantum.runtime.input";

    private static final String STANDARD = "org.apache.nifi.processors.standard.";
    private static final double ROW = 250;
    private static final double COLUMN = 600;

    private final CanvasEditor editor;
    private final String group;
    private final Path exchange;

    Harness(NiFiClient nifi, String group, Path exchange) {
        this.editor = nifi.editor();
        this.group = group;
        this.exchange = exchange;
    }

    /** Where the template itself belongs, between source and collectors. */
    static Position templatePosition() {
        return new Position(0, 2 * ROW);
    }

    /** The folder of the inputs. */
    static Path inputFolder(Path exchange) {
        return exchange.resolve("in");
    }

    /** The name under which an input lies in {@link #inputFolder}. */
    static String inputName(int number, String name) {
        return "%d-%s".formatted(number, name);
    }

    /** The folder of what left the output port of the given number. */
    static Path outputFolder(Path exchange, int port) {
        return exchange.resolve("out").resolve(Integer.toString(port));
    }

    /** Whether no input is left to be read. NiFi removes a file once the FlowFile made of it is safe. */
    static boolean isEmpty(Path exchange) {
        try (Stream<Path> files = Files.list(inputFolder(exchange))) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Feeds the port from {@link #inputFolder}, once it is started. */
    void feed(Component inputPort) {
        Component files = editor.addSource(
                group,
                STANDARD + "GetFile",
                "Read input files",
                new Position(0, 0),
                Map.of("Input Directory", inputFolder(exchange).toString(), "Keep Source File", "false"));
        Component number = editor.addProcessor(
                group,
                "org.apache.nifi.processors.attributes.UpdateAttribute",
                "Note the input's number",
                new Position(0, ROW),
                Map.of(
                        INPUT_ATTRIBUTE,
                        "${filename:substringBefore('-')}",
                        "filename",
                        "${filename:substringAfter('-')}"),
                Set.of());
        editor.connect(group, files, number, List.of("success"));
        editor.connect(group, number, inputPort, List.of("success"));
    }

    /** Collects what leaves the ports; the place of a port in the list is its number. */
    void collect(List<Component> outputPorts) {
        for (int i = 0; i < outputPorts.size(); i++) {
            collect(outputPorts.get(i), i);
        }
    }

    private void collect(Component outputPort, int number) {
        Component packed = editor.addProcessor(
                group,
                STANDARD + "PackageFlowFile",
                "Keep attributes of " + outputPort.name(),
                new Position(number * COLUMN, 3 * ROW),
                Map.of(),
                Set.of("original"));
        Component written = editor.addProcessor(
                group,
                STANDARD + "PutFile",
                "Write " + outputPort.name(),
                new Position(number * COLUMN, 4 * ROW),
                // A folder each, since FlowFiles may share a name; PutFile shows a file only when it is whole.
                Map.of("Directory", outputFolder(exchange, number) + "/${uuid}"),
                Set.of("success", "failure"));
        editor.connect(group, outputPort, packed, List.of());
        editor.connect(group, packed, written, List.of("success"));
    }

    /** The ports of the given kind, in the order of their names. */
    static List<Component> ports(List<Component> contents, Kind kind) {
        List<Component> ports = new ArrayList<>(
                contents.stream().filter(component -> component.kind() == kind).toList());
        ports.sort(Comparator.comparing(Component::name));
        return ports;
    }
}
