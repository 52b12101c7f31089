// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.provider;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A job as the provider has noted it down; also its answer to a submission.
 *
 * @param jobId the provider's own name of the job
 * @param submissionKey the key it was submitted under
 * @param submittedAt when the provider took it
 */
public record JobTicket(String jobId, String submissionKey, Instant submittedAt) {

    public JobTicket {
        requireNonNull(jobId, "jobId");
        requireNonNull(submissionKey, "submissionKey");
        requireNonNull(submittedAt, "submittedAt");
    }
}
