// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;

/** What an algorithm minimises, as the algorithm sees it. */
interface Objective {
    /** What is known at the given points, in their order. The points are one batch: one submission to a backend. */
    List<Evaluation> evaluations(List<double[]> batch);

    /** What is known at one point, its gradient included. */
    Evaluation slope(double[] point);

    /** The values at the given points. */
    default double[] values(List<double[]> batch) {
        return evaluations(batch).stream().mapToDouble(Evaluation::value).toArray();
    }

    /** The value at one point. */
    default double value(double... point) {
        return values(List.of(point))[0];
    }
}
