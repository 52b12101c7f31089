// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.provider;

import static java.util.Objects.requireNonNull;

import org.nifiquantum.services.api.BackendException;

/** The body of every answer that is not 2xx. */
record Refusal(BackendException.Kind kind, String message) {

    Refusal {
        requireNonNull(kind, "kind");
        requireNonNull(message, "message");
    }

    int httpStatus() {
        return switch (kind) {
            case REJECTED, MALFORMED -> 422;
            case UNKNOWN_JOB -> 404;
            case UNAUTHORISED -> 401;
            case OVER_BUDGET, FORBIDDEN -> 403;
            case CANCELLED -> 409;
            case RATE_LIMITED -> 429;
            case UNAVAILABLE, AMBIGUOUS -> 503;
        };
    }
}
