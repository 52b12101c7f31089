// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What a submission would cost and take, as far as the backend can say.
 *
 * @param cost empty where nothing is charged
 * @param duration from submission to result
 */
public record JobEstimate(Optional<Money> cost, Optional<Duration> duration) {

    public JobEstimate {
        requireNonNull(cost, "cost");
        requireNonNull(duration, "duration");
    }
}
