// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Times two things in turn, so that a busy neighbour or a slower clock changes both alike, and gives the median of each. Not JMH,
 * which measures one thing after the other by wall clock.
 */
final class Stopwatch {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MILLI = 1e6;
    /** The JIT compiler needs about a second for kernels of the Vector API. */
    private static final double WARM_UP_MILLIS = 1_500;

    private static final double BATCH_MILLIS = 60;
    private static final int BATCHES = 11;

    private static final double SHORT_BATCH_MILLIS = 6;
    private static final int SHORT_BATCHES = 101;

    private final LongSupplier clock;

    private Stopwatch(LongSupplier clock) {
        this.clock = clock;
    }

    /** Of one thread's processor time, which does not count what neighbours take. */
    static Stopwatch ofThisThread() {
        return new Stopwatch(THREADS::getCurrentThreadCpuTime);
    }

    /** Of time that passes: for work on several threads. */
    static Stopwatch ofTheWall() {
        return new Stopwatch(System::nanoTime);
    }

    /** Milliseconds of a repetition. */
    record Pair(double work, double yardstick) {}

    Pair medians(DoubleSupplier work, DoubleSupplier yardstick) {
        batch(work, WARM_UP_MILLIS);
        batch(yardstick, BATCH_MILLIS);
        double[] ofWork = new double[BATCHES];
        double[] ofYardstick = new double[BATCHES];
        for (int index = 0; index < BATCHES; index++) {
            ofYardstick[index] = batch(yardstick, BATCH_MILLIS);
            ofWork[index] = batch(work, BATCH_MILLIS);
        }
        return new Pair(median(ofWork), median(ofYardstick));
    }

    /**
     * For work that takes as long as memory does, the speed of which changes from one moment to the next: in short batches, each held
     * against the two of the yardstick beside it. The work is the median of these ratios, times the median of the yardstick.
     */
    Pair medianOfRatios(DoubleSupplier work, DoubleSupplier yardstick) {
        batch(work, WARM_UP_MILLIS);
        double[] ratios = new double[SHORT_BATCHES];
        double[] ofYardstick = new double[SHORT_BATCHES];
        double before = batch(yardstick, BATCH_MILLIS);
        for (int index = 0; index < SHORT_BATCHES; index++) {
            double between = batch(work, SHORT_BATCH_MILLIS);
            ofYardstick[index] = batch(yardstick, SHORT_BATCH_MILLIS);
            ratios[index] = 2 * between / (before + ofYardstick[index]);
            before = ofYardstick[index];
        }
        double median = median(ofYardstick);
        return new Pair(median(ratios) * median, median);
    }

    private double batch(DoubleSupplier work, double atLeastMillis) {
        double checksum = 0;
        long repetitions = 0;
        long together = 1;
        long start = clock.getAsLong();
        double millis = 0;
        while (millis < atLeastMillis) {
            for (long index = 0; index < together; index++) {
                checksum += work.getAsDouble();
            }
            repetitions += together;
            // Reading the clock costs as much as a small circuit.
            together = Math.min(1_000, 2 * together);
            millis = (clock.getAsLong() - start) / NANOS_PER_MILLI;
        }
        if (Double.isNaN(checksum)) {
            throw new IllegalStateException("the result is not a number");
        }
        return millis / repetitions;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
