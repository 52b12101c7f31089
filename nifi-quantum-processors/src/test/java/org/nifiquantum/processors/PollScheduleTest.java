// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @Test
    void aLocalJobIsAlwaysDue() {
        assertTrue(PollSchedule.isDue(SUBMITTED, SUBMITTED, SUBMITTED, Duration.ZERO));
    }

    @Test
    void theFirstLookIsAfterTheBackendsInterval() {
        assertFalse(PollSchedule.isDue(SUBMITTED, Instant.EPOCH, SUBMITTED.plusMillis(1_999), INTERVAL));
        assertTrue(PollSchedule.isDue(SUBMITTED, Instant.EPOCH, SUBMITTED.plusMillis(2_000), INTERVAL));
    }

    /** However often the queue is looked through. */
    @Test
    void looksAreAnIntervalOrATenthOfTheAgeApartAndAtMostAMinute() {
        List<Double> ages = new ArrayList<>();
        Instant previous = SUBMITTED;
        for (int tick = 1; tick <= 36_000; tick++) {
            Instant now = SUBMITTED.plusMillis(100L * tick);
            if (PollSchedule.isDue(SUBMITTED, previous, now, INTERVAL)) {
                ages.add(tick / 10.0);
            }
            previous = now;
        }
        for (int i = 1; i < ages.size(); i++) {
            double gap = ages.get(i) - ages.get(i - 1);
            assertEquals(
                    Math.min(60, Math.max(2, ages.get(i - 1) / 10)),
                    gap,
                    0.15 + 0.05 * gap,
                    "after " + ages.get(i - 1));
        }
        assertTrue(ages.size() < 110, () -> "an hour costs %d looks".formatted(ages.size()));
    }

    /** The median of what a result is late, for jobs that end at any moment of their age. */
    @Test
    void halfOfAllResultsAreKnownWithinATwentiethOfTheAge() {
        for (double end = 2.0; end < 1_200; end *= 1.07) {
            List<Double> late = new ArrayList<>();
            double window = Math.max(INTERVAL.toMillis() / 1e3, end / 10);
            for (double over = end; over < end + window; over += window / 50) {
                double look = over;
                while (!PollSchedule.isDue(SUBMITTED, at(over), at(look), INTERVAL)) {
                    look += 0.01 * INTERVAL.toSeconds();
                }
                late.add((look - over) / Math.max(over, 10 * INTERVAL.toMillis() / 1e3));
            }
            late.sort(null);
            double median = late.get(late.size() / 2);
            assertTrue(median <= 0.0525, "%.4f of its age at %.1f s".formatted(median, end));
        }
    }

    private static Instant at(double seconds) {
        return SUBMITTED.plusMillis(Math.round(1_000 * seconds));
    }

    @Test
    void nothingThatFellDueBetweenTwoLooksIsMissed() {
        assertTrue(PollSchedule.isDue(SUBMITTED, SUBMITTED.plusSeconds(10), SUBMITTED.plusSeconds(10 * 60), INTERVAL));
        assertTrue(
                PollSchedule.isDue(SUBMITTED, SUBMITTED.plusSeconds(86_400), SUBMITTED.plusSeconds(86_460), INTERVAL));
    }
}
