// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.nifiquantum.run.document.Execution;
import org.nifiquantum.run.document.Phase;
import org.nifiquantum.run.document.Result;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Sha256;
import org.nifiquantum.run.document.Spent;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.services.api.JobResult;

/** Takes a job's result into the run: {@code execution, result, totals}. */
public final class Collect {

    private final InstantSource clock;

    public Collect(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Collects.
     *
     * @throws RunException if the result does not answer the request
     */
    public Run apply(Run run, Submission submission, JobResult jobResult) {
        Stopwatch stopwatch = Stopwatch.start();
        int asked = submission.handle().request().bindings().size();
        if (jobResult.evaluations().size() != asked) {
            throw new RunException(
                    Section.RESULT.pointer() + "/evaluations",
                    "the backend gave %d for %d bindings"
                            .formatted(jobResult.evaluations().size(), asked));
        }
        Result result = result(jobResult);
        Run collected =
                run.with(Section.EXECUTION, execution(submission, jobResult)).with(Section.RESULT, result);
        Totals totals = run.find(Section.TOTALS)
                .orElseGet(() -> Totals.startingAt(submission.handle().submittedAt()));
        Spent spent = new Spent(
                1, asked, times(submission, jobResult, stopwatch.elapsed()), stopwatch.cpu(), jobResult.cost());
        return collected.with(Section.TOTALS, totals.plus(spent, clock.instant()));
    }

    private static Execution execution(Submission submission, JobResult result) {
        return new Execution(
                submission.backend().name(),
                submission.backend().provider(),
                submission.handle().jobId(),
                submission.handle().request().submissionKey(),
                submission.handle().submittedAt(),
                submission.attempts(),
                result.sent().map(source -> new Execution.Sent(Sha256.ofText(source), source)));
    }

    private static Result result(JobResult result) {
        return new Result(
                Result.SUCCEEDED,
                result.evaluations(),
                new Result.Timing(Totals.millis(result.queued()), Totals.millis(result.executed())),
                result.cost());
    }

    private static Map<Phase, Duration> times(Submission submission, JobResult result, Duration collecting) {
        return Map.of(
                Phase.SUBMIT, submission.took(),
                Phase.QUEUE, result.queued(),
                Phase.EXECUTION, result.executed(),
                Phase.COLLECT, collecting);
    }
}
