// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.nifi.controller.AbstractControllerService;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackendService;

/** A provider that does as it is told: takes each submission for a new job, and fails where a test asks it to. */
final class FakeBackend extends AbstractControllerService implements QuantumBackendService {

    private final boolean idempotent;
    private final Duration pollInterval;
    private final List<JobRequest> submitted = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private final Map<String, String> jobByKey = new HashMap<>();
    private Optional<Kind> failure = Optional.empty();
    private boolean answerLost;
    private int resultsAllowed = Integer.MAX_VALUE;
    private int resultsAsked;
    private JobEstimate estimate = new JobEstimate(Optional.empty(), Optional.empty());
    private Optional<Money> cost = Optional.empty();
    private boolean resultsLate;
    private boolean described = true;
    private int estimates;
    private int lookups;
    private JobStatus status = JobStatus.SUCCEEDED;

    FakeBackend(boolean idempotent, Duration pollInterval) {
        this.idempotent = idempotent;
        this.pollInterval = pollInterval;
    }

    /** From now on every call fails. */
    void failWith(Kind kind) {
        failure = Optional.of(kind);
    }

    /** After so many results calls for them are limited. */
    void allowResults(int count) {
        resultsAllowed = count;
    }

    /** How often a result was asked for. */
    int resultsAsked() {
        return resultsAsked;
    }

    /** From now on calls succeed again. */
    void work() {
        failure = Optional.empty();
    }

    /** How often a price was asked for. */
    int estimates() {
        return estimates;
    }

    /** How often a lost job was looked for. */
    int lookups() {
        return lookups;
    }

    /** The next submission reaches the provider, but its answer does not come back. */
    void loseNextAnswer() {
        answerLost = true;
    }

    void estimateAs(JobEstimate told) {
        estimate = told;
    }

    /** What each result says that its job has cost. */
    void charge(Money told) {
        cost = Optional.of(told);
    }

    /** Jobs are over, and their results cannot be had. */
    void setResultsLate(boolean late) {
        resultsLate = late;
    }

    void setDescribed(boolean known) {
        described = known;
    }

    void setStatus(JobStatus status) {
        this.status = status;
    }

    List<JobRequest> submitted() {
        return submitted;
    }

    List<String> cancelled() {
        return cancelled;
    }

    @Override
    public BackendDescription describe() throws BackendException {
        if (!described) {
            throw new BackendException(Kind.UNAVAILABLE, "nobody there");
        }
        return new BackendDescription(
                "fake", "test", 30, 1_000, true, Set.of(Output.values()), idempotent, pollInterval);
    }

    @Override
    public JobEstimate estimate(JobRequest request) throws BackendException {
        estimates++;
        throwFailure();
        return estimate;
    }

    @Override
    public JobHandle submit(JobRequest request) throws BackendException {
        throwFailure();
        submitted.add(request);
        String jobId = "job-" + submitted.size();
        jobByKey.put(request.submissionKey(), jobId);
        if (answerLost) {
            answerLost = false;
            throw new BackendException(Kind.AMBIGUOUS, "connection reset");
        }
        return new JobHandle(jobId, Instant.now(), request);
    }

    @Override
    public Optional<JobHandle> find(JobRequest request) {
        lookups++;
        return Optional.ofNullable(jobByKey.get(request.submissionKey()))
                .map(jobId -> new JobHandle(jobId, Instant.now(), request));
    }

    @Override
    public List<JobState> poll(List<JobHandle> handles, Duration patience) throws BackendException {
        throwFailure();
        return handles.stream()
                .map(handle -> new JobState(handle.jobId(), status, "as told"))
                .toList();
    }

    @Override
    public JobResult result(JobHandle handle) throws BackendException {
        throwFailure();
        if (resultsLate) {
            throw new BackendException(Kind.UNAVAILABLE, "not there yet");
        }
        if (++resultsAsked > resultsAllowed) {
            throw BackendException.rateLimited("slow down", Duration.ofSeconds(1));
        }
        EvaluationResult evaluation =
                new EvaluationResult(OptionalDouble.of(1), OptionalDouble.of(0), Map.of("01", 1L), Map.of(), List.of());
        return new JobResult(
                handle.request().bindings().stream().map(binding -> evaluation).toList(),
                Duration.ofMillis(3),
                Duration.ofMillis(4),
                cost,
                Optional.empty(),
                Optional.of("raw answer"));
    }

    @Override
    public void cancel(JobHandle handle) throws BackendException {
        throwFailure();
        cancelled.add(handle.jobId());
    }

    @Override
    public URI locate(JobHandle handle) {
        return URI.create("fake://jobs/" + handle.jobId());
    }

    private void throwFailure() throws BackendException {
        if (failure.isPresent()) {
            throw failure.get() == Kind.RATE_LIMITED
                    ? BackendException.rateLimited("slow down", Duration.ofSeconds(1))
                    : new BackendException(failure.get(), "as told");
        }
    }
}
