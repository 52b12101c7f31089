// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.nifiquantum.runtime.nifi.NiFiInstallation;
import org.nifiquantum.runtime.nifi.NiFiInstance;
import org.nifiquantum.runtime.nifi.NiFiSettings;
import org.nifiquantum.runtime.rest.NiFiClient;

/** The one real NiFi of all integration tests: booting one takes longer than most tests. It ends with this JVM. */
public final class SharedNiFi {

    private static final AtomicInteger FOLDERS = new AtomicInteger();

    private SharedNiFi() {}

    private static final class Holder {
        private static final NiFiInstance INSTANCE = NiFiInstance.start(
                NiFiInstallation.in(target().resolve("nifi")), folder("nifi"), NiFiSettings.defaults());
        private static final NiFiClient CLIENT = INSTANCE.awaitReady(() -> {});
    }

    public static NiFiClient client() {
        return Holder.CLIENT;
    }

    /** Where a browser finds the canvas. */
    public static URI canvas() {
        client();
        return Holder.INSTANCE.canvas();
    }

    /** A folder that NiFi and the test share, empty. */
    public static Path folder(String name) {
        try {
            Path integration = Files.createDirectories(target().resolve("integration-tests"));
            return Files.createTempDirectory(integration, name + "-" + FOLDERS.incrementAndGet() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the module's build has put the NiFi. Surefire and failsafe start in the module's own folder. */
    private static Path target() {
        return Path.of("target").toAbsolutePath();
    }
}
