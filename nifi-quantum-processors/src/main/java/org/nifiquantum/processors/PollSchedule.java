// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.time.Duration;
import java.time.Instant;

/**
 * When a job is worth a look: the first after the backend's own interval, then whenever its age has grown by a quarter,
 * and at least once a minute.
 *
 * <p>So a result is known at most a quarter of its job's duration late, a job of hours costs few calls, and all of it
 * follows from the time of submission: nothing is stored.
 */
final class PollSchedule {

    private static final double GROWTH = 1.25;
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

    private PollSchedule() {}

    /**
     * Whether a look falls due between two moments.
     *
     * @param previousLook when the queue was looked through before
     * @param interval the backend's hint; zero makes every job due at once
     */
    static boolean isDue(Instant submittedAt, Instant previousLook, Instant now, Duration interval) {
        if (interval.isZero()) {
            return true;
        }
        return looksUntil(Duration.between(submittedAt, now), interval)
                > looksUntil(Duration.between(submittedAt, previousLook), interval);
    }

    /** How many looks fall due before a job is that old. */
    private static long looksUntil(Duration age, Duration interval) {
        double seconds = seconds(age);
        double first = seconds(interval);
        if (seconds < first) {
            return 0;
        }
        double steady = Math.max(first, seconds(LONGEST_INTERVAL) / (GROWTH - 1));
        double growing = Math.log(Math.min(seconds, steady) / first) / Math.log(GROWTH);
        double level = Math.max(0, seconds - steady) / seconds(LONGEST_INTERVAL);
        return 1 + (long) Math.floor(growing + level);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
