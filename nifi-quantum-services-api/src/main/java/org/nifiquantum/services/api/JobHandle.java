// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A job at a backend, with all that any node needs to look it up again or, for a seeded simulator, to recompute it.
 *
 * @param jobId the provider's name of the job
 * @param submittedAt when the provider took it
 * @param request what was submitted
 * @param requestId the id of the submission's call, which the provider's support asks for; empty where it gives none, and after
 *     the handle was made anew from what a run remembers
 */
public record JobHandle(String jobId, Instant submittedAt, JobRequest request, Optional<String> requestId) {

    public JobHandle {
        requireNonNull(jobId, "jobId");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(request, "request");
        requireNonNull(requestId, "requestId");
    }

    /** A handle without the id of a call. */
    public JobHandle(String jobId, Instant submittedAt, JobRequest request) {
        this(jobId, submittedAt, request, Optional.empty());
    }
}
