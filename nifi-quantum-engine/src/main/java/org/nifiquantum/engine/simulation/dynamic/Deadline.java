// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.dynamic;

import java.time.Duration;

/** When a run must be over; time starts when this is made. */
final class Deadline {
    private final Duration limit;
    private final long start = System.nanoTime();

    Deadline(Duration limit) {
        this.limit = limit;
    }

    /** Refuses to go on once the time is over. */
    void require() {
        if (System.nanoTime() - start > limit.toNanos()) {
            throw new TimeLimitException(limit);
        }
    }
}
