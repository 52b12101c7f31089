// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.Duration;

/** How long a step takes, on a clock that never goes back. */
record Stopwatch(long startNanos) {

    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
