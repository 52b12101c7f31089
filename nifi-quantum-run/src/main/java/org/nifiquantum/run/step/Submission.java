// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.JobHandle;

/**
 * A submission that was made.
 *
 * @param backend where
 * @param handle the job
 * @param attempts how often it was tried
 * @param took until the backend had taken the job
 */
public record Submission(BackendDescription backend, JobHandle handle, int attempts, Duration took) {

    public Submission {
        requireNonNull(backend, "backend");
        requireNonNull(handle, "handle");
        requireNonNull(took, "took");
    }
}
