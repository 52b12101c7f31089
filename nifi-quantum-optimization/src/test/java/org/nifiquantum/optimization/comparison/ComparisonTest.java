// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    /** R. G. Newcombe, Statistics in Medicine 17, 857 (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void ratesHaveThePublishedBounds(long successes, long trials, double low, double high) {
        Interval probability = new SuccessRate(successes, trials).probability();
        assertEquals(low, probability.low(), 5e-5);
        assertEquals(high, probability.high(), 5e-5);
    }

    @Test
    void theTimeToASolution() {
        // ln 0.01 / ln 0.9 = 43.7 trials.
        assertEquals(437.086, new SuccessRate(10, 100).timeToSolutionMillis(10).orElseThrow(), 1e-3);
        assertEquals(OptionalDouble.of(10), new SuccessRate(5, 5).timeToSolutionMillis(10));
        assertEquals(OptionalDouble.of(10), new SuccessRate(999, 1000).timeToSolutionMillis(10));
        assertEquals(OptionalDouble.empty(), new SuccessRate(0, 100).timeToSolutionMillis(10));
    }

    /** W. S. Gosset's own data, the additional hours of sleep: mean 1.58, t of 9 degrees of freedom 2.262. */
    @Test
    void theMeanOfFewValues() {
        List<WeightedMean.Seen> hours = List.of(
                seen(1.2, 1),
                seen(2.4, 1),
                seen(1.3, 2),
                seen(0, 1),
                seen(1, 1),
                seen(1.8, 1),
                seen(0.8, 1),
                seen(4.6, 1),
                seen(1.4, 1));
        Interval mean = WeightedMean.of(hours);
        assertEquals(1.58, mean.value(), 1e-12);
        assertEquals(0.700, mean.low(), 1e-3);
        assertEquals(2.460, mean.high(), 1e-3);
        assertEquals(
                Double.POSITIVE_INFINITY, WeightedMean.of(List.of(seen(3, 1))).high());
        assertThrows(IllegalArgumentException.class, () -> WeightedMean.of(List.of()));
    }

    /** 2 (1 + 10 + 45) / 1024 of two heads or fewer in ten; a coin that is never thrown tells nothing. */
    @Test
    void theSignTestCountsCoins() {
        assertEquals(112.0 / 1024, new SignTest(2, 8).probability(), 1e-12);
        assertEquals(112.0 / 1024, new SignTest(8, 2).probability(), 1e-12);
        assertEquals(2.0 / 64, new SignTest(6, 0).probability(), 1e-12);
        assertEquals(1, new SignTest(0, 0).probability());
        assertEquals(1, new SignTest(3, 3).probability());
    }

    private static WeightedMean.Seen seen(double value, long times) {
        return new WeightedMean.Seen(value, times);
    }
}
