// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.services.api.Money;

/**
 * What the run has taken so far, by where it went.
 *
 * @param startedAt when the problem arrived
 * @param jobs submissions that gave a result
 * @param evaluations evaluations of the circuit in them
 * @param submitMillis until the backend had taken the job, summed over jobs
 * @param queueMillis in the provider's queue
 * @param executionMillis on the device or simulator
 * @param decodeMillis reading the answer, or finding a classical one
 * @param cpuMillis of the processor that our own steps' threads used, those of a backend or of a parallel search not counted
 * @param wallMillis from the arrival of the problem to the last step; what the others leave of it is orchestration
 */
public record Totals(
        Instant startedAt,
        int jobs,
        int evaluations,
        double encodeMillis,
        double submitMillis,
        double queueMillis,
        double executionMillis,
        double collectMillis,
        double optimizeMillis,
        double decodeMillis,
        OptionalDouble cpuMillis,
        double wallMillis,
        Optional<Money> cost) {

    public Totals {
        requireNonNull(startedAt, "startedAt");
        requireNonNull(cpuMillis, "cpuMillis");
        requireNonNull(cost, "cost");
    }

    /** Nothing spent yet. */
    public static Totals startingAt(Instant startedAt) {
        return new Totals(startedAt, 0, 0, 0, 0, 0, 0, 0, 0, 0, OptionalDouble.empty(), 0, Optional.empty());
    }

    /** With what one step has spent, and the wall clock read again. */
    public Totals plus(Spent spent, Instant now) {
        return new Totals(
                startedAt,
                jobs + spent.jobs(),
                evaluations + spent.evaluations(),
                encodeMillis + spent.millis(Phase.ENCODE),
                submitMillis + spent.millis(Phase.SUBMIT),
                queueMillis + spent.millis(Phase.QUEUE),
                executionMillis + spent.millis(Phase.EXECUTION),
                collectMillis + spent.millis(Phase.COLLECT),
                optimizeMillis + spent.millis(Phase.OPTIMIZE),
                decodeMillis + spent.millis(Phase.DECODE),
                OptionalDouble.of(cpuMillis.orElse(0) + millis(spent.cpu())),
                millis(Duration.between(startedAt, now)),
                sum(cost, spent.cost()));
    }

    /** Milliseconds with microseconds behind the point. */
    public static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1_000.0) / 1_000.0;
    }

    private static Optional<Money> sum(Optional<Money> first, Optional<Money> second) {
        return first.isPresent() && second.isPresent()
                ? Optional.of(first.get().plus(second.get()))
                : first.or(() -> second);
    }
}
