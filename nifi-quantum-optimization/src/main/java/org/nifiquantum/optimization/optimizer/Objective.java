// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;

/** What an algorithm minimises, as the algorithm sees it. */
@FunctionalInterface
interface Objective {
    /** The values at the given points, in their order. The points are one batch: one submission to a backend. */
    double[] values(List<double[]> batch);

    /** The value at one point. */
    default double value(double... point) {
        return values(List.of(point))[0];
    }
}
