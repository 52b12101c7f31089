// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;

/**
 * One NiFi in a folder of its own: its configuration, flow, repositories and logs live there and nowhere else.
 *
 * <p>Unsecured, therefore on the loopback interface only. It never outlives this JVM: what {@link #close} does is also done when
 * the JVM ends, and where that is killed outright NiFi ends by itself, and leaves its folder.
 */
public final class NiFiInstance implements AutoCloseable {

    private static final Duration BOOT_LIMIT = Duration.ofMinutes(5);

    private final Path folder;
    private final int webPort;
    private final NiFiProcess process;
    private final Thread shutdownHook = new Thread(this::end, "end-nifi");
    private volatile boolean kept;
    private volatile boolean killed;

    private NiFiInstance(Path folder, int webPort, NiFiProcess process) {
        this.folder = folder;
        this.webPort = webPort;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /**
     * Starts a NiFi in the folder, which may hold what an earlier one has left. Returns while it is still booting.
     *
     * @throws EnvironmentException if the port is taken or the folder cannot be written
     */
    public static NiFiInstance start(NiFiInstallation installation, Path folder, NiFiSettings settings) {
        int webPort = settings.webPort().isPresent()
                ? FreePort.exactly(settings.webPort().getAsInt())
                : FreePort.any();
        try {
            new NiFiConfiguration(installation, webPort, settings).writeTo(folder);
            NiFiProcess process = NiFiProcess.start(installation, folder, FreePort.anyBut(webPort), settings);
            return new NiFiInstance(folder, webPort, process);
        } catch (IOException e) {
            throw new EnvironmentException("Cannot start NiFi in %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /**
     * Waits until the REST interface answers.
     *
     * @param meanwhile called several times a second
     * @throws EnvironmentException with the end of the logs, if NiFi ends or takes more than five minutes
     */
    public NiFiClient awaitReady(Runnable meanwhile) {
        NiFiClient client = client();
        Instant limit = Instant.now().plus(BOOT_LIMIT);
        while (!client.isReady()) {
            if (!process.isAlive()) {
                throw new EnvironmentException("NiFi ended while it was starting.\n" + process.logTail());
            }
            if (Instant.now().isAfter(limit)) {
                throw new EnvironmentException(
                        "NiFi was not ready within %d minutes.%n%s".formatted(BOOT_LIMIT.toMinutes(), logTail()));
            }
            meanwhile.run();
            Patience.pause(Duration.ofMillis(100));
        }
        return client;
    }

    /** A client of this instance's REST interface, whether it answers yet or not. */
    public NiFiClient client() {
        return new NiFiClient(URI.create("http://127.0.0.1:" + webPort + "/nifi-api/"));
    }

    /** Where a browser finds the canvas. */
    public URI canvas() {
        return URI.create("http://127.0.0.1:" + webPort + "/nifi/");
    }

    /** Where a browser finds NiFi's content viewer on what a provenance event left, taken for a run. */
    public URI viewer(long event) {
        String content = "http://127.0.0.1:%d/nifi-api/provenance-events/%d/content/output".formatted(webPort, event);
        return URI.create("%s#/content-viewer?ref=%s&mimeType=%s&clientId=quantum"
                .formatted(canvas(), encoded(content), encoded("application/vnd.nifi-quantum.run+json")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public Path folder() {
        return folder;
    }

    /** The identifier of the JVM NiFi runs in, for tools that look into it. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines NiFi has logged. */
    public String logTail() {
        return process.logTail();
    }

    /** Waits until NiFi ends by itself, which it does on Ctrl-C. */
    public void awaitEnd() throws InterruptedException {
        process.awaitEnd();
    }

    /** Leaves flow, repositories and logs in the folder when this instance is closed. */
    public void keepFolder() {
        kept = true;
    }

    /** Ends NiFi as {@code kill -9} does, in the middle of whatever it is doing; all it has written stays in the folder. */
    public void kill() {
        killed = true;
        process.kill();
    }

    /** Stops NiFi, which gets 30 seconds to end by itself, and removes the folder unless it is to be kept. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // This JVM is going down already, and the hook does the work.
            return;
        }
        end();
    }

    private void end() {
        process.stop();
        if (killed) {
            return;
        }
        // The unpacked NARs are 200 MB, and made anew at each start.
        delete(kept ? folder.resolve("work") : folder);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new EnvironmentException("Cannot remove %s: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
