// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.services.api.Money;

/**
 * What one step adds to the totals.
 *
 * @param times how long each phase took; a phase that is not named took nothing
 */
public record Spent(int jobs, int evaluations, Map<Phase, Duration> times, Optional<Money> cost) {

    public Spent {
        times = Map.copyOf(times);
        requireNonNull(cost, "cost");
    }

    /** Time only. */
    public static Spent in(Phase phase, Duration duration) {
        return new Spent(0, 0, Map.of(phase, duration), Optional.empty());
    }

    double millis(Phase phase) {
        return Totals.millis(times.getOrDefault(phase, Duration.ZERO));
    }
}
