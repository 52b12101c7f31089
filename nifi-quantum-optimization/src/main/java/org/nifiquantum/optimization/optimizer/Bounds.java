// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.Collections;
import java.util.List;

/**
 * Between which values each parameter must stay.
 *
 * @param lower the least value of each parameter; empty, as {@code upper}, where there are no bounds
 * @param upper the largest value of each parameter, above the least
 */
public record Bounds(List<Double> lower, List<Double> upper) {
    /** Parameters may take any value. */
    public static final Bounds NONE = new Bounds(List.of(), List.of());

    public Bounds {
        lower = Points.checked("lowerBounds", lower);
        upper = Points.checked("upperBounds", upper);
        if (lower.size() != upper.size()) {
            throw new IllegalArgumentException("lowerBounds has " + lower.size() + " values, but upperBounds "
                    + upper.size() + "; give both for every parameter, or none.");
        }
        for (int i = 0; i < lower.size(); i++) {
            if (!(lower.get(i) < upper.get(i))) {
                throw new IllegalArgumentException("lowerBounds[" + i + "] (" + lower.get(i)
                        + ") must be below upperBounds[" + i + "] (" + upper.get(i) + ").");
            }
        }
    }

    /** The same two bounds for each of some parameters. */
    public static Bounds ofAll(int parameters, double lower, double upper) {
        return new Bounds(Collections.nCopies(parameters, lower), Collections.nCopies(parameters, upper));
    }

    boolean isNone() {
        return lower.isEmpty();
    }

    /** These bounds, or where there are none a box around a point. */
    Bounds orAround(List<Double> point, double distance) {
        if (!isNone()) {
            return this;
        }
        return new Bounds(
                point.stream().map(x -> x - distance).toList(),
                point.stream().map(x -> x + distance).toList());
    }

    boolean contain(List<Double> point) {
        for (int i = 0; i < lower.size(); i++) {
            if (point.get(i) < lower.get(i) || point.get(i) > upper.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The point within that is next to a given one. */
    double[] nearest(double[] point) {
        double[] nearest = point.clone();
        for (int i = 0; i < lower.size(); i++) {
            nearest[i] = Math.clamp(nearest[i], lower.get(i), upper.get(i));
        }
        return nearest;
    }

    /** The point within that a given one stands for if each bound is a mirror. */
    double[] mirrored(double[] point) {
        double[] mirrored = point.clone();
        for (int i = 0; i < lower.size(); i++) {
            mirrored[i] = mirrored(mirrored[i], lower.get(i), upper.get(i));
        }
        return mirrored;
    }

    private static double mirrored(double x, double low, double high) {
        if (x >= low && x <= high) {
            return x;
        }
        double width = high - low;
        double folded = (x - low) % (2 * width);
        double distance = folded < 0 ? folded + 2 * width : folded;
        return Math.clamp(low + (distance > width ? 2 * width - distance : distance), low, high);
    }

    /** How far a point is inside, negative outside: of each parameter from the lower bound, then from the upper. */
    void slack(double[] point, double[] slack) {
        for (int i = 0; i < lower.size(); i++) {
            slack[2 * i] = point[i] - lower.get(i);
            slack[2 * i + 1] = upper.get(i) - point[i];
        }
    }

    /** The point as far between the bounds as each fraction says. */
    double[] at(double[] fractions) {
        double[] point = new double[fractions.length];
        for (int i = 0; i < point.length; i++) {
            double x = lower.get(i) + fractions[i] * (upper.get(i) - lower.get(i));
            point[i] = Math.clamp(x, lower.get(i), upper.get(i));
        }
        return point;
    }
}
