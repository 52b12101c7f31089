// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.nifiquantum.run.document.Phase;
import org.nifiquantum.run.document.Spent;

/** How long a step takes, on clocks that never go back: on the wall, and of the processor that its thread has used. */
record Stopwatch(long startNanos, long startCpuNanos) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** To be asked by the thread that starts it. */
    static Stopwatch start() {
        return new Stopwatch(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    Duration cpu() {
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - startCpuNanos);
    }

    /** All of it, spent in one phase. */
    Spent spentIn(Phase phase) {
        return Spent.in(phase, elapsed(), cpu());
    }
}
