// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void givesThePublishedOutputsOfSplitMix64() {
        long[] published = {
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L,
            Long.parseUnsignedLong("16408922859458223821")
        };
        assertArrayEquals(
                published,
                LongStream.range(0, 5)
                        .map(index -> Seeds.derive(1234567, index))
                        .toArray());
        SplitMix64 generator = new SplitMix64(1234567);
        assertEquals(published[0], generator.next());
        assertEquals(published[1], generator.next());
    }
}
