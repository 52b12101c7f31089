// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * How long a search may take. The clock starts with {@link Solver#solve}.
 *
 * @param timeLimit wall time, positive
 * @param cancelled asked often, from any thread, and cheap; true ends the search with the best state found so far
 * @param seed for solvers that draw random numbers
 * @param targetEnergy a heuristic search ends as soon as it finds a state this low; negative infinity for none
 */
public record SolverBudget(Duration timeLimit, BooleanSupplier cancelled, long seed, double targetEnergy) {
    public SolverBudget {
        Objects.requireNonNull(cancelled, "cancelled");
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("The time limit must be positive, not " + timeLimit + ".");
        }
    }

    /** Without a target. */
    public SolverBudget(Duration timeLimit, BooleanSupplier cancelled, long seed) {
        this(timeLimit, cancelled, seed, Double.NEGATIVE_INFINITY);
    }

    /** A budget that nobody cancels. */
    public static SolverBudget ofTime(Duration timeLimit, long seed) {
        return new SolverBudget(timeLimit, () -> false, seed);
    }

    /** Starts the clock. */
    public Clock start() {
        return new Clock(System.nanoTime(), saturatedNanos(timeLimit), cancelled);
    }

    private static long saturatedNanos(Duration duration) {
        return duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? duration.toNanos() : Long.MAX_VALUE;
    }

    /** A running budget. */
    public record Clock(long startNanos, long limitNanos, BooleanSupplier cancelled) {
        public boolean exhausted() {
            return isCancelled() || System.nanoTime() - startNanos >= limitNanos;
        }

        public boolean isCancelled() {
            return cancelled.getAsBoolean();
        }
    }
}
