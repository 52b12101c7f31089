// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

/**
 * The answer to a poll.
 *
 * @param message what the provider says of it, in particular why a job failed; may be blank
 */
public record JobState(String jobId, JobStatus status, String message) {

    public JobState {
        requireNonNull(jobId, "jobId");
        requireNonNull(status, "status");
        requireNonNull(message, "message");
    }
}
