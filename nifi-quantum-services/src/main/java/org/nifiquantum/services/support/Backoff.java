// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a call is repeated: any time between 0 and a bound that doubles, so that many clients that failed
 * together do not come back together ("full jitter"; M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog, 2015).
 *
 * @param first the bound of the first wait
 * @param largest the bound that is not exceeded
 */
public record Backoff(Duration first, Duration largest) {

    private static final int LARGEST_EXPONENT = 30;

    public Backoff {
        requireNonNull(first, "first");
        requireNonNull(largest, "largest");
        if (first.isNegative() || first.isZero() || largest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "Waits must be positive and grow, not from %s to %s".formatted(first, largest));
        }
    }

    /**
     * Draws the wait before a repetition.
     *
     * @param repetition 1 for the first
     */
    public Duration draw(int repetition, RandomGenerator random) {
        long bound = Math.min(largest.toMillis(), first.toMillis() << Math.clamp(repetition - 1L, 0, LARGEST_EXPONENT));
        return Duration.ofMillis(random.nextLong(bound + 1));
    }
}
