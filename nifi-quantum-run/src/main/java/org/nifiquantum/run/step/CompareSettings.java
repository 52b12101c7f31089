// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.nifiquantum.run.document.RunException;

/**
 * How an answer is compared.
 *
 * @param timeBudget of each repetition; empty for as long as the answer took
 * @param repetitions of the baseline, each from its own seed
 * @param bestKnown the best objective known, in the user's measure
 * @param cancelled asked now and then; true ends the comparison with what is there
 * @param seed of the repetitions
 */
public record CompareSettings(
        Optional<Duration> timeBudget,
        int repetitions,
        OptionalDouble bestKnown,
        BooleanSupplier cancelled,
        long seed) {

    public CompareSettings {
        requireNonNull(timeBudget, "timeBudget");
        requireNonNull(bestKnown, "bestKnown");
        requireNonNull(cancelled, "cancelled");
        if (repetitions < 1) {
            throw new RunException("Repetitions", "must be at least 1, not " + repetitions);
        }
    }
}
