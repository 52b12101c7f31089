// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.comparison;

import org.apache.commons.math3.distribution.NormalDistribution;

/** A value and the bounds between which it lies with a confidence of 95 %. */
public record Interval(double value, double low, double high) {
    /** Two-sided 95 % of the normal distribution. */
    static final double DEVIATIONS = 1.959963984540054;

    public Interval {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("%s does not lie between %s and %s.".formatted(value, low, high));
        }
    }

    /**
     * Half the width of the intervals of many measured values that all hold the truth together with 95 %: so far even the least of
     * them may be off by luck (C. E. Bonferroni, 1936).
     *
     * @param values how many, at least 1
     * @param standardError of each
     */
    public static double halfOfAll(int values, double standardError) {
        return standardError * new NormalDistribution().inverseCumulativeProbability(1 - 0.025 / values);
    }
}
