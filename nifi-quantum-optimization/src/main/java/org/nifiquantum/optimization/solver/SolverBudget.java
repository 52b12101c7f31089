// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long a search may take. The clock starts with {@link Solver#solve}.
 *
 * @param timeLimit positive
 * @param cancelled asked often, from any thread, and cheap; true ends the search with the best state found so far
 * @param seed for solvers that draw random numbers
 * @param targetEnergy a heuristic search ends as soon as it finds an answer this low; negative infinity for none; of a
 *     problem to be maximised the negative objective
 * @param nanoTime the time that counts, such as {@link System#nanoTime}
 */
public record SolverBudget(
        Duration timeLimit, BooleanSupplier cancelled, long seed, double targetEnergy, LongSupplier nanoTime) {
    public SolverBudget {
        Objects.requireNonNull(cancelled, "cancelled");
        Objects.requireNonNull(nanoTime, "nanoTime");
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("The time limit must be positive, not " + timeLimit + ".");
        }
    }

    /** Of wall time. */
    public SolverBudget(Duration timeLimit, BooleanSupplier cancelled, long seed, double targetEnergy) {
        this(timeLimit, cancelled, seed, targetEnergy, System::nanoTime);
    }

    /** Without a target. */
    public SolverBudget(Duration timeLimit, BooleanSupplier cancelled, long seed) {
        this(timeLimit, cancelled, seed, Double.NEGATIVE_INFINITY);
    }

    /** A budget that nobody cancels. */
    public static SolverBudget ofTime(Duration timeLimit, long seed) {
        return new SolverBudget(timeLimit, () -> false, seed);
    }

    /** Whether an energy is as low as was asked for. */
    public boolean isMetBy(double energy) {
        return energy <= targetEnergy;
    }

    /** The same with another limit, at least the shortest there is. */
    public SolverBudget within(Duration limit) {
        return new SolverBudget(
                limit.isPositive() ? limit : Duration.ofNanos(1), cancelled, seed, targetEnergy, nanoTime);
    }

    /** Starts the clock. */
    public Clock start() {
        return new Clock(nanoTime.getAsLong(), saturatedNanos(timeLimit), cancelled, nanoTime);
    }

    private static long saturatedNanos(Duration duration) {
        return duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? duration.toNanos() : Long.MAX_VALUE;
    }

    /** A running budget. */
    public record Clock(long startNanos, long limitNanos, BooleanSupplier cancelled, LongSupplier nanoTime) {
        public boolean exhausted() {
            return isCancelled() || passedNanos() >= limitNanos;
        }

        public boolean isCancelled() {
            return cancelled.getAsBoolean();
        }

        /** What is left of the limit; negative where it is overdrawn. */
        public Duration left() {
            return Duration.ofNanos(limitNanos - passedNanos());
        }

        private long passedNanos() {
            return nanoTime.getAsLong() - startNanos;
        }
    }
}
