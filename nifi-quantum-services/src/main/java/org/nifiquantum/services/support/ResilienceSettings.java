// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a service treats its provider.
 *
 * @param attempts how often a call is made in all before it fails
 * @param backoff the waits in between
 * @param callsPerSecond over all who use the service
 * @param concurrentCalls over all who use the service
 * @param breakerFailures so many calls in a row must fail for the breaker to open
 * @param probeInterval how often health is asked for while the breaker is open
 */
public record ResilienceSettings(
        int attempts,
        Backoff backoff,
        int callsPerSecond,
        int concurrentCalls,
        int breakerFailures,
        Duration probeInterval) {

    public static final ResilienceSettings DEFAULT = new ResilienceSettings(
            4, new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5)), 10, 8, 5, Duration.ofSeconds(15));

    public ResilienceSettings {
        requireNonNull(backoff, "backoff");
        requireNonNull(probeInterval, "probeInterval");
        if (attempts < 1 || callsPerSecond < 1 || concurrentCalls < 1 || breakerFailures < 1) {
            throw new IllegalArgumentException("attempts, calls per second, concurrent calls and breaker failures must"
                    + " be positive, not %d, %d, %d, %d"
                            .formatted(attempts, callsPerSecond, concurrentCalls, breakerFailures));
        }
    }

    public ResilienceSettings withAttempts(int other) {
        return new ResilienceSettings(other, backoff, callsPerSecond, concurrentCalls, breakerFailures, probeInterval);
    }

    public ResilienceSettings withBackoff(Backoff other) {
        return new ResilienceSettings(attempts, other, callsPerSecond, concurrentCalls, breakerFailures, probeInterval);
    }

    public ResilienceSettings withCallsPerSecond(int other) {
        return new ResilienceSettings(attempts, backoff, other, concurrentCalls, breakerFailures, probeInterval);
    }

    public ResilienceSettings withConcurrentCalls(int other) {
        return new ResilienceSettings(attempts, backoff, callsPerSecond, other, breakerFailures, probeInterval);
    }

    public ResilienceSettings withBreaker(int failures, Duration interval) {
        return new ResilienceSettings(attempts, backoff, callsPerSecond, concurrentCalls, failures, interval);
    }
}
