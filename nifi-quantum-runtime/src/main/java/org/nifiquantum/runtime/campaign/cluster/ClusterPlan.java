// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.cluster;

import java.math.BigDecimal;
import java.util.List;
import org.nifiquantum.testkit.misbehaving.IonqDialect;

/**
 * What the campaign is to do.
 *
 * @param runs of each phase
 * @param phases in this order
 * @param share of the cost of all runs that the budget allows, from 0 to 1
 */
public record ClusterPlan(int runs, List<ClusterPhase> phases, double share, long seed) {

    /** Of each run. */
    static final int SHOTS = 100;

    /**
     * Checks the plan.
     *
     * @throws IllegalArgumentException saying what does not do
     */
    public ClusterPlan {
        phases = List.copyOf(phases);
        if (runs < 1 || phases.isEmpty()) {
            throw new IllegalArgumentException("There must be runs and phases, not %d in %s".formatted(runs, phases));
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("The budget's share must be above 0 and at most 1, not " + share);
        }
    }

    /** The budget of a day, in USD: a whole number of jobs. */
    BigDecimal limit() {
        long jobs = Math.round(share * runs * phases.size());
        return IonqDialect.price(SHOTS).multiply(BigDecimal.valueOf(jobs));
    }
}
