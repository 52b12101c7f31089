// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nifiquantum.runtime.nifi.EnvironmentException;

class HeapTest {

    @Test
    void theTotalIsTheHistogramsLastLine() {
        assertEquals(38_123_456, Heap.liveBytes("""
                4242:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:        100000       20000000  [B (java.base@25)
                   2:             1             24  org.example.Total 7 7
                Total        654321       38123456
                """));
    }

    @Test
    void whatIsNoHistogramIsShown() {
        EnvironmentException refused =
                assertThrows(EnvironmentException.class, () -> Heap.liveBytes("Could not find process 1"));
        assertTrue(refused.getMessage().contains("Could not find process 1"), refused.getMessage());
    }

    /** This JVM holds 64 MiB more, and says so. */
    @Test
    void aLiveJvmTellsWhatItHolds() {
        Heap heap = new Heap(ProcessHandle.current().pid());
        double before = heap.afterCollection();
        byte[] held = new byte[64 << 20];
        double after = heap.afterCollection();
        assertEquals(64, after - before, 16, "MiB for %d bytes".formatted(held.length));
    }
}
