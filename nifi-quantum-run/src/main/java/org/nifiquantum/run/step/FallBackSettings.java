// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How a classical answer is found.
 *
 * @param timeBudget the search gives its best by then
 * @param cancelled asked now and then; true ends the search at once
 * @param seed of the search
 * @param reason why the run took this road, for the document
 */
public record FallBackSettings(Duration timeBudget, BooleanSupplier cancelled, long seed, String reason) {

    public FallBackSettings {
        requireNonNull(timeBudget, "timeBudget");
        requireNonNull(cancelled, "cancelled");
        requireNonNull(reason, "reason");
    }
}
