// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the last submission ran.
 *
 * @param attempts how often this submission was tried
 * @param sent the program as it was sent, where it differs from {@code program}
 */
public record Execution(
        String backend,
        String provider,
        String jobId,
        String submissionKey,
        Instant submittedAt,
        int attempts,
        Optional<Sent> sent) {

    public Execution {
        requireNonNull(backend, "backend");
        requireNonNull(provider, "provider");
        requireNonNull(jobId, "jobId");
        requireNonNull(submissionKey, "submissionKey");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(sent, "sent");
    }

    /** A program as it left. */
    public record Sent(String sha256, String source) {

        public Sent {
            requireNonNull(sha256, "sha256");
            requireNonNull(source, "source");
        }
    }
}
