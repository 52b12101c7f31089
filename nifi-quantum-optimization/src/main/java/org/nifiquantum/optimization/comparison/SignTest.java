// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.comparison;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Two methods on the same cases, of which only those count where one succeeds and the other does not: Q. McNemar, Psychometrika
 * 12, 153 (1947), in its exact form.
 *
 * @param first cases in which only the first succeeds
 * @param second cases in which only the second does
 */
public record SignTest(int first, int second) {

    public SignTest {
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("%d and %d cases.".formatted(first, second));
        }
    }

    /** How likely a difference at least as large is, either way, if none of the two is better: each case is a fair coin then. */
    public double probability() {
        int cases = first + second;
        if (cases == 0) {
            return 1;
        }
        double tail = new BinomialDistribution(cases, 0.5).cumulativeProbability(Math.min(first, second));
        return Math.min(1, 2 * tail);
    }
}
