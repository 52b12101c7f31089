// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final int DRAWS = 20_000;
    private static final long SEED = 4;

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

    /** Full jitter: even over 0 to the bound, so the mean is half of it. */
    @ParameterizedTest
    @CsvSource({"1, 100", "2, 200", "3, 400", "4, 800", "5, 1000", "60, 1000"})
    void theBoundDoublesUpToTheLargest(int repetition, long bound) {
        SplittableRandom random = new SplittableRandom(SEED);
        LongSummaryStatistics waits = LongStream.generate(
                        () -> backoff.draw(repetition, random).toMillis())
                .limit(DRAWS)
                .summaryStatistics();
        assertEquals((double) bound, (double) waits.getMax(), bound * 0.01, "seed " + SEED);
        assertTrue(waits.getMin() <= bound * 0.01, "seed " + SEED);
        assertEquals(bound / 2.0, waits.getAverage(), bound * 0.02, "seed " + SEED);
    }

    @Test
    void refusesWaitsThatDoNotGrow() {
        assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
