// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.model;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers from 0 to a largest one as sums of weighted bits: powers of two, and what is left for the last bit. */
public final class Slack {
    private Slack() {}

    /** The bits' weights; every number from 0 to the range is a sum of some of them, and no larger one is. */
    public static List<Long> weights(long range) {
        List<Long> weights = new ArrayList<>();
        long left = range;
        for (long weight = 1; left > 0; weight *= 2) {
            long next = Math.min(weight, left);
            weights.add(next);
            left -= next;
        }
        return weights;
    }
}
