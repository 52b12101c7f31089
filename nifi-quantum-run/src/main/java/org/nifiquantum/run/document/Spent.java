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
 * @param cpu processor time of the step's own thread
 */
public record Spent(int jobs, int evaluations, Map<Phase, Duration> times, Duration cpu, Optional<Money> cost) {

    public Spent {
        times = Map.copyOf(times);
        requireNonNull(cpu, "cpu");
        requireNonNull(cost, "cost");
    }

    /** Time only. */
    public static Spent in(Phase phase, Duration duration, Duration cpu) {
        return new Spent(0, 0, Map.of(phase, duration), cpu, Optional.empty());
    }

    double millis(Phase phase) {
        return Totals.millis(times.getOrDefault(phase, Duration.ZERO));
    }
}
