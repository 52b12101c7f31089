// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.comparison;

/** A value and the bounds between which it lies with a confidence of 95 %. */
public record Interval(double value, double low, double high) {
    /** Two-sided 95 % of the normal distribution. */
    static final double DEVIATIONS = 1.959963984540054;

    public Interval {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("%s does not lie between %s and %s.".formatted(value, low, high));
        }
    }
}
