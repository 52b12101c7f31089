// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void theLargestQueueIsNamed() {
        Tally tally = new Tally();
        tally.see(Map.of("a -> b", 3, "b -> c", 7));
        tally.see(Map.of("a -> b", 6, "b -> c", 0));
        assertEquals(7, tally.largestQueue());
        assertEquals("b -> c", tally.largestQueueName());
    }
}
