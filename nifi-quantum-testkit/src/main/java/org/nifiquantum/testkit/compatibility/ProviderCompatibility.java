// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.testkit.misbehaving.Fault;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.Step;

/** What a provider's backend must do when its provider misbehaves: no job lost, none paid twice, no secret shown. */
public abstract class ProviderCompatibility extends SubmissionCompatibility {

    static Stream<Arguments> readingFaults() {
        return Stream.of(Step.DESCRIBE, Step.POLL, Step.JOB, Step.RESULT, Step.COST)
                .flatMap(step -> EnumSet.complementOf(EnumSet.of(Fault.EXPIRED_TOKEN)).stream()
                        .filter(fault -> fault != Fault.LATE_RESULT || step == Step.RESULT)
                        .map(fault -> Arguments.of(step, fault)));
    }

    @ParameterizedTest
    @MethodSource("readingFaults")
    void readingGoesOnAfter(Step step, Fault fault) throws Exception {
        if (!dialect().steps().contains(step)) {
            return;
        }
        QuantumBackend backend = backend();
        provider().faults().script(step, fault);
        assertBell(Jobs.run(backend, Jobs.counting("read", BELL)).evaluations());
        assertTrue(provider().faults().isOver());
        assertEquals(Map.of("read", 1), provider().billed());
    }

    @Test
    void aProviderThatIsGoneIsUnavailableAndNothingIsAmbiguous() throws Exception {
        QuantumBackend backend = backend();
        backend.describe();
        provider().refuseConnections();
        assertEquals(
                Kind.UNAVAILABLE,
                assertThrows(BackendException.class, () -> backend.submit(Jobs.counting("gone", BELL)))
                        .kind());
        provider().listen();
        JobHandle handle = submitWhenItIsBack(backend, Jobs.counting("gone", BELL));
        assertBell(Jobs.finished(backend, handle).evaluations());
        assertEquals(Map.of("gone", 1), provider().billed());
    }

    private static JobHandle submitWhenItIsBack(QuantumBackend backend, JobRequest request) throws BackendException {
        while (true) {
            try {
                return backend.submit(request);
            } catch (BackendException e) {
                assertEquals(Kind.UNAVAILABLE, e.kind());
            }
        }
    }

