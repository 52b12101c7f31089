// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;

class FuzzCampaignTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Sample BELL = new Sample("bell", """
            OPENQASM 3.0;
            include "stdgates.inc";
            gate pair(phi) a, b { ry(phi / 2) a; cx a, b; }
            input float theta;
            qubit[3] q;
            bit[3] c;
            pair(2 * theta + pi) q[0], q[1];
            rz(0.1) q;
            c = measure q;
            """);
    private static final Sample OLD = new Sample("old", """
            OPENQASM 2.0;
            include "qelib1.inc";
            gate twist(a) x, y { cx x, y; u1(a ^ 2) y; cx x, y; }
            qreg q[2];
            creg c[2];
            h q[0];
            twist(pi / 4) q[0], q[1];
            measure q -> c;
            """);

    @TempDir
    private Path folder;

    @Test
    void theReaderReadsOrRefusesWhateverIsDoneToAProgram() throws InterruptedException {
        FuzzReport report = campaign(List.of(BELL, OLD), 150, OpenQasmReader::read, LONG);
        assertTrue(report.isClean(), report.text());
        FuzzReport.Row all = report.rows().getFirst();
        assertTrue(all.read() > 0 && all.refused() > 0, report.text());
    }

    @Test
    void whatIsThrownButNotItsOwnErrorIsFoundAndKept() throws Exception {
        FuzzReport report = campaign(List.of(BELL), 20, FuzzCampaignTest::overflow, LONG);
        assertFalse(report.isClean());
        assertEquals(20, report.rows().getFirst().broken());
        assertEquals(BELL.damaged(1, 7, List.of(BELL)), Files.readString(folder.resolve("found/bell.7.qasm")));
        assertTrue(Files.readString(folder.resolve("found/bell.7.qasm.txt")).contains("StackOverflowError"));
    }

    @Test
    void aRefusalWithoutAPlaceIsWrong() throws InterruptedException {
        Consumer<String> reader = source -> {
            throw new OpenQasmException(0, 0, "something");
        };
        assertEquals(
                5, campaign(List.of(BELL), 5, reader, LONG).rows().getFirst().broken());
    }

    @Test
    void whatNeverEndsIsFoundAndEndsTheCampaignEarly() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Consumer<String> reader = source -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        FuzzReport report = campaign(List.of(BELL, OLD), 50, reader, Duration.ofMillis(5));
        never.countDown();
        assertFalse(report.whole());
        assertEquals(11, report.rows().getFirst().tooSlow());
    }

    @Test
    void damageFollowsFromTheSeed() {
        List<Sample> corpus = List.of(BELL, OLD);
        Set<String> forms = new HashSet<>();
        for (int n = 0; n < 100; n++) {
            assertEquals(BELL.damaged(3, n, corpus), BELL.damaged(3, n, corpus));
            forms.add(BELL.damaged(3, n, corpus));
        }
        assertTrue(forms.size() > 90, "different forms: " + forms.size());
        assertNotEquals(BELL.damaged(3, 0, corpus), BELL.damaged(4, 0, corpus));
    }

    private FuzzReport campaign(List<Sample> corpus, int times, Consumer<String> reader, Duration limit)
            throws InterruptedException {
        return new FuzzCampaign(corpus, times, 1, reader, limit, folder.resolve("found")).run(line -> {});
    }

    /** As a reader that recurses without a limit. */
    private static void overflow(String source) {
        throw new StackOverflowError(source.substring(0, 0));
    }
}
