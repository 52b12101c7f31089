// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** How long things took that followed one another, in milliseconds and in that order. */
public final class Durations {

    private static final double NANOS_PER_MILLI = 1e6;

    private final double[] millis;

    private Durations(double[] millis) {
        if (millis.length == 0) {
            throw new IllegalArgumentException("there are no durations");
        }
        this.millis = millis;
    }

    public static Durations ofMillis(double... millis) {
        return new Durations(millis.clone());
    }

    /** From each moment to the next: one fewer than there are moments. */
    static Durations between(List<Instant> moments) {
        double[] millis = new double[Math.max(0, moments.size() - 1)];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = Duration.between(moments.get(i), moments.get(i + 1)).toNanos() / NANOS_PER_MILLI;
        }
        return new Durations(millis);
    }

    int count() {
        return millis.length;
    }

    /** The durations from the first to the last given, both counted from 1 and included. */
    Durations slice(int first, int last) {
        if (first < 1 || last > millis.length) {
            throw new IllegalArgumentException(
                    "durations %d to %d are asked for, there are %d".formatted(first, last, millis.length));
        }
        return new Durations(Arrays.copyOfRange(millis, first - 1, last));
    }

    /**
     * The mean of each {@code size} durations in a row; what is left over at the end is left out. A clock that ticks in
     * steps tells a mean of many better than one of them.
     */
    Durations meansOf(int size) {
        double[] means = new double[millis.length / size];
        for (int i = 0; i < means.length; i++) {
            means[i] = Arrays.stream(millis, i * size, (i + 1) * size).sum() / size;
        }
        return new Durations(means);
    }

    public double median() {
        return percentile(50);
    }

    /**
     * Between the two nearest of the sorted durations, in proportion: definition 7 of R. J. Hyndman and Y. Fan, "Sample
     * quantiles in statistical packages", The American Statistician 50, 361-365 (1996), NumPy's default.
     *
     * @param percent 0 to 100
     */
    public double percentile(double percent) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        double place = percent / 100 * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
