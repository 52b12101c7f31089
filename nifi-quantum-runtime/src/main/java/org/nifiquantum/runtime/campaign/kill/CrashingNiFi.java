// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.nifi.FreePort;
import org.nifiquantum.runtime.nifi.NiFiInstallation;
import org.nifiquantum.runtime.nifi.NiFiInstance;
import org.nifiquantum.runtime.nifi.NiFiSettings;
import org.nifiquantum.runtime.rest.NiFiClient;
import org.nifiquantum.runtime.rest.Patience;

/** One NiFi folder, in which NiFi is started, killed and started again, on the same port each time. */
public final class CrashingNiFi implements AutoCloseable {

    /** NiFi's start is most of a kill's time, and a third of it is optimising code that will not run for long. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Duration SAVE_LIMIT = Duration.ofSeconds(30);

    private final NiFiInstallation installation;
    private final Path folder;
    private final int webPort = FreePort.any();
    private int debugPort;
    private NiFiInstance instance;

    private CrashingNiFi(NiFiInstallation installation, Path folder) {
        this.installation = installation;
        this.folder = folder;
        debugPort = FreePort.anyBut(webPort);
        instance = launch();
    }

    /** Starts it for the first time; it boots meanwhile. */
    public static CrashingNiFi start(NiFiInstallation installation, Path folder) {
        return new CrashingNiFi(installation, folder);
    }

    private NiFiInstance launch() {
        return NiFiInstance.start(
                installation,
                folder,
                NiFiSettings.defaults()
                        .withWebPort(OptionalInt.of(webPort))
                        .withJvmArguments(List.of(DebugPort.listening(debugPort), QUICK_START))
                        .withTestkit());
    }

    public NiFiClient awaitReady() {
        return instance.awaitReady(() -> {});
    }

    /**
     * Waits until a restart would find every processor running. NiFi saves its flow some time after each change; killed before that it
     * comes back with the flow of before.
     *
     * @throws EnvironmentException if that is not so within half a minute
     */
    void awaitSaved() {
        SavedFlow saved = SavedFlow.of(folder);
        if (!Patience.awaitTrue(SAVE_LIMIT, saved::isRunning)) {
            throw new EnvironmentException("NiFi does not save that its processors run. " + describe());
        }
    }

    /** The folder and what was logged last, for a message about a failure. */
    String describe() {
        return "NiFi's folder: %s%n%s".formatted(folder, instance.logTail());
    }

    /** Kills it when one of its threads comes to the place for the k-th time. */
    CrashTrigger killAt(Place place, int hit) {
        return CrashTrigger.arm(debugPort, place, hit, this::kill);
    }

    /** Kills it now. */
    void kill() {
        instance.kill();
    }

    /** Starts it again after it was killed; it boots meanwhile. */
    void restart() {
        instance.close();
        debugPort = FreePort.anyBut(webPort);
        instance = launch();
    }

    /** Leaves the folder when this is closed. */
    public void keepFolder() {
        instance.keepFolder();
    }

    @Override
    public void close() {
        instance.close();
    }
}
