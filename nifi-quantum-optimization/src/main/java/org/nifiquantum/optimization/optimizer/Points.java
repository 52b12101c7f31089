// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.Arrays;
import java.util.List;

/** Points as documents hold them (lists) and as algorithms want them (arrays). */
final class Points {
    private Points() {}

    /** An immutable copy. Refuses numbers that are not finite, naming the first. */
    static List<Double> checked(String name, List<Double> point) {
        List<Double> copy = List.copyOf(point);
        for (int i = 0; i < copy.size(); i++) {
            if (!Double.isFinite(copy.get(i))) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] must be a finite number, not " + copy.get(i) + ".");
            }
        }
        return copy;
    }

    static double[] toArray(List<Double> point) {
        return point.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static List<Double> toList(double[] point) {
        return Arrays.stream(point).boxed().toList();
    }

    /** Exact comparison, number by number; only the sign of zero does not count. */
    static boolean same(double[] expected, List<Double> actual) {
        if (expected.length != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != actual.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** A point, and a step along a direction from it. */
    static double[] moved(double[] point, double step, double[] direction) {
        double[] moved = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            moved[i] = point[i] + step * direction[i];
        }
        return moved;
    }

    /** The largest distance in one parameter. */
    static double distance(double[] one, double[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }

    /** The size of the largest component. */
    static double largest(double[] vector) {
        return distance(vector, new double[vector.length]);
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
