// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.comparison;

import java.util.OptionalDouble;

/**
 * How often independent trials succeed.
 *
 * @param successes of the trials
 * @param trials at least 1
 */
public record SuccessRate(long successes, long trials) {

    public SuccessRate {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("%d successes of %d trials.".formatted(successes, trials));
        }
    }

    /**
     * The probability with its bounds: E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927). They hold for few trials too, and for
     * none or all of them a success.
     */
    public Interval probability() {
        double n = trials;
        double p = successes / n;
        double z2 = Interval.DEVIATIONS * Interval.DEVIATIONS;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Interval.DEVIATIONS / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Interval(p, Math.min(p, Math.max(0, centre - half)), Math.max(p, Math.min(1, centre + half)));
    }

    /**
     * The time until one success with 99 % confidence, trials one after the other: T. F. Ronnow and others, Science 345, 420
     * (2014). At least one trial is needed. Empty where none succeeded.
     *
     * @param trialMillis what one trial takes
     */
    public OptionalDouble timeToSolutionMillis(double trialMillis) {
        if (successes == 0) {
            return OptionalDouble.empty();
        }
        double p = (double) successes / trials;
        return OptionalDouble.of(trialMillis * Math.max(1, Math.log1p(-0.99) / Math.log1p(-p)));
    }
}
