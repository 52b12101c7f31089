// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.nifi.NiFiInstance;
import org.nifiquantum.runtime.nifi.NiFiSettings;
import org.nifiquantum.runtime.rest.NiFiClient;

/** A NiFi for the length of one command, announced on the console. */
final class NiFiSession implements AutoCloseable {

    private final Console console;
    private final NiFiInstance instance;

    private NiFiSession(Console console, NiFiInstance instance) {
        this.console = console;
        this.instance = instance;
    }

    /** Starts a NiFi and returns while it boots. */
    static NiFiSession start(Console console, Checkout checkout, Path folder, NiFiSettings settings) {
        NiFiInstance instance = NiFiInstance.start(checkout.installation(), folder, settings);
        console.say("Starting NiFi 2.3.0 at %s (unsecured, this machine only) ...".formatted(instance.canvas()));
        return new NiFiSession(console, instance);
    }

    NiFiClient awaitReady() {
        Instant start = Instant.now();
        NiFiClient client =
                instance.awaitReady(() -> console.progress("  booting, %.0f s ...".formatted(secondsSince(start))));
        console.say("NiFi is ready after %.1f s.".formatted(secondsSince(start)));
        return client;
    }

    private static double secondsSince(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }

    NiFiInstance instance() {
        return instance;
    }

    /** For use while waiting for NiFi's work: complains as soon as NiFi is gone. */
    void requireAlive() {
        if (!instance.isAlive()) {
            throw failed("NiFi ended before its time.");
        }
    }

    /** Leaves the folder for inspection and says where it is. */
    EnvironmentException failed(String what) {
        instance.keepFolder();
        return new EnvironmentException(
                "%s Its folder is kept: %s%n%s".formatted(what, instance.folder(), instance.logTail()));
    }

    /** Returns when NiFi ends; Ctrl-C ends it, and this program with it. */
    void awaitInterrupt() {
        console.say("NiFi stays up until you press Ctrl-C.");
        try {
            instance.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        console.say("Stopping NiFi ...");
        instance.close();
    }
}
