// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What may differ from one instance to the next.
 *
 * @param webPort the port of canvas and REST interface; empty for any free one
 * @param heap the largest heap of the child JVM, as {@code -Xmx} takes it
 * @param properties entries of {@code nifi.properties} that replace or join ours
 * @param files of the folder {@code conf}, by their names, that replace or join ours
 * @param jvmArguments for the child JVM, besides ours
 * @param testkit whether the testkit's NAR is loaded too
 */
public record NiFiSettings(
        OptionalInt webPort,
        String heap,
        Map<String, String> properties,
        Map<String, String> files,
        List<String> jvmArguments,
        boolean testkit) {

    public NiFiSettings {
        if (webPort.isPresent() && (webPort.getAsInt() < 1 || webPort.getAsInt() > 65_535)) {
            throw new IllegalArgumentException("port %d: must lie in 1 to 65535".formatted(webPort.getAsInt()));
        }
        if (!heap.matches("[1-9][0-9]*[kmgKMG]?")) {
            throw new IllegalArgumentException("heap '%s': write a size as in 768m or 1g".formatted(heap));
        }
        properties = Map.copyOf(properties);
        files = Map.copyOf(files);
        jvmArguments = List.copyOf(jvmArguments);
    }

    public static NiFiSettings defaults() {
        return new NiFiSettings(OptionalInt.empty(), "1g", Map.of(), Map.of(), List.of(), false);
    }

    public NiFiSettings withWebPort(OptionalInt port) {
        return new NiFiSettings(port, heap, properties, files, jvmArguments, testkit);
    }

    public NiFiSettings withHeap(String size) {
        return new NiFiSettings(webPort, size, properties, files, jvmArguments, testkit);
    }

    public NiFiSettings withJvmArguments(List<String> arguments) {
        return new NiFiSettings(webPort, heap, properties, files, arguments, testkit);
    }

    public NiFiSettings withTestkit() {
        return new NiFiSettings(webPort, heap, properties, files, jvmArguments, true);
    }

    /** Adds or replaces one entry of {@code nifi.properties}. */
    public NiFiSettings with(String key, String value) {
        Map<String, String> more = new TreeMap<>(properties);
        more.put(key, value);
        return new NiFiSettings(webPort, heap, more, files, jvmArguments, testkit);
    }

    /** Adds or replaces one file of the folder {@code conf}. */
    public NiFiSettings withFile(String name, String content) {
        Map<String, String> more = new TreeMap<>(files);
        more.put(name, content);
        return new NiFiSettings(webPort, heap, properties, more, jvmArguments, testkit);
    }
}
