// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.nifi.controller.AbstractControllerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.api.QuantumBudgetService;

/** What a budget is told of each way that a job can go. */
class BudgetedBackendTest {

    private static final Optional<Money> PRICE = Optional.of(new Money(new BigDecimal("0.30"), "USD"));
    private static final JobRequest REQUEST = new JobRequest(
            "key", "OPENQASM 3.0;", "sha", List.of(List.of()), Optional.empty(), 10, 1, Set.of(Output.COUNTS));
    private static final JobHandle HANDLE = new JobHandle("job", Instant.EPOCH, REQUEST);

    private final List<String> told = new ArrayList<>();
    private final Told budget = new Told();
    private final Provider provider = new Provider();
    private final BudgetedBackend backend = new BudgetedBackend(provider, budget);

    @Test
    void isAskedBeforeAnythingIsSent() throws BackendException {
        assertEquals(HANDLE, backend.submit(REQUEST));
        assertEquals(List.of("estimate", "reserve 0.30", "submit"), told);
    }

    @Test
    void aRefusalOfTheBudgetSendsNothing() {
        budget.refusal = Optional.of(Kind.OVER_BUDGET);
        assertEquals(
                Kind.OVER_BUDGET,
                assertThrows(BackendException.class, () -> backend.submit(REQUEST))
                        .kind());
        assertEquals(List.of("estimate", "reserve 0.30"), told);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatSurelyWasNotTakenIsFree(Kind kind) {
        provider.refusal = Optional.of(kind);
        assertThrows(BackendException.class, () -> backend.submit(REQUEST));
        boolean kept = kind == Kind.AMBIGUOUS || kind == Kind.MALFORMED;
        assertEquals(
                kept
                        ? List.of("estimate", "reserve 0.30", "submit")
                        : List.of("estimate", "reserve 0.30", "submit", "release"),
                told);
    }

    @Test
    void anEarlierAttemptMayHaveArrivedThoughALaterOneHasNot() {
        budget.known = true;
        provider.refusal = Optional.of(Kind.UNAVAILABLE);
        assertThrows(BackendException.class, () -> backend.submit(REQUEST));
        assertEquals(List.of("estimate", "reserve 0.30", "submit"), told);
    }

    @Test
    void whatTheProviderSurelyDoesNotHaveIsFree() throws BackendException {
        assertEquals(Optional.empty(), backend.find(REQUEST));
        assertEquals(List.of("release"), told);
    }

    @ParameterizedTest
    @CsvSource({"QUEUED, ''", "RUNNING, ''", "SUCCEEDED, ''", "FAILED, release", "CANCELLED, release"})
    void whatFailedIsFree(JobStatus status, String release) throws BackendException {
        provider.status = status;
        assertEquals(1, backend.poll(List.of(HANDLE), Duration.ZERO).size());
        assertEquals(release.isEmpty() ? List.of() : List.of(release), told);
    }

    @Test
    void aResultSettles() throws BackendException {
        assertEquals(PRICE, backend.result(HANDLE).cost());
        assertEquals(List.of("settle 0.30"), told);
    }

    @ParameterizedTest
    @CsvSource({"SUCCEEDED, ''", "RUNNING, ''", "CANCELLED, release"})
    void aJobThatWasStoppedIsFreeIfTheProviderSaysSo(JobStatus after, String release) throws BackendException {
        provider.status = after;
        backend.cancel(HANDLE);
        assertEquals(release.isEmpty() ? List.of() : List.of(release), told);
    }

    @Test
    void thePriceOfACircuitIsAskedForOnce() throws BackendException {
        assertEquals(HANDLE, backend.submit(REQUEST));
        assertEquals(HANDLE, backend.submit(REQUEST));
        assertEquals(1, told.stream().filter("estimate"::equals).count());
    }

    private final class Told extends AbstractControllerService implements QuantumBudgetService {

        private Optional<Kind> refusal = Optional.empty();
        private boolean known;

        @Override
        public boolean reserve(String submissionKey, Optional<Money> cost) throws BackendException {
            told.add("reserve " + cost.orElseThrow().amount());
            if (refusal.isPresent()) {
                throw new BackendException(refusal.get(), "as told");
            }
            return !known;
        }

        @Override
        public void settle(String submissionKey, Optional<Money> cost) {
            told.add("settle " + cost.orElseThrow().amount());
        }

        @Override
        public void release(String submissionKey) {
            told.add("release");
        }
    }

    private final class Provider implements QuantumBackend {

        private Optional<Kind> refusal = Optional.empty();
        private JobStatus status = JobStatus.SUCCEEDED;

        @Override
        public BackendDescription describe() {
            throw new UnsupportedOperationException();
        }

        @Override
        public JobEstimate estimate(JobRequest request) {
            told.add("estimate");
            return new JobEstimate(PRICE, Optional.empty());
        }

        @Override
        public JobHandle submit(JobRequest request) throws BackendException {
            told.add("submit");
            if (refusal.isPresent()) {
                throw new BackendException(refusal.get(), "as told");
            }
            return HANDLE;
        }

        @Override
        public Optional<JobHandle> find(JobRequest request) {
            return Optional.empty();
        }

        @Override
        public List<JobState> poll(List<JobHandle> handles, Duration patience) {
            return handles.stream()
                    .map(handle -> new JobState(handle.jobId(), status, ""))
                    .toList();
        }

        @Override
        public JobResult result(JobHandle handle) {
            return new JobResult(List.of(), Duration.ZERO, Duration.ZERO, PRICE, Optional.empty(), Optional.empty());
        }

        @Override
        public void cancel(JobHandle handle) {}

        @Override
        public URI locate(JobHandle handle) {
            return URI.create("fake://job");
        }
    }
}
