// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a job that succeeded gave.
 *
 * @param evaluations one for each binding of the request, in its order
 * @param queued how long the job waited at the provider
 * @param executed how long it ran
 * @param cost what it cost; empty where nothing is charged or the provider does not say
 * @param sent the program as the provider received it, where it differs from the request's
 * @param raw the provider's answer as received, where there is one
 */
public record JobResult(
        List<EvaluationResult> evaluations,
        Duration queued,
        Duration executed,
        Optional<Money> cost,
        Optional<String> sent,
        Optional<String> raw) {

    public JobResult {
        evaluations = List.copyOf(evaluations);
        requireNonNull(queued, "queued");
        requireNonNull(executed, "executed");
        requireNonNull(cost, "cost");
        requireNonNull(sent, "sent");
        requireNonNull(raw, "raw");
    }
}
