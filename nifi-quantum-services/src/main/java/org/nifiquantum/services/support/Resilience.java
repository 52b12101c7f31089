// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.core.functions.CheckedSupplier;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.nifi.logging.ComponentLog;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/**
 * What stands between a service and its provider, shared by all processors and flows that use the service: retries of what may
 * pass, a rate limit, a bulkhead and a breaker. Calls that the provider must not get are refused in microseconds. Thread-safe.
 */
public final class Resilience implements AutoCloseable {

    /** How long a call waits for its turn; what comes later waits in NiFi's queue instead of in one of its threads. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

    private final String provider;
    private final Breaker breaker;
    private final RateLimiter rate;
    private final Bulkhead bulkhead;
    private final Pause pause = new Pause();
    private final Retries retries;

    /**
     * @param provider as messages name it
     * @param health a call that tells whether the provider works, is not billed and needs no retries
     */
    public Resilience(String provider, ResilienceSettings settings, ProviderCall<?> health, ComponentLog log) {
        this.provider = provider;
        retries = new Retries(provider, settings, log);
        breaker = new Breaker(provider, settings, health, log);
        rate = RateLimiter.of(
                provider,
                RateLimiterConfig.custom()
                        .limitForPeriod(settings.callsPerSecond())
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(LONGEST_TURN)
                        .build());
        bulkhead = Bulkhead.of(
                provider,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.concurrentCalls())
                        .maxWaitDuration(LONGEST_TURN)
                        .build());
    }

    /** Makes a call that may be repeated without harm, until it succeeds or repeating is over. */
    public <T> T repeat(ProviderCall<T> call, Deadline deadline) throws BackendException {
        return retries.make(() -> once(call), deadline);
    }

    /**
     * Submits to a provider that can tell a repetition: what may have arrived is sent again too.
     *
     * @throws BackendException {@link Kind#AMBIGUOUS} where repeating is over and one of the attempts may have arrived
     */
    public <T> T repeatSubmission(ProviderCall<T> call, Deadline deadline) throws BackendException {
        AtomicBoolean lost = new AtomicBoolean();
        try {
            return retries.make(
                    () -> {
                        try {
                            return once(call);
                        } catch (BackendException e) {
                            if (e.kind() != Kind.AMBIGUOUS) {
                                throw e;
                            }
                            lost.set(true);
                            throw new BackendException(Kind.UNAVAILABLE, e.getMessage(), e);
                        }
                    },
                    deadline);
        } catch (BackendException e) {
            boolean open = e.kind() == Kind.UNAVAILABLE || e.kind() == Kind.RATE_LIMITED;
            throw lost.get() && open ? new BackendException(Kind.AMBIGUOUS, e.getMessage(), e) : e;
        }
    }

    /** Makes a call once. */
    public <T> T once(ProviderCall<T> call) throws BackendException {
        pause.check(provider);
        try {
            CheckedSupplier<T> guarded =
                    Bulkhead.decorateCheckedSupplier(bulkhead, RateLimiter.decorateCheckedSupplier(rate, call::make));
            return breaker.guard(guarded);
        } catch (CallNotPermittedException e) {
            throw new BackendException(
                    Kind.UNAVAILABLE,
                    "%s is not called: the breaker is open since its calls failed (%s); health is probed, and it closes by itself"
                            .formatted(provider, breaker.lastFailure()),
                    e);
        } catch (RequestNotPermitted | BulkheadFullException e) {
            throw BackendException.rateLimited(
                    "%s: no turn within %s; raise Calls Per Second or Concurrent Calls if the provider allows more"
                            .formatted(provider, LONGEST_TURN),
                    LONGEST_TURN);
        } catch (AcquirePermissionCancelledException e) {
            throw new BackendException(Kind.UNAVAILABLE, "Interrupted while waiting for a turn to call " + provider, e);
        } catch (BackendException e) {
            pause.after(e);
            throw e;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether calls are refused for now. */
    public boolean isOpen() {
        return breaker.state() == CircuitBreaker.State.OPEN;
    }

    @Override
    public void close() {
        breaker.close();
    }
}
