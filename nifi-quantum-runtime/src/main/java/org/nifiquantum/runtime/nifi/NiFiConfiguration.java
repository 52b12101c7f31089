// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The {@code conf} folder of one instance.
 *
 * <p>The web server listens on the loopback interface only, because this NiFi asks nobody for a password.
 */
final class NiFiConfiguration {

    private static final List<String> FILES = List.of("state-management.xml", "logback.xml");

    private final NiFiInstallation installation;
    private final int webPort;
    private final NiFiSettings settings;

    NiFiConfiguration(NiFiInstallation installation, int webPort, NiFiSettings settings) {
        this.installation = installation;
        this.webPort = webPort;
        this.settings = settings;
    }

    /** Writes the folder {@code conf} below the instance's own. */
    void writeTo(Path instance) throws IOException {
        Path conf = Files.createDirectories(instance.resolve("conf"));
        Files.writeString(conf.resolve("nifi.properties"), render(properties()));
        for (String file : FILES) {
            Files.writeString(conf.resolve(file), stock(file));
        }
        for (Map.Entry<String, String> file : settings.files().entrySet()) {
            Files.writeString(conf.resolve(file.getKey()), file.getValue());
        }
    }

    /** All entries of {@code nifi.properties}: the stock ones, ours, then the settings' own. */
    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>(stock());
        properties.put(
                "nifi.nar.library.directory",
                installation.nars().toAbsolutePath().toString());
        if (settings.testkit()) {
            properties.put(
                    "nifi.nar.library.directory.testkit",
                    installation.testkitNars().toAbsolutePath().toString());
        }
        properties.put("nifi.web.http.port", Integer.toString(webPort));
        properties.putAll(settings.properties());
        return properties;
    }

    private static Map<String, String> stock() {
        Properties stock = new Properties();
        try {
            stock.load(new StringReader(stock("nifi.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stock.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, stock::getProperty));
    }

    /** A file as every NiFi of ours gets it, unless its settings replace it. */
    static String stock(String file) {
        try (InputStream content = NiFiConfiguration.class.getResourceAsStream(file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Escapes what {@link Properties} would read otherwise: a backslash in a Windows path, a line's end. */
    static String render(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + escape(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
