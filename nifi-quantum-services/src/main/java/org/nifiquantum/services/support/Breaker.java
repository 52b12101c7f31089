// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.core.functions.CheckedSupplier;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.nifi.logging.ComponentLog;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/**
 * Opens after so many failures in a row and lets nothing through until a probe of the provider's health has succeeded: no run
 * has to be the one that tries.
 */
final class Breaker implements AutoCloseable {

    /** Only the probe ends the open state. */
    private static final Duration NEVER = Duration.ofDays(365);

    private static final float ALL = 100;

    private final String provider;
    private final ProviderCall<?> health;
    private final Duration probeInterval;
    private final ComponentLog log;
    private final CircuitBreaker breaker;
    private final ScheduledExecutorService prober;
    private volatile String lastFailure = "";

    Breaker(String provider, ResilienceSettings settings, ProviderCall<?> health, ComponentLog log) {
        this.provider = provider;
        this.health = health;
        this.probeInterval = settings.probeInterval();
        this.log = log;
        prober = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("quantum-probe-" + provider).daemon().factory());
        breaker = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(settings.breakerFailures())
                        .minimumNumberOfCalls(settings.breakerFailures())
                        .failureRateThreshold(ALL)
                        .waitDurationInOpenState(NEVER)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(Breaker::isOutage)
                        // Calls that were never made tell nothing of the provider.
                        .ignoreExceptions(
                                BulkheadFullException.class,
                                RequestNotPermitted.class,
                                AcquirePermissionCancelledException.class)
                        .build());
        breaker.getEventPublisher()
                .onError(event ->
                        lastFailure = String.valueOf(event.getThrowable().getMessage()))
                .onStateTransition(this::changed);
    }

    private static boolean isOutage(Throwable failure) {
        return !(failure instanceof BackendException refusal)
                || refusal.kind() == Kind.UNAVAILABLE
                || refusal.kind() == Kind.AMBIGUOUS
                || refusal.kind() == Kind.MALFORMED;
    }

    <T> T guard(CheckedSupplier<T> call) throws Throwable {
        return breaker.executeCheckedSupplier(call);
    }

    /** What the provider last failed with; empty if it never has. */
    String lastFailure() {
        return lastFailure;
    }

    State state() {
        return breaker.getState();
    }

    private void changed(CircuitBreakerOnStateTransitionEvent event) {
        switch (event.getStateTransition().getToState()) {
            case OPEN -> {
                log.warn(
                        "Breaker of {} opens; health is probed every {}. The last failure: {}",
                        provider,
                        probeInterval,
                        lastFailure);
                probeLater();
            }
            case CLOSED -> log.info("Breaker of {} closes", provider);
            default -> log.debug("Breaker of {} is {}", provider, breaker.getState());
        }
    }

    private void probeLater() {
        try {
            ScheduledFuture<?> unused = prober.schedule(this::probe, probeInterval.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("The service of {} is being disabled; no more probes", provider, e);
        }
    }

    private void probe() {
        try {
            health.make();
        } catch (BackendException | RuntimeException e) {
            log.debug("{} is still out of order: {}", provider, e.getMessage());
            probeLater();
            return;
        }
        if (breaker.getState() == State.OPEN) {
            breaker.transitionToHalfOpenState();
        }
    }

    @Override
    public void close() {
        prober.shutdownNow();
    }
}
