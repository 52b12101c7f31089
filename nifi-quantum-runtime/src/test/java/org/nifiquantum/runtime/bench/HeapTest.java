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

    @Test
    void aProcessThatIsNotThereIsToldOf() {
        // Linux gives no process so high a number, and no other system the test runs on does.
        Heap heap = new Heap(Integer.MAX_VALUE);
        assertThrows(EnvironmentException.class, heap::afterCollection);
    }
}
