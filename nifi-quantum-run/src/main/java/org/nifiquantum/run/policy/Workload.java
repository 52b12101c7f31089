// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.nifiquantum.services.api.JobEstimate;

/**
 * What is known of a run when its road is chosen.
 *
 * @param runId decides the run's lot: the same run gets the same one
 * @param classification of its data; empty if it has none
 * @param remaining time to its deadline, negative if that is past; empty if it has none
 * @param backend empty where no backend is asked
 */
public record Workload(
        String runId,
        int qubits,
        Optional<String> classification,
        Optional<Duration> remaining,
        Optional<BackendState> backend) {

    public Workload {
        requireNonNull(runId, "runId");
        requireNonNull(classification, "classification");
        requireNonNull(remaining, "remaining");
        requireNonNull(backend, "backend");
    }

    /** How a backend stands. */
    public sealed interface BackendState {

        /** It can be used. */
        record Ready(int maximumQubits, JobEstimate estimate) implements BackendState {

            public Ready {
                requireNonNull(estimate, "estimate");
            }
        }

        /** It cannot, for this reason. */
        record Down(String reason) implements BackendState {

            public Down {
                requireNonNull(reason, "reason");
            }
        }
    }
}
