// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nifiquantum.runtime.SharedNiFi;
import org.nifiquantum.runtime.nifi.NiFiInstallation;

/**
 * NiFi killed once, where it hurts most: the provider has taken a job, and NiFi has nothing of it but the mark that it
 * was about to send. The campaign does this at every point.
 */
class KilledNiFiIT {

    private static final NiFiInstallation INSTALLATION =
            NiFiInstallation.in(Path.of("target").toAbsolutePath().resolve("nifi"));
    private static final Path TEMPLATES = Path.of("..", "templates");
    private static final int SUBMISSION_OF_DEATH = 15;

    @Test
    void anInterruptedRunHasTheSameEvaluationsAndAnswerAsAnUndisturbedOneAndNoJobTwice() {
        Path scratch = SharedNiFi.folder("killed-exchange");
        try (Providers providers = Providers.start(1);
                CrashingNiFi nifi = CrashingNiFi.start(INSTALLATION, SharedNiFi.folder("killed"))) {
            Trials trials = Trials.prepare(nifi, List.of(BackendKind.values()), providers, TEMPLATES, scratch);
            Trial trial = trials.killAt(CrashPoint.SUBMIT_ANSWERED, SUBMISSION_OF_DEATH, BackendKind.LOOPBACK);
            assertTrue(trial.isClean(), trial.text());
            assertTrue(trials.roadsAgree(), "the simulator and the provider, both undisturbed");
            for (BackendKind faulty : List.of(BackendKind.IONQ, BackendKind.BRAKET)) {
                Trial killed = trials.killAt(CrashPoint.SUBMIT_ANSWERED, 3, faulty);
                assertTrue(killed.isClean(), () -> faulty + ": " + killed.text());
            }
            assertEquals(0, trials.excessAnswers());
            assertEquals(
                    providers.loopback().submissions().size(),
                    providers.loopback().submissions().stream()
                            .map(ticket -> ticket.submissionKey())
                            .distinct()
                            .count(),
                    "each key once");
        }
    }
}
