// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.services.api.Money;

/**
 * The answer of a run beside a classical one. Gaps are relative, positive where the answer is the worse one.
 *
 * @param verdict {@code better}, {@code equal}, {@code worse} or {@code undecided}
 * @param reason what the verdict rests on
 * @param bestKnown the best objective known, where the user gave one
 * @param bound no answer is better, where the baseline gives one
 */
public record Comparison(
        String verdict,
        String reason,
        Answer answer,
        Baseline baseline,
        double gapToBaseline,
        OptionalDouble bestKnown,
        OptionalDouble gapToBestKnown,
        OptionalDouble bound,
        OptionalDouble gapToBound) {

    public Comparison {
        requireNonNull(verdict, "verdict");
        requireNonNull(reason, "reason");
        requireNonNull(answer, "answer");
        requireNonNull(baseline, "baseline");
        requireNonNull(bestKnown, "bestKnown");
        requireNonNull(gapToBestKnown, "gapToBestKnown");
        requireNonNull(bound, "bound");
        requireNonNull(gapToBound, "gapToBound");
    }

    /** How the answer stands to the baseline. */
    public enum Verdict {
        BETTER,
        EQUAL,
        WORSE,
        UNDECIDED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The run's own answer.
     *
     * @param wallMillis from the arrival of the problem to the answer
     * @param cpuMillis of the processor, by our own steps
     * @param executionMillis of the wall time, on the device or simulator
     * @param shotSuccess how often one measurement of the last evaluation was as good as the target
     */
    public record Answer(
            String source,
            double objective,
            boolean feasible,
            double wallMillis,
            OptionalDouble cpuMillis,
            double executionMillis,
            Optional<Money> cost,
            Optional<Success> shotSuccess) {

        public Answer {
            requireNonNull(source, "source");
            requireNonNull(cpuMillis, "cpuMillis");
            requireNonNull(cost, "cost");
            requireNonNull(shotSuccess, "shotSuccess");
        }
    }

    /**
     * The classical answers.
     *
     * @param objective the best of all repetitions
     * @param objectives the mean of those that keep all constraints, and its interval
     * @param provenOptimal whether no better answer exists: the objective is a bound then
     * @param budgetMillis what each repetition was given
     * @param wallMillis of one repetition, on average
     * @param cpuMillis of the searching thread likewise; empty for exact search, which shares its work among threads
     * @param success how often a repetition was as good as the target
     */
    public record Baseline(
            String solver,
            int repetitions,
            double objective,
            Interval objectives,
            boolean provenOptimal,
            OptionalDouble budgetMillis,
            double wallMillis,
            OptionalDouble cpuMillis,
            Success success) {

        public Baseline {
            requireNonNull(solver, "solver");
            requireNonNull(objectives, "objectives");
            requireNonNull(budgetMillis, "budgetMillis");
            requireNonNull(cpuMillis, "cpuMillis");
            requireNonNull(success, "success");
        }
    }

    /** A mean and its 95 % confidence interval. */
    public record Interval(double mean, double low, double high) {}

    /**
     * How often a target was reached.
     *
     * @param probability the share of trials, with its 95 % confidence interval from {@code low} to {@code high}
     * @param timeTo99Millis how long trials take to reach the target with 99 % confidence; empty if none did
     */
    public record Success(
            double target, long trials, double probability, double low, double high, OptionalDouble timeTo99Millis) {

        public Success {
            requireNonNull(timeTo99Millis, "timeTo99Millis");
        }
    }
}
