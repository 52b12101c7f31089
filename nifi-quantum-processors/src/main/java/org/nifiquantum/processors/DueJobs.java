// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.FlowFileFilter;

/** Takes the runs whose jobs are due for a look, up to a batch from all connections together, and leaves the others in the queue untouched. */
final class DueJobs implements FlowFileFilter {

    private final Instant previousLook;
    private final Instant now;
    private final Duration interval;
    private final int batchSize;
    private int taken;

    DueJobs(Instant previousLook, Instant now, Duration interval, int batchSize) {
        this.previousLook = previousLook;
        this.now = now;
        this.interval = interval;
        this.batchSize = batchSize;
    }

    @Override
    public FlowFileFilterResult filter(FlowFile flowFile) {
        if (isFull()) {
            return FlowFileFilterResult.REJECT_AND_TERMINATE;
        }
        if (!isDue(flowFile)) {
            return FlowFileFilterResult.REJECT_AND_CONTINUE;
        }
        taken++;
        return isFull() ? FlowFileFilterResult.ACCEPT_AND_TERMINATE : FlowFileFilterResult.ACCEPT_AND_CONTINUE;
    }

    /** Whether there may be more that are due. */
    boolean isFull() {
        return taken >= batchSize;
    }

    /** One without a readable time of submission is due, so that it is looked at and complained of. */
    private boolean isDue(FlowFile flowFile) {
        String submittedAt = flowFile.getAttribute(Attributes.SUBMITTED_AT);
        if (submittedAt == null) {
            return true;
        }
        try {
            return PollSchedule.isDue(Instant.parse(submittedAt), previousLook, now, interval);
        } catch (DateTimeParseException e) {
            return true;
        }
    }
}
