// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something that can only be asked again and again. */
public final class Patience {

    private static final Duration STEP = Duration.ofMillis(50);

    private Patience() {}

    /** Asks until there is an answer; empty if the time is over first. It asks at least once. */
    public static <T> Optional<T> await(Duration limit, Supplier<Optional<T>> question) {
        Instant end = Instant.now().plus(limit);
        Optional<T> answer = question.get();
        while (answer.isEmpty() && Instant.now().isBefore(end)) {
            pause(STEP);
            answer = question.get();
        }
        return answer;
    }

    /** Asks until the answer is yes; false if the time is over first. */
    public static boolean awaitTrue(Duration limit, BooleanSupplier question) {
        return await(limit, () -> question.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /**
     * Does nothing for a while.
     *
     * @throws CancellationException if the thread is interrupted
     */
    public static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted while waiting for NiFi");
        }
    }
}
