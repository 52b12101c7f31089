// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A job at a backend, with all that any node needs to look it up again or, for a seeded simulator, to recompute it.
 *
 * @param jobId the provider's name of the job
 * @param submittedAt when the provider took it
 * @param request what was submitted
 */
public record JobHandle(String jobId, Instant submittedAt, JobRequest request) {

    public JobHandle {
        requireNonNull(jobId, "jobId");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(request, "request");
    }
}
