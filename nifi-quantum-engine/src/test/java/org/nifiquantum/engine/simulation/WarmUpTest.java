// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void endsByItselfAndKeepsNoOneFromLeaving() throws InterruptedException {
        Thread thread = WarmUp.start(Duration.ofMillis(50));
        assertTrue(thread.isDaemon());
        assertTrue(thread.join(Duration.ofSeconds(30)), "the warm-up goes on");
        assertEquals(Thread.State.TERMINATED, thread.getState());
    }
}
