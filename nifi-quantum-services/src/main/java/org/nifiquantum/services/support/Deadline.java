// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.time.Duration;

/**
 * Until when all that one request of a caller takes must be over, retries and waits included.
 *
 * @param nanoTime on the scale of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {

    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** What is left; never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** Whether a wait of this length would end before it. */
    public boolean leavesRoomFor(Duration wait) {
        return remaining().compareTo(wait) > 0;
    }
}
