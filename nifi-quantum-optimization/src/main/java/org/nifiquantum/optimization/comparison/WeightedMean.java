// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.comparison;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/** The mean of values of which each was seen so many times. */
public final class WeightedMean {

    /**
     * A value that was seen.
     *
     * @param times at least 1
     */
    public record Seen(double value, long times) {}

    private WeightedMean() {}

    /**
     * The mean, and by Student's distribution where that of all values lies with 95 % confidence. One value alone says nothing
     * of that: its bounds are infinite.
     *
     * @throws IllegalArgumentException if there are no values
     */
    public static Interval of(List<Seen> values) {
        long count = values.stream().mapToLong(Seen::times).sum();
        if (count < 1) {
            throw new IllegalArgumentException("There is no mean of no values.");
        }
        double mean =
                values.stream().mapToDouble(seen -> seen.value() * seen.times()).sum() / count;
        if (count == 1) {
            return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double squares = values.stream()
                .mapToDouble(seen -> (seen.value() - mean) * (seen.value() - mean) * seen.times())
                .sum();
        double standardError = Math.sqrt(squares / (count - 1) / count);
        double half = new TDistribution(count - 1.0).inverseCumulativeProbability(0.975) * standardError;
        return new Interval(mean, mean - half, mean + half);
    }
}
