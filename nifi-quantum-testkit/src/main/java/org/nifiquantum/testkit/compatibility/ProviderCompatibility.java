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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.nifiquantum.services.support.OnAmbiguousSubmission;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.Fault;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.Step;

/** What a provider's backend must do when its provider misbehaves: no job lost, none paid twice, no secret shown. */
public abstract class ProviderCompatibility extends BackendCompatibility {

    /** The secret that {@link #dialect} and {@link #open} are to use. */
    protected static final String SECRET = "s3cr3t-0123456789";

    /** After so many failures the breaker of {@link #open} is to open. */
    protected static final int BREAKER_FAILURES = 12;

    private static final String BELL = "qubit[2] q; bit[2] c; h q[0]; cx q[0], q[1]; c = measure q;";
    private static final Set<Fault> DONE = EnumSet.of(
            Fault.GATEWAY_TIMEOUT, Fault.RESET_AFTER, Fault.HALF_ANSWER, Fault.SLOW_ANSWER, Fault.WRONG_JSON);
    private static final Set<Fault> UNDONE =
            EnumSet.of(Fault.INTERNAL_ERROR, Fault.BAD_GATEWAY, Fault.OUT_OF_SERVICE, Fault.RESET_BEFORE);

    private MisbehavingProvider provider;

    @BeforeEach
    void startProvider() {
        provider = start(FaultPlan.none(), Duration.ZERO);
    }

    protected abstract Dialect dialect();

    /**
     * Opens a backend of the provider, closed by the test class itself: answers within a second, breaker after
     * {@link #BREAKER_FAILURES} failures, probes every 100 ms, lost submissions looked up for half a second.
     */
    protected abstract QuantumBackend open(MisbehavingProvider provider, OnAmbiguousSubmission policy) throws Exception;

    /** All that the backends of {@link #open} have logged. */
    protected abstract String log();

    private MisbehavingProvider start(FaultPlan faults, Duration jobDuration) {
        return MisbehavingProvider.start(dialect(), faults, 0, jobDuration);
    }

    private void use(FaultPlan faults, Duration jobDuration) {
        provider.close();
        provider = start(faults, jobDuration);
    }

    @Override
    protected QuantumBackend backend() throws Exception {
        return open(provider, OnAmbiguousSubmission.GIVE_UP);
    }

