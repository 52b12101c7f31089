// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nifiquantum.services.api.BackendException.Kind;

/**
 * Since when a provider has given no proper answer about a job. Its job may be done and paid for: so its run does not give it up at the
 * first outage. After a restart patience begins anew. Thread-safe.
 */
final class UnansweredJobs {

    private final Map<String, Instant> since = new ConcurrentHashMap<>();

    /** Whether a run is to wait on: the refusal says nothing of the job, and neither patience nor the job's time is over. */
    boolean isWorthWaiting(WaitingJob job, Kind kind, Duration patience, Instant now) {
        return switch (kind) {
            case RATE_LIMITED -> true;
            case UNAVAILABLE, AMBIGUOUS, UNAUTHORISED, MALFORMED -> {
                Instant first = since.computeIfAbsent(key(job), key -> now);
                yield now.isBefore(first.plus(patience)) && now.isBefore(job.deadline());
            }
            case REJECTED, UNKNOWN_JOB, OVER_BUDGET, FORBIDDEN, CANCELLED -> false;
        };
    }

    /** The provider has told of the job, or its run has left. */
    void forget(WaitingJob job) {
        since.remove(key(job));
    }

    void forgetAll() {
        since.clear();
    }

    private static String key(WaitingJob job) {
        return job.handle().request().submissionKey();
    }
}
