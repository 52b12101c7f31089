// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The child JVM in which NiFi runs. */
final class NiFiProcess {

    private static final int STOP_SECONDS = 30;
    private static final int TAIL_LINES = 25;

    private final Path instance;
    private final Process process;

    private NiFiProcess(Path instance, Process process) {
        this.instance = instance;
        this.process = process;
    }

    /** Starts NiFi in the given folder, which holds its {@code conf}; returns at once. */
    static NiFiProcess start(NiFiInstallation installation, Path instance, int managementPort, NiFiSettings settings)
            throws IOException {
        Path console = Files.createDirectories(instance.resolve("logs")).resolve("console.log");
        Process process = new ProcessBuilder(command(installation, managementPort, settings))
                .directory(instance.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        return new NiFiProcess(instance, process);
    }

    private static List<String> command(NiFiInstallation installation, int managementPort, NiFiSettings settings) {
        String classPath = Stream.concat(
                        Stream.of("conf", ownClasses()),
                        installation.bootJars().stream()
                                .map(jar -> jar.toAbsolutePath().toString()))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.jvmArguments());
        command.addAll(List.of(
                "-Xms256m",
                "-Xmx" + settings.heap(),
                "-Djava.awt.headless=true",
                "-Dnifi.properties.file.path=conf/nifi.properties",
                "-Dlogback.configurationFile=conf/logback.xml",
                // Every NiFi opens this port too; with the default a second one on the machine dies.
                "-Dorg.apache.nifi.management.server.address=127.0.0.1:" + managementPort,
                // Lucene and Netty, inside NiFi, ask for these; without them each prints warnings.
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // The simulator's fast kernels; NiFi runs on the JDK that built them.
                "--add-modules=jdk.incubator.vector",
                "-D%s=%d".formatted(Leash.OWNER, ProcessHandle.current().pid()),
                "-cp",
                classPath,
                Leash.class.getName()));
        return command;
    }

    /** Where {@link Leash} is found; NiFi's NARs see it too, and have no use for it. */
    private static String ownClasses() {
        try {
            return Path.of(Leash.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks NiFi to stop, waits, and kills it if it does not. */
    void stop() {
        process.destroy();
        if (!await(STOP_SECONDS)) {
            kill();
        }
    }

    /** Kills it, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        await(STOP_SECONDS);
    }

    private boolean await(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until NiFi ends by itself. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** The last lines of what NiFi has written, for a message about its failure. */
    String logTail() {
        Path log = instance.resolve("logs").resolve("nifi-app.log");
        Path console = instance.resolve("logs").resolve("console.log");
        return tail(console) + tail(log);
    }

    private static String tail(Path file) {
        if (!Files.isReadable(file)) {
            return "";
        }
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return "--- %s%n%s%n"
                    .formatted(
                            file,
                            String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())));
        } catch (IOException e) {
            return "--- %s cannot be read: %s%n".formatted(file, e.getMessage());
        }
    }
}
