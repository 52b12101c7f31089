// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * Memetic annealing, for models of any size: annealed states are recombined, and when nothing better comes, all begins anew.
 *
 * <p>An offspring begins as one parent; the spins in which the other differs are annealed from hot while those the parents
 * agree in stay, then all from lukewarm. What good states agree in is mostly right, so the search goes where it is not: the
 * backbone of Y. Wang, Z. Lü, F. Glover, J.-K. Hao, "Backbone guided tabu search for solving the UBQP problem", J. Heuristics
 * 19, 679 (2013), with annealing in place of tabu search, and a population kept apart as in Q. Wu, J.-K. Hao, "A memetic
 * approach for the max-cut problem", PPSN XII (2012). On the Gset graphs annealing gains more in a second than tabu search.
 *
 * <p>The answer depends on the seed alone as long as the number of restarts, not the time limit, ends the search.
 */
public final class AnnealingSolver implements Solver {
    /** The name of this solver in documents. */
    public static final String METHOD = "annealing";

    private final int restarts;

    private AnnealingSolver(int restarts) {
        this.restarts = restarts;
    }

    /** Searches until the time limit. */
    public AnnealingSolver() {
        this(Integer.MAX_VALUE);
    }

    /** Searches for a number of annealings; with time enough its answer is the same on every machine. */
    public static AnnealingSolver withRestarts(int restarts) {
        if (restarts < 1) {
            throw new IllegalArgumentException("Annealing needs at least 1 restart, not " + restarts + ".");
        }
        return new AnnealingSolver(restarts);
    }

    @Override
    public Solution solve(IsingModel model, SolverBudget budget) {
        SolverBudget.Clock clock = budget.start();
        MemeticSearch search = new MemeticSearch(model, clock, budget.seed());
        int done = 0;
        do {
            search.step();
            done++;
        } while (done < restarts && !clock.exhausted() && search.bestEnergy() > budget.targetEnergy());
        boolean reached = search.bestEnergy() <= budget.targetEnergy();
        boolean cutShort = !reached && (clock.isCancelled() || (done < restarts && restarts < Integer.MAX_VALUE));
        BitString bits = search.best();
        return new Solution(bits, search.bestEnergy(), METHOD, false, cutShort);
    }
}
