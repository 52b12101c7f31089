// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.support.OnAmbiguousSubmission;
import org.nifiquantum.testkit.misbehaving.Dialect;
import org.nifiquantum.testkit.misbehaving.Fault;
import org.nifiquantum.testkit.misbehaving.FaultPlan;
import org.nifiquantum.testkit.misbehaving.MisbehavingProvider;
import org.nifiquantum.testkit.misbehaving.Step;

/**
 * What a provider's backend must do with submissions of which nobody knows what became: found again, never paid twice. Each test
 * class has a provider that misbehaves as it is told.
 */
public abstract class SubmissionCompatibility extends BackendCompatibility {

    /** The secret that {@link #dialect} and {@link #open} are to use. */
    protected static final String SECRET = "s3cr3t-0123456789";

    /** After so many failures the breaker of {@link #open} is to open. */
    protected static final int BREAKER_FAILURES = 12;

    static final String BELL = "qubit[2] q; bit[2] c; h q[0]; cx q[0], q[1]; c = measure q;";
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

    MisbehavingProvider provider() {
        return provider;
    }

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

    /** Another provider in the place of the present one. */
    void use(FaultPlan faults, Duration jobDuration) {
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

    static void assertBell(List<EvaluationResult> evaluations) {
        Map<String, Long> counts = evaluations.getFirst().counts();
        assertEquals(Set.of("00", "11"), counts.keySet());
        assertEquals(
                Jobs.SHOTS, counts.values().stream().mapToLong(Long::longValue).sum());
    }
}
