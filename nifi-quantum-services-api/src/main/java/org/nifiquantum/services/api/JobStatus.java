// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

/** Where a job stands. */
public enum JobStatus {
    /** Accepted, not started. */
    QUEUED,
    /** Being executed. */
    RUNNING,
    /** Over; its result can be fetched. */
    SUCCEEDED,
    /** Over without a result. */
    FAILED,
    /** Stopped on request. */
    CANCELLED;

    /** Whether the job will not change any more. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }
}