    /** Whatever is logged or thrown anywhere, the secret is not in it. */
    @AfterEach
    void closeAndLookForSecrets() {
        provider.close();
        assertFalse(log().contains(SECRET), "the log shows the secret");
    }

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
        provider.faults().script(step, fault);
        assertBell(Jobs.run(backend, Jobs.counting("read", BELL)).evaluations());
        assertTrue(provider.faults().isOver());
        assertEquals(Map.of("read", 1), provider.billed());
    }

    static Stream<Fault> lostAnswers() {
        return DONE.stream();
    }

    /** The job is there, only nobody was told: it is found, and not sent again. */
    @ParameterizedTest
    @MethodSource("lostAnswers")
    void aSubmissionWhoseAnswerIsLostIsFoundAgain(Fault fault) throws Exception {
        for (OnAmbiguousSubmission policy : OnAmbiguousSubmission.values()) {
            QuantumBackend backend = open(provider, policy);
            provider.faults().script(Step.SUBMIT, fault);
            assertBell(Jobs.run(backend, Jobs.counting(policy.name(), BELL)).evaluations());
            assertEquals(1, provider.billed().get(policy.name()));
        }
    }

    static Stream<Fault> ambiguousRefusals() {
        return UNDONE.stream();
    }

    /** No job is there, but who can know: without the user's say it is not sent again. */
    @ParameterizedTest
    @MethodSource("ambiguousRefusals")
    void aSubmissionThatMayHaveBeenTakenIsSentAgainOnlyIfTheUserSaysSo(Fault fault) throws Exception {
        if (dialect().idempotentSubmit()) {
            sentAgainWithoutHarm(fault);
            return;
        }
        QuantumBackend careful = open(provider, OnAmbiguousSubmission.GIVE_UP);
        provider.faults().script(Step.SUBMIT, fault);
        BackendException lost =
                assertThrows(BackendException.class, () -> careful.submit(Jobs.counting("careful", BELL)));
        assertEquals(Kind.AMBIGUOUS, lost.kind());
        assertEquals(Map.of(), provider.billed());
        QuantumBackend bold = open(provider, OnAmbiguousSubmission.SEND_AGAIN);
        provider.faults().script(Step.SUBMIT, fault);
        assertBell(Jobs.run(bold, Jobs.counting("bold", BELL)).evaluations());
        assertEquals(Map.of("bold", 1), provider.billed());
    }

    private void sentAgainWithoutHarm(Fault fault) throws Exception {
        provider.faults().script(Step.SUBMIT, fault, fault);
        assertBell(Jobs.run(backend(), Jobs.counting("again", BELL)).evaluations());
        assertTrue(provider.faults().isOver());
        assertEquals(Map.of("again", 1), provider.billed());
    }

    /** The network's doing; a provider that knows the submission again makes one job of it. */
    @Test
    void aSubmissionThatArrivesTwiceIsOneJob() throws Exception {
        provider.faults().script(Step.SUBMIT, Fault.DUPLICATE_DELIVERY);
        assertBell(Jobs.run(backend(), Jobs.counting("twice", BELL)).evaluations());
        assertEquals(Map.of("twice", 1), provider.billed());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RATE_LIMITED", "RATE_LIMITED_SILENTLY"})
    void aSubmissionThatCameTooSoonIsSentAgain(Fault fault) throws Exception {
        QuantumBackend backend = backend();
        provider.faults().script(Step.SUBMIT, fault);
        assertBell(Jobs.run(backend, Jobs.counting("soon", BELL)).evaluations());
        assertEquals(Map.of("soon", 1), provider.billed());
    }

    /** As after a crash between sending and writing down: whoever comes next finds the job. */
    @Test
    void aJobOfAnotherProcessIsFoundByItsKey() throws Exception {
        JobHandle sent = backend().submit(Jobs.counting("crashed", BELL));
        for (int i = 0; i < 60; i++) {
            backend().submit(Jobs.counting("other-" + i, BELL));
        }
        assertEquals(sent.jobId(), backend().find(sent.request()).orElseThrow().jobId());
        JobRequest never = Jobs.counting("never", BELL);
        if (dialect().idempotentSubmit()) {
            assertTrue(backend().find(never).isEmpty());
            return;
        }
        QuantumBackend careful = backend();
        assertEquals(
                Kind.AMBIGUOUS,
                assertThrows(BackendException.class, () -> careful.find(never)).kind());
        assertTrue(open(provider, OnAmbiguousSubmission.SEND_AGAIN).find(never).isEmpty());
    }

    @Test
    void aProviderThatIsGoneIsUnavailableAndNothingIsAmbiguous() throws Exception {
        QuantumBackend backend = backend();
        backend.describe();
        provider.refuseConnections();
        assertEquals(
                Kind.UNAVAILABLE,
                assertThrows(BackendException.class, () -> backend.submit(Jobs.counting("gone", BELL)))
                        .kind());
        provider.listen();
        JobHandle handle = submitWhenItIsBack(backend, Jobs.counting("gone", BELL));
        assertBell(Jobs.finished(backend, handle).evaluations());
        assertEquals(Map.of("gone", 1), provider.billed());
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
        provider.faults().script(Step.POLL, outage);
        // While probes fail it stays open.
        Fault[] failingProbes = new Fault[3];
        Arrays.fill(failingProbes, Fault.OUT_OF_SERVICE);
        provider.faults().script(Step.DESCRIBE, failingProbes);
        String message = "";
        while (!message.contains("breaker is open")) {
            message = assertThrows(BackendException.class, () -> Jobs.state(backend, handle))
                    .getMessage();
        }
        int before = provider.requests();
        for (int i = 0; i < 20; i++) {
            assertThrows(BackendException.class, () -> Jobs.state(backend, handle));
        }
        assertTrue(provider.requests() - before <= failingProbes.length, "calls went through the open breaker");
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
        provider.faults().script(step, Fault.EXPIRED_TOKEN);
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
                provider.billed().keySet().stream()
                        .map(billed -> billed.replaceFirst("#.*", ""))
                        .collect(Collectors.toSet()));
        assertEquals(Set.of(1), Set.copyOf(provider.billed().values()));
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
        provider.billed().forEach((key, times) -> assertEquals(1, times, "%s, seed %d".formatted(key, seed)));
        assertTrue(refused.size() < jobs / 2, "refused %s, seed %d".formatted(refused, seed));
        // Attempts run out, a lost submission stays ambiguous: nothing else may happen.
        Set<Kind> reasons = EnumSet.of(Kind.UNAVAILABLE, Kind.AMBIGUOUS, Kind.MALFORMED, Kind.RATE_LIMITED);
        assertTrue(reasons.containsAll(refused.values()), "refused %s, seed %d".formatted(refused, seed));
    }

    private static void assertBell(List<EvaluationResult> evaluations) {
        Map<String, Long> counts = evaluations.getFirst().counts();
        assertEquals(Set.of("00", "11"), counts.keySet());
        assertEquals(
                Jobs.SHOTS, counts.values().stream().mapToLong(Long::longValue).sum());
    }
}
