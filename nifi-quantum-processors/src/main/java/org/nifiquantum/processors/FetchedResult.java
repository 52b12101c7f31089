// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.ProcessSession;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.step.Collect;
import org.nifiquantum.run.step.Submission;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.QuantumBackend;

/**
 * A job's result and the run that has it.
 *
 * @param location of the job, for provenance
 * @param took from asking for the result to having it in the run
 */
record FetchedResult(WaitingJob job, JobResult result, Run run, String location, Duration took) {

    /**
     * Fetches the result of a job that is over.
     *
     * @throws RunException if the run cannot have this result
     */
    static FetchedResult fetch(
            QuantumBackend backend, BackendDescription description, WaitingJob job, InstantSource clock)
            throws BackendException {
        long start = System.nanoTime();
        JobResult result = backend.result(job.handle());
        Run collected = new Collect(clock)
                .apply(job.run(), new Submission(description, job.handle(), 1, job.submitDuration()), result);
        String location = backend.locate(job.handle()).toString();
        return new FetchedResult(job, result, collected, location, Duration.ofNanos(System.nanoTime() - start));
    }

    /** What the run's attributes say from now on. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        attributes.put(Attributes.RUN_STATUS, RunStatus.COLLECTED.text());
        attributes.put(Attributes.SUBMISSION_STATE, Attributes.STATE_COLLECTED);
        run.find(Section.TOTALS).flatMap(Totals::cost).ifPresent(cost -> {
            attributes.put(Attributes.COST, cost.amount().toPlainString());
            attributes.put(Attributes.COST_CURRENCY, cost.currency());
        });
        return attributes;
    }

    /** Tells provenance and counters of it. */
    void report(ProcessSession session, FlowFile fetched) {
        session.getProvenanceReporter()
                .fetch(fetched, location, "result of job " + job.handle().jobId(), took.toMillis());
        session.adjustCounter("Results Collected", 1, false);
        result.cost()
                .ifPresent(cost -> session.adjustCounter(
                        "Cost in 1/1000 " + cost.currency(),
                        cost.amount()
                                .movePointRight(3)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValue(),
                        false));
    }
}
