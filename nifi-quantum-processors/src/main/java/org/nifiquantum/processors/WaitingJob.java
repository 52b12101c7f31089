// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import org.apache.nifi.flowfile.FlowFile;
import org.nifiquantum.run.document.Limits;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.step.JobRequests;
import org.nifiquantum.services.api.JobHandle;

/**
 * A run and the job it waits for, put together again from the document and the attributes SubmitCircuit wrote.
 *
 * @param deadline when the job is given up
 * @param submitDuration how long submitting took
 */
record WaitingJob(FlowFile flowFile, Run run, JobHandle handle, Instant deadline, Duration submitDuration) {

    /**
     * Reads what a FlowFile waits for.
     *
     * @param allowed how long a job may take where the run does not say
     * @throws RunException if an attribute is missing or malformed
     */
    static WaitingJob of(FlowFile flowFile, Run run, Duration allowed) {
        Instant submittedAt = submittedAt(flowFile);
        JobHandle handle = new JobHandle(
                required(flowFile, Attributes.JOB_ID),
                submittedAt,
                JobRequests.of(run, required(flowFile, Attributes.SUBMISSION_KEY)));
        OptionalLong own =
                run.find(Section.LIMITS).map(Limits::jobDeadlineMillis).orElse(OptionalLong.empty());
        Duration limit = own.isPresent() ? Duration.ofMillis(own.getAsLong()) : allowed;
        return new WaitingJob(flowFile, run, handle, submittedAt.plus(limit), submitDuration(flowFile));
    }

    private static Instant submittedAt(FlowFile flowFile) {
        String text = required(flowFile, Attributes.SUBMITTED_AT);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new RunException("attribute " + Attributes.SUBMITTED_AT, "[%s] is no time".formatted(text), e);
        }
    }

    private static Duration submitDuration(FlowFile flowFile) {
        String millis = required(flowFile, Attributes.SUBMIT_MILLIS);
        try {
            return Duration.ofNanos((long) (Double.parseDouble(millis) * 1e6));
        } catch (NumberFormatException e) {
            throw new RunException("attribute " + Attributes.SUBMIT_MILLIS, "[%s] is no number".formatted(millis), e);
        }
    }

    private static String required(FlowFile flowFile, String attribute) {
        String value = flowFile.getAttribute(attribute);
        if (value == null) {
            throw new RunException("attribute " + attribute, "is missing; SubmitCircuit writes it");
        }
        return value;
    }
}
