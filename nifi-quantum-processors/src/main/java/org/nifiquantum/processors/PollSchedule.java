// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.time.Duration;
import java.time.Instant;

/**
 * When a job is worth a look: after the backend's own interval, and then again after as long or after a tenth of the job's age,
 * whichever is more, and at least once a minute.
 *
 * <p>So half of all results are known within a twentieth of their job's age, or within half an interval; a job of hours costs few
 * calls; and all of it follows from the time of submission: nothing is stored.
 */
final class PollSchedule {

    private static final double GROWTH = 1.1;
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
        double seconds = Math.max(0, seconds(age));
        double first = seconds(interval);
        double even = first / (GROWTH - 1);
        double steady = Math.max(even, seconds(LONGEST_INTERVAL) / (GROWTH - 1));
        double level = Math.max(0, Math.min(seconds, even)) / first;
        double growing = Math.max(0, Math.log(Math.min(seconds, steady) / even) / Math.log(GROWTH));
        double levelAgain = Math.max(0, seconds - steady) / Math.max(first, seconds(LONGEST_INTERVAL));
        return (long) Math.floor(level + growing + levelAgain);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
