// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.nifi.NiFi;

/**
 * Runs NiFi in this JVM, but not longer than the process that started it: one that is killed outright cannot stop what it has
 * started.
 */
public final class Leash {

    /** The system property with the identifier of that process. */
    static final String OWNER = "quantum.owner";

    private static final int OWNER_IS_GONE = 1;

    private Leash() {}

    /** What NiFi's own main method is called with. */
    public static void main(String[] arguments) throws IOException {
        hold(Long.getLong(OWNER, 0), () -> System.exit(OWNER_IS_GONE));
        NiFi.main(arguments);
    }

    /** Does something when a process has ended, at once if there is none. */
    static void hold(long owner, Runnable end) {
        Optional<ProcessHandle> process = ProcessHandle.of(owner);
        if (process.isEmpty()) {
            end.run();
            return;
        }
        CompletableFuture<Void> unused = process.get().onExit().thenRun(end);
    }
}
