// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeashTest {

    @Test
    void endsWhenTheOwnerIsKilledAndNotBefore() throws IOException, InterruptedException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "-s",
                        "-")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CountDownLatch ended = new CountDownLatch(1);
        try {
            Leash.hold(owner.pid(), ended::countDown);
            assertEquals(1, ended.getCount(), "the owner lives");
        } finally {
            owner.destroyForcibly();
        }
        assertTrue(ended.await(10, TimeUnit.SECONDS));
    }

    @Test
    void endsAtOnceWhereTheOwnerIsGoneAlready() {
        CountDownLatch ended = new CountDownLatch(1);
        Leash.hold(0, ended::countDown);
        assertEquals(0, ended.getCount());
    }
}
