// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nifiquantum.runtime.rest.Component;

/**
 * Takes away what the {@link Harness} has written: what stayed would be listed again each time, and a thousand answers
 * would make waiting for the next one slow.
 */
final class Collector {

    private final Path exchange;
    private final List<Component> outputPorts;

    Collector(Path exchange, List<Component> outputPorts) {
        this.exchange = exchange;
        this.outputPorts = List.copyOf(outputPorts);
    }

    /** What has come out since the last call. */
    List<TemplateOutput> collect() {
        List<TemplateOutput> outputs = new ArrayList<>();
        for (int i = 0; i < outputPorts.size(); i++) {
            for (Path file : finished(Harness.outputFolder(exchange, i))) {
                outputs.add(take(outputPorts.get(i).name(), file));
            }
        }
        return outputs;
    }

    /** Listed, not walked: a walk looks at each file, and PutFile may have renamed it since. */
    private static List<Path> finished(Path folder) {
        return list(folder).stream()
                .flatMap(answer -> list(answer).stream())
                // PutFile writes under a name with a dot in front, and renames at the end.
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateOutput take(String port, Path file) {
        try {
            PackagedFlowFile flowFile = PackagedFlowFile.read(file);
            Files.delete(file);
            deleteIfEmpty(file.getParent());
            int input = Integer.parseInt(flowFile.attributes().getOrDefault(Harness.INPUT_ATTRIBUTE, "-1"));
            return new TemplateOutput(input, port, flowFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of the answer's own: see {@link Harness}. A NiFi that was killed may have left half a file in it. */
    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            // Then it is listed from now on; its files are not finished.
            return;
        }
    }
}
