// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.api.QuantumBudgetService;

/**
 * A backend that stays within a budget: money is set aside before a job is sent, and put right when its end is known. While it is
 * not known whether a job was taken, its money stays set aside. Thread-safe.
 */
public final class BudgetedBackend implements QuantumBackend {

    private static final int ESTIMATES_KEPT = 1_000;
    private static final Duration ESTIMATE_AGE = Duration.ofMinutes(10);

    private final QuantumBackend backend;
    private final QuantumBudgetService budget;
    private final Cache<Priced, Optional<Money>> estimates = Caffeine.newBuilder()
            .maximumSize(ESTIMATES_KEPT)
            .expireAfterWrite(ESTIMATE_AGE)
            .build();

    /** All of a request that its price depends on: a loop need not ask for it at each of its jobs. */
    private record Priced(
            String programSha256, int bindings, Optional<Observable> observable, int shots, Set<Output> outputs) {}

    public BudgetedBackend(QuantumBackend backend, QuantumBudgetService budget) {
        this.backend = backend;
        this.budget = budget;
    }

    @Override
    public BackendDescription describe() throws BackendException {
        return backend.describe();
    }

    @Override
    public JobEstimate estimate(JobRequest request) throws BackendException {
        return backend.estimate(request);
    }

    @Override
    public JobHandle submit(JobRequest request) throws BackendException {
        boolean first = budget.reserve(request.submissionKey(), price(request));
        try {
            return backend.submit(request);
        } catch (BackendException e) {
            // An earlier attempt may have arrived though this one has not.
            if (first && !mayHaveArrived(e.kind())) {
                budget.release(request.submissionKey());
            }
            throw e;
        }
    }

    private Optional<Money> price(JobRequest request) throws BackendException {
        Priced priced = new Priced(
                request.programSha256(),
                request.bindings().size(),
                request.observable(),
                request.shots(),
                request.outputs());
        Optional<Money> known = estimates.getIfPresent(priced);
        if (known != null) {
            return known;
        }
        Optional<Money> price = backend.estimate(request).cost();
        estimates.put(priced, price);
        return price;
    }

    private static boolean mayHaveArrived(Kind kind) {
        return switch (kind) {
            case AMBIGUOUS, MALFORMED -> true;
            case REJECTED, UNAUTHORISED, RATE_LIMITED, UNAVAILABLE, UNKNOWN_JOB, OVER_BUDGET, FORBIDDEN, CANCELLED ->
                false;
        };
    }

    @Override
    public Optional<JobHandle> find(JobRequest request) throws BackendException {
        Optional<JobHandle> found = backend.find(request);
        if (found.isEmpty()) {
            budget.release(request.submissionKey());
        }
        return found;
    }

    @Override
    public List<JobState> poll(List<JobHandle> handles, Duration patience) throws BackendException {
        List<JobState> states = backend.poll(handles, patience);
        for (int i = 0; i < states.size(); i++) {
            releaseUnlessBilled(handles.get(i), states.get(i));
        }
        return states;
    }

    private void releaseUnlessBilled(JobHandle handle, JobState state) {
        if (state.status().isFinal() && state.status() != JobStatus.SUCCEEDED) {
            budget.release(handle.request().submissionKey());
        }
    }

    @Override
    public JobResult result(JobHandle handle) throws BackendException {
        JobResult result = backend.result(handle);
        budget.settle(handle.request().submissionKey(), result.cost());
        return result;
    }

    /** A job that was stopped before its end may be billed: only what the provider then calls cancelled or failed is not. */
    @Override
    public void cancel(JobHandle handle) throws BackendException {
        backend.cancel(handle);
        try {
            poll(List.of(handle), Duration.ZERO);
        } catch (BackendException e) {
            // It is cancelled; what is set aside for it stays so.
            return;
        }
    }

    @Override
    public URI locate(JobHandle handle) {
        return backend.locate(handle);
    }
}
