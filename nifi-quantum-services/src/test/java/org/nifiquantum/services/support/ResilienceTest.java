// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.nifi.util.MockComponentLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

@Timeout(60)
class ResilienceTest {

    private static final int ATTEMPTS = 4;
    private static final int FAILURES = 3;
    private static final ResilienceSettings QUICK = ResilienceSettings.DEFAULT
            .withAttempts(ATTEMPTS)
            .withBackoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)))
            .withCallsPerSecond(1_000_000)
            .withBreaker(1_000, Duration.ofMillis(10));

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicBoolean healthy = new AtomicBoolean();
    private final AtomicInteger probes = new AtomicInteger();
    private Resilience resilience = resilience(QUICK);

    @AfterEach
    void close() {
        resilience.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNAVAILABLE", "MALFORMED", "RATE_LIMITED"})
    void whatMayPassIsRepeated(Kind kind) throws BackendException {
        assertEquals("answer", resilience.repeat(() -> failing(kind, ATTEMPTS - 1), deadline()));
        assertEquals(ATTEMPTS, calls.get());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNAVAILABLE", "MALFORMED", "RATE_LIMITED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatDoesNotPassIsNot(Kind kind) {
        assertEquals(kind, refusal(() -> failing(kind, 1)).kind());
        assertEquals(1, calls.get());
    }

    @Test
    void repeatingEndsWithTheAttempts() {
        assertEquals(
                Kind.UNAVAILABLE, refusal(() -> failing(Kind.UNAVAILABLE, 100)).kind());
        assertEquals(ATTEMPTS, calls.get());
    }

    @Test
    void repeatingEndsAtTheDeadline() {
        assertEquals(
                Kind.UNAVAILABLE,
                assertThrows(
                                BackendException.class,
                                () -> resilience.repeat(
                                        () -> failing(Kind.UNAVAILABLE, 100), Deadline.in(Duration.ZERO)))
                        .kind());
        assertEquals(1, calls.get());
    }

    /** A run waits in its queue, not in a thread of NiFi; and nobody else calls meanwhile. */
    @Test
    void aLongWaitIsToldToEverybody() {
        BackendException first = refusal(() -> {
            calls.incrementAndGet();
            throw BackendException.rateLimited("slow down", Duration.ofMinutes(1));
        });
        assertEquals(Duration.ofMinutes(1), first.retryAfter().orElseThrow());
        BackendException second = refusal(() -> failing(Kind.UNAVAILABLE, 0));
        assertEquals(Kind.RATE_LIMITED, second.kind());
        assertTrue(second.retryAfter().orElseThrow().compareTo(Duration.ofSeconds(30)) > 0);
        assertEquals(1, calls.get());
    }

    @Test
    void theBreakerOpensAfterSoManyFailuresAndLetsNothingThrough() {
        use(QUICK.withAttempts(1).withBreaker(FAILURES, Duration.ofHours(1)));
        for (int i = 0; i < FAILURES; i++) {
            assertFalse(resilience.isOpen());
            assertEquals("outage", refusal(() -> failing(Kind.UNAVAILABLE, 100)).getMessage());
        }
        assertTrue(resilience.isOpen());
        BackendException refused = refusal(() -> failing(Kind.UNAVAILABLE, 100));
        assertEquals(Kind.UNAVAILABLE, refused.kind());
        assertTrue(refused.getMessage().contains("breaker is open"), refused.getMessage());
        assertTrue(refused.getMessage().contains("(outage)"), refused.getMessage());
        assertEquals(FAILURES, calls.get());
    }

    /** Its next chance may be hours away; the run takes its other road at once. */
    @Test
    void anOpenBreakerIsNotWaitedFor() {
        use(QUICK.withBackoff(new Backoff(Duration.ofHours(1), Duration.ofHours(1)))
                .withBreaker(1, Duration.ofHours(1)));
        assertThrows(BackendException.class, () -> resilience.once(() -> failing(Kind.UNAVAILABLE, 100)));
        BackendException refused = assertThrows(
                BackendException.class,
                () -> resilience.repeat(() -> failing(Kind.UNAVAILABLE, 100), Deadline.in(Duration.ofHours(5))));
        assertTrue(refused.getMessage().contains("breaker is open"), refused.getMessage());
    }

    @Test
    void whatTheProviderRefusesIsNoOutage() {
        use(QUICK.withAttempts(1).withBreaker(FAILURES, Duration.ofHours(1)));
        for (int i = 0; i < 5 * FAILURES; i++) {
            refusal(() -> failing(Kind.REJECTED, 100));
        }
        assertFalse(resilience.isOpen());
    }

    @Test
    void aHealthyProbeClosesItAgain() throws BackendException {
        use(QUICK.withAttempts(1).withBreaker(FAILURES, Duration.ofMillis(5)));
        for (int i = 0; i < FAILURES; i++) {
            refusal(() -> failing(Kind.UNAVAILABLE, 100));
        }
        // Unhealthy probes leave it open.
        int seen = probes.get();
        while (probes.get() < seen + 2) {
            Thread.onSpinWait();
        }
        assertTrue(resilience.isOpen());
        healthy.set(true);
        while (resilience.isOpen()) {
            Thread.onSpinWait();
        }
        assertEquals("answer", resilience.once(() -> "answer"));
        assertEquals("answer", resilience.once(() -> "answer"));
        assertEquals(FAILURES, calls.get());
    }

    @Test
    void aFailureAfterTheProbeOpensItAtOnce() {
        use(QUICK.withAttempts(1).withBreaker(FAILURES, Duration.ofMillis(5)));
        healthy.set(true);
        for (int i = 0; i < FAILURES; i++) {
            refusal(() -> failing(Kind.UNAVAILABLE, 100));
        }
        while (resilience.isOpen()) {
            Thread.onSpinWait();
        }
        healthy.set(false);
        refusal(() -> failing(Kind.UNAVAILABLE, 100));
        assertTrue(resilience.isOpen());
    }

    /** One now, one in the next second; more would wait longer than a thread of NiFi should. */
    @Test
    void callsBeyondTheRateAreTurnedAway() throws InterruptedException {
        use(QUICK.withAttempts(1).withCallsPerSecond(1));
        int callers = 6;
        Queue<Kind> refusals = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, callers)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    try {
                        resilience.once(calls::incrementAndGet);
                    } catch (BackendException e) {
                        refusals.add(e.kind());
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(Set.of(Kind.RATE_LIMITED), Set.copyOf(refusals));
        assertTrue(calls.get() <= 3, "calls " + calls);
        assertEquals(callers, calls.get() + refusals.size());
    }

    @Test
    void onlySoManyCallsAtOnce() throws InterruptedException {
        use(QUICK.withAttempts(1).withConcurrentCalls(1));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread first = Thread.ofVirtual().start(() -> {
            try {
                resilience.once(() -> {
                    inside.countDown();
                    await(leave);
                    return "answer";
                });
            } catch (BackendException e) {
                throw new IllegalStateException(e);
            }
        });
        inside.await();
        assertEquals(Kind.RATE_LIMITED, refusal(() -> "answer").kind());
        leave.countDown();
        first.join();
    }

    @Test
    void anInterruptEndsTheWaits() {
        use(QUICK.withBackoff(new Backoff(Duration.ofHours(1), Duration.ofHours(1))));
        Thread.currentThread().interrupt();
        BackendException interrupted = assertThrows(
                BackendException.class,
                () -> resilience.repeat(() -> failing(Kind.UNAVAILABLE, 100), Deadline.in(Duration.ofHours(5))));
        assertTrue(Thread.interrupted());
        assertEquals(Kind.UNAVAILABLE, interrupted.kind());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void use(ResilienceSettings settings) {
        resilience.close();
        resilience = resilience(settings);
    }

    private Resilience resilience(ResilienceSettings settings) {
        return new Resilience(
                "provider",
                settings,
                () -> {
                    probes.incrementAndGet();
                    if (!healthy.get()) {
                        throw new BackendException(Kind.UNAVAILABLE, "still out");
                    }
                    return "well";
                },
                new MockComponentLog("test", this));
    }

    private BackendException refusal(ProviderCall<String> call) {
        return assertThrows(BackendException.class, () -> resilience.repeat(call, deadline()));
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(30));
    }

    private String failing(Kind kind, int times) throws BackendException {
        if (calls.incrementAndGet() <= times) {
            throw new BackendException(kind, "outage");
        }
        return "answer";
    }
}
