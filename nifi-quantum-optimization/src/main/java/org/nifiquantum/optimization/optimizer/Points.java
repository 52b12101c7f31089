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
}
