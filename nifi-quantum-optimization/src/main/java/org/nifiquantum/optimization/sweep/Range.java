// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.sweep;

/**
 * The values a parameter is swept over.
 *
 * @param from the first value
 * @param to the last value, included by a grid
 * @param points how many values a grid takes, at least 1; one alone is {@code from}
 */
public record Range(double from, double to, int points) {
    public Range {
        if (!Double.isFinite(from) || !Double.isFinite(to) || points < 1) {
            throw new IllegalArgumentException(
                    "A range goes from one finite number to another in 1 or more points, not from " + from + " to " + to
                            + " in " + points + ".");
        }
    }

    double value(int point) {
        return points == 1 ? from : from + (to - from) * point / (points - 1);
    }
}
