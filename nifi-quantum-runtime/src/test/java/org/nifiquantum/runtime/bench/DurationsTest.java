// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    private static final double EXACT = 1e-12;

    /** Out of order; NumPy 2 gives these with {@code numpy.percentile([5, 1, 4, 2, 3, 10], p)}. */
    @ParameterizedTest
    @CsvSource({"0, 1", "25, 2.25", "50, 3.5", "90, 7.5", "99, 9.75", "100, 10"})
    void percentilesAreNumPys(double percent, double expected) {
        assertEquals(expected, Durations.ofMillis(5, 1, 4, 2, 3, 10).percentile(percent), EXACT);
    }

    @Test
    void theMedianOfAnOddNumberIsOneOfThem() {
        assertEquals(4, Durations.ofMillis(9, 4, 1).median(), EXACT);
    }

    @Test
    void momentsGiveOneFewerInTheirOrder() {
        Durations durations = Durations.between(List.of(
                Instant.parse("2026-01-01T00:00:00.000100Z"),
                Instant.parse("2026-01-01T00:00:00.002600Z"),
                Instant.parse("2026-01-01T00:00:01Z")));
        assertEquals(2, durations.count());
        assertEquals(2.5, durations.slice(1, 1).median(), EXACT);
        assertEquals(997.4, durations.slice(2, 2).median(), EXACT);
    }

    @Test
    void aSliceCountsFromOneAndHoldsItsLast() {
        Durations slice = Durations.ofMillis(100, 1, 2, 3, 100).slice(2, 4);
        assertEquals(3, slice.count());
        assertEquals(1, slice.percentile(0), EXACT);
        assertEquals(3, slice.percentile(100), EXACT);
    }

    @Test
    void aSliceBeyondTheEndSaysHowManyThereAre() {
        Durations two = Durations.ofMillis(1, 2);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> two.slice(1, 3));
        assertTrue(refused.getMessage().contains("there are 2"), refused.getMessage());
    }

    @Test
    void meansTellWhatACoarseClockHides() {
        // 1.4 ms a round on a clock that shows whole milliseconds.
        Durations coarse = Durations.ofMillis(1, 1, 2, 1, 2, 1, 1, 2, 1, 2, 99);
        assertEquals(1, coarse.slice(1, 10).median(), EXACT);
        Durations means = coarse.meansOf(5);
        assertEquals(2, means.count());
        assertEquals(1.4, means.median(), EXACT);
    }

    @Test
    void nothingHasNoMedian() {
        assertThrows(IllegalArgumentException.class, () -> Durations.between(List.of(Instant.EPOCH)));
    }
}
