// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.fuzz;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.runtime.campaign.fuzz.Reading.Outcome;

/** Reads programs on a thread of their own, so that one that never ends is found out. */
final class WatchedReader {

    private final Consumer<String> reader;
    private final Duration limit;

    /**
     * @param reader throws {@link OpenQasmException} for what it refuses, and nothing else
     */
    WatchedReader(Consumer<String> reader, Duration limit) {
        this.reader = reader;
        this.limit = limit;
    }

    Reading read(String source) throws InterruptedException {
        long start = System.nanoTime();
        CompletableFuture<Void> reading = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("fuzz").start(() -> complete(reading, source));
        try {
            reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Reading(Outcome.READ, since(start), "");
        } catch (ExecutionException e) {
            return thrown(e.getCause(), since(start));
        } catch (TimeoutException e) {
            return new Reading(Outcome.TOO_SLOW, since(start), "not done after " + limit);
        }
    }

    /** Errors count as well: a stack that overflows and memory that runs out are what this looks for. */
    private void complete(CompletableFuture<Void> reading, String source) {
        try {
            reader.accept(source);
            reading.complete(null);
        } catch (RuntimeException | Error e) {
            reading.completeExceptionally(e);
        }
    }

    private static Reading thrown(Throwable problem, Duration took) {
        if (problem instanceof OpenQasmException refusal) {
            return refusal.line() > 0 && refusal.column() > 0
                    ? new Reading(Outcome.REFUSED, took, "")
                    : new Reading(Outcome.BROKEN, took, "a refusal without a place: " + refusal.getMessage());
        }
        StackTraceElement[] trace = problem.getStackTrace();
        return new Reading(Outcome.BROKEN, took, problem + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
