// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the run may take.
 *
 * @param deadline when an answer must be there
 * @param jobDeadlineMillis how long one job may take, overriding PollResult's own setting
 */
public record Limits(Optional<Instant> deadline, OptionalLong jobDeadlineMillis) {

    public Limits {
        requireNonNull(deadline, "deadline");
        requireNonNull(jobDeadlineMillis, "jobDeadlineMillis");
    }
}
