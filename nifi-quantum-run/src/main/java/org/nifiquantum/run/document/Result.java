// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.Money;

/**
 * What the last submission gave.
 *
 * @param status {@code succeeded}; jobs that did not, leave no result
 * @param evaluations one for each binding of the request
 */
public record Result(String status, List<EvaluationResult> evaluations, Timing timing, Optional<Money> cost) {

    public static final String SUCCEEDED = "succeeded";

    public Result {
        requireNonNull(status, "status");
        evaluations = List.copyOf(evaluations);
        requireNonNull(timing, "timing");
        requireNonNull(cost, "cost");
    }

    /** Where the provider spent the time. */
    public record Timing(double queueMillis, double executionMillis) {}
}