    /** Once open, the breaker lets nothing through; and it closes by itself. */
    @Test
    void anOutageOpensTheBreaker() throws Exception {
        QuantumBackend backend = backend();
        JobHandle handle = backend.submit(Jobs.counting("outage", BELL));
        Fault[] outage = new Fault[BREAKER_FAILURES];
        Arrays.fill(outage, Fault.OUT_OF_SERVICE);
        provider().faults().script(Step.POLL, outage);
        // While probes fail it stays open.
        Fault[] failingProbes = new Fault[3];
        Arrays.fill(failingProbes, Fault.OUT_OF_SERVICE);
        provider().faults().script(Step.DESCRIBE, failingProbes);
        String message = "";
        while (!message.contains("breaker is open")) {
            message = assertThrows(BackendException.class, () -> Jobs.state(backend, handle))
                    .getMessage();
        }
        int before = provider().requests();
        for (int i = 0; i < 20; i++) {
            assertThrows(BackendException.class, () -> Jobs.state(backend, handle));
        }
        assertTrue(provider().requests() - before <= failingProbes.length, "calls went through the open breaker");
        boolean closed = false;
        while (!closed) {
            try {
                closed = Jobs.state(backend, handle).status() == JobStatus.SUCCEEDED;
            } catch (BackendException e) {
                assertEquals(Kind.UNAVAILABLE, e.kind());
            }
        }
        assertBell(backend.result(handle).evaluations());
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"SUBMIT", "POLL", "RESULT"})
    void anExpiredTokenIsToldWithoutShowingIt(Step step) throws Exception {
        QuantumBackend backend = backend();
        provider().faults().script(step, Fault.EXPIRED_TOKEN);
        BackendException refusal =
                assertThrows(BackendException.class, () -> Jobs.run(backend, Jobs.counting("expired", BELL)));
        assertEquals(Kind.UNAUTHORISED, refusal.kind());
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace, true));
        assertFalse(trace.toString().contains(SECRET), "the error shows the secret");
    }

    @Test
    void aJobThatIsUnknownDoesNotSpoilThePollOfOthers() throws Exception {
        QuantumBackend backend = backend();
        JobHandle known = backend.submit(Jobs.counting("known", BELL));
        JobHandle unknown = new JobHandle("job-4711", Instant.EPOCH, Jobs.counting("unknown", BELL));
        assertEquals(
                List.of(JobStatus.FAILED, JobStatus.SUCCEEDED),
                backend.poll(List.of(unknown, known), Duration.ZERO).stream()
                        .map(state -> state.status())
                        .toList());
        assertEquals(
                Kind.UNKNOWN_JOB,
                assertThrows(BackendException.class, () -> backend.result(unknown))
                        .kind());
        assertEquals(
                Kind.UNKNOWN_JOB,
                assertThrows(BackendException.class, () -> backend.cancel(unknown))
                        .kind());
    }

    @Test
    void aRunningJobIsStopped() throws Exception {
        use(FaultPlan.none(), Duration.ofHours(1));
        QuantumBackend backend = backend();
        JobHandle handle = backend.submit(Jobs.counting("stop", BELL));
        assertFalse(Jobs.state(backend, handle).status().isFinal());
        backend.cancel(handle);
        assertEquals(JobStatus.CANCELLED, Jobs.state(backend, handle).status());
        assertEquals(
                Kind.CANCELLED,
                assertThrows(BackendException.class, () -> backend.result(handle))
                        .kind());
    }

    /** d cos(theta) / d theta, by shifted circuits in one job. */
    @Test
    void gradientsComeFromCounts() throws Exception {
        JobRequest request = Jobs.request(
                "gradient",
                "input float theta; qubit[2] q; bit[2] c; rx(theta) q[0]; c = measure q;",
                List.of(List.of(0.8), List.of(2.1)),
                Set.of(Output.EXPECTATION, Output.GRADIENT),
                Jobs.term("Z", 0));
        List<EvaluationResult> results = Jobs.run(backend(), request).evaluations();
        assertEquals(-Math.sin(0.8), results.get(0).gradient().getFirst(), 0.1);
        assertEquals(-Math.sin(2.1), results.get(1).gradient().getFirst(), 0.1);
        assertPaidOnce("gradient");
    }

    /** A job that the provider cannot take as one is paid in parts, each of them once. */
    private void assertPaidOnce(String key) {
        assertEquals(
                Set.of(key),
                provider().billed().keySet().stream()
                        .map(billed -> billed.replaceFirst("#.*", ""))
                        .collect(Collectors.toSet()));
        assertEquals(Set.of(1), Set.copyOf(provider().billed().values()));
    }

    /** Faults of all kinds at once: every job ends right or is refused for a reason, and none is paid twice. */
    @Test
    void nothingIsLostOrPaidTwiceAmongRandomFaults() throws Exception {
        long seed = 20261121;
        Set<Fault> faults =
                EnumSet.complementOf(EnumSet.of(Fault.EXPIRED_TOKEN, Fault.SLOW_ANSWER, Fault.RATE_LIMITED));
        use(FaultPlan.random(faults, 0.15, seed), Duration.ZERO);
        Map<String, Kind> refused = new HashMap<>();
        QuantumBackend backend = backend();
        int jobs = 60;
        for (int i = 0; i < jobs; i++) {
            String key = "random-" + i;
            try {
                assertBell(Jobs.run(backend, Jobs.counting(key, BELL)).evaluations());
            } catch (BackendException e) {
                refused.put(key, e.kind());
            }
        }
        provider().billed().forEach((key, times) -> assertEquals(1, times, "%s, seed %d".formatted(key, seed)));
        assertTrue(refused.size() < jobs / 2, "refused %s, seed %d".formatted(refused, seed));
        // Attempts run out, a lost submission stays ambiguous: nothing else may happen.
        Set<Kind> reasons = EnumSet.of(Kind.UNAVAILABLE, Kind.AMBIGUOUS, Kind.MALFORMED, Kind.RATE_LIMITED);
        assertTrue(reasons.containsAll(refused.values()), "refused %s, seed %d".formatted(refused, seed));
    }
}
