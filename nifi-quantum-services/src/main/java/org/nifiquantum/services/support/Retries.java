// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.nifi.logging.ComponentLog;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/** Repeats calls that failed for a reason that may pass. */
final class Retries {

    /** A provider that asks for more than this is not waited for in a thread of NiFi: the run waits in its queue. */
    private static final Duration LONGEST_RATE_WAIT = Duration.ofSeconds(1);

    private final String provider;
    private final ResilienceSettings settings;
    private final ComponentLog log;

    Retries(String provider, ResilienceSettings settings, ComponentLog log) {
        this.provider = provider;
        this.settings = settings;
        this.log = log;
    }

    <T> T make(ProviderCall<T> call, Deadline deadline) throws BackendException {
        Retry retry = Retry.of(
                provider,
                RetryConfig.<T>custom()
                        .maxAttempts(settings.attempts())
                        .retryOnException(failure -> mayPass(failure, deadline))
                        .intervalBiFunction((attempt, outcome) -> wait(attempt, outcome, deadline))
                        .build());
        try {
            return retry.executeCheckedSupplier(call::make);
        } catch (BackendException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (Throwable e) {
            // The library answers an interrupt of its wait with whatever exception it has at hand.
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(e);
            }
            throw e instanceof RuntimeException unforeseen ? unforeseen : new IllegalStateException(e);
        }
    }

    private BackendException interrupted(Throwable cause) {
        return new BackendException(Kind.UNAVAILABLE, "Interrupted while waiting for " + provider, cause);
    }

    private static boolean mayPass(Throwable failure, Deadline deadline) {
        // Waiting for an open breaker would keep a run from its other road.
        if (!(failure instanceof BackendException refusal) || failure.getCause() instanceof CallNotPermittedException) {
            return false;
        }
        Duration asked = refusal.retryAfter().orElse(Duration.ZERO);
        return switch (refusal.kind()) {
            case UNAVAILABLE, MALFORMED -> deadline.leavesRoomFor(asked);
            case RATE_LIMITED -> asked.compareTo(LONGEST_RATE_WAIT) <= 0 && deadline.leavesRoomFor(asked);
            case REJECTED, UNAUTHORISED, AMBIGUOUS, UNKNOWN_JOB, OVER_BUDGET, FORBIDDEN, CANCELLED -> false;
        };
    }

    /** In milliseconds. */
    private <T> long wait(int attempt, Either<Throwable, T> outcome, Deadline deadline) {
        Duration drawn = settings.backoff().draw(attempt, ThreadLocalRandom.current());
        Duration wait = drawn;
        if (outcome.isLeft() && outcome.getLeft() instanceof BackendException refusal) {
            wait = refusal.retryAfter().map(drawn::plus).orElse(drawn);
            log.debug("{} is called again in {}: {}", provider, wait, refusal.getMessage());
        }
        return Math.min(wait.toMillis(), deadline.remaining().toMillis());
    }
}
