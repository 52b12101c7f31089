// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How a classical answer is found.
 *
 * @param order what is asked, one after the other
 * @param longestAge of an answer that was found before; empty for any
 * @param timeBudget the search gives its best by then
 * @param cancelled asked now and then; true ends the search at once
 * @param seed of the search
 * @param reason why the run took this road, for the document
 */
public record FallBackSettings(
        List<SolverKind> order,
        Optional<Duration> longestAge,
        Duration timeBudget,
        BooleanSupplier cancelled,
        long seed,
        String reason) {

    public FallBackSettings {
        order = List.copyOf(order);
        requireNonNull(longestAge, "longestAge");
        requireNonNull(timeBudget, "timeBudget");
        requireNonNull(cancelled, "cancelled");
        requireNonNull(reason, "reason");
    }

    /** In the order that is usual. */
    public FallBackSettings(Duration timeBudget, BooleanSupplier cancelled, long seed, String reason) {
        this(SolverKind.DEFAULT_ORDER, Optional.empty(), timeBudget, cancelled, seed, reason);
    }
}
