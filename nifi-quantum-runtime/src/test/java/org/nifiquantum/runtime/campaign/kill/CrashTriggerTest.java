// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nifiquantum.runtime.nifi.FreePort;
import org.nifiquantum.runtime.rest.Patience;

/** Stops another JVM, small but real. */
@Timeout(60)
class CrashTriggerTest {

    private static final String PROGRAM = WalkingProgram.class.getName();
    private static final Place STEP = Place.of(PROGRAM + "$Walker", "step");

    private final int port = FreePort.any();
    private final Process program = start();

    private Process start() {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            DebugPort.listening(port),
                            "-cp",
                            "target/test-classes",
                            PROGRAM)
                    .start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void end() {
        program.destroyForcibly();
    }

    /** One overload calls the other, and still each step counts once; the fifth has not begun when the program dies. */
    @Test
    void killsAtTheEntryOfTheFifthStep() throws Exception {
        assertEquals(List.of("left", "right", "left", "right"), outputWhenKilledAt(STEP, 5));
    }

    @Test
    void countsOnlyWhatHappensWithinAnObjectOfTheClass() throws Exception {
        assertEquals(
                List.of("left", "right", "left", "right", "left"),
                outputWhenKilledAt(STEP.within("WalkingProgram$Right"), 3));
    }

    @Test
    void classesThatAreNeverLoadedDoNoHarm() throws Exception {
        Place place = new Place(List.of("org.nifiquantum.Nowhere", PROGRAM + "$Walker"), "step", "");
        assertEquals(List.of(), outputWhenKilledAt(place, 1));
    }

    @Test
    void aMethodThatIsNotThereIsAnErrorAndNoEndlessWait() throws Exception {
        try (CrashTrigger trigger = CrashTrigger.arm(port, Place.of(PROGRAM + "$Walker", "stumble"), 1, this::kill)) {
            go();
            assertEquals(200, output().size(), "the program goes on");
            IllegalStateException failure = assertThrows(IllegalStateException.class, trigger::hasFired);
            assertTrue(failure.getMessage().contains("stumble"), failure.getMessage());
        }
    }

    @Test
    void aTriggerThatIsClosedLetsTheProgramGoOn() throws Exception {
        try (CrashTrigger trigger = CrashTrigger.arm(port, STEP, 1_000, program::destroyForcibly)) {
            assertFalse(trigger.hasFired());
        }
        go();
        List<String> output = output();
        assertEquals(0, program.exitValue());
        assertEquals(100, Collections.frequency(output, "right"));
    }

    private List<String> outputWhenKilledAt(Place place, int hit) throws Exception {
        try (CrashTrigger trigger = CrashTrigger.arm(port, place, hit, this::kill)) {
            go();
            List<String> output = output();
            assertTrue(program.exitValue() != 0, "killed");
            assertTrue(Patience.awaitTrue(Duration.ofSeconds(10), trigger::hasFired));
            return output;
        }
    }

    private void kill() {
        program.destroyForcibly();
        program.onExit().join();
    }

    private void go() throws IOException {
        program.getOutputStream().write('\n');
        program.getOutputStream().flush();
    }

    private List<String> output() throws Exception {
        List<String> lines = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertTrue(program.waitFor(30, TimeUnit.SECONDS));
        return lines;
    }
}
