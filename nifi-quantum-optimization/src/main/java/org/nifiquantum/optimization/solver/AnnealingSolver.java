// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.simulation.Seeds;

/**
 * Simulated annealing, again and again, for models of any size. Each annealed state is {@linkplain Recombination mixed}
 * with some of the best so far. Restarts become longer, so that small models are solved at once and large ones well.
 *
 * <p>The answer depends on the seed alone as long as the number of restarts, not the time limit, ends the search.
 */
public final class AnnealingSolver implements Solver {
    /** The name of this solver in documents. */
    public static final String METHOD = "annealing";

    private static final int ELITE = 20;
    private static final int PARENTS = 6;
    private static final int FIRST_SWEEPS = 200;
    private static final int MOST_DOUBLINGS = 7;
    private static final int RESTARTS_BEFORE_LONGER = 100;

    private final int restarts;

    private AnnealingSolver(int restarts) {
        this.restarts = restarts;
    }

    /** Searches until the time limit. */
    public AnnealingSolver() {
        this(Integer.MAX_VALUE);
    }

    /** Searches for a number of restarts; with time enough its answer is the same on every machine. */
    public static AnnealingSolver withRestarts(int restarts) {
        if (restarts < 1) {
            throw new IllegalArgumentException("Annealing needs at least 1 restart, not " + restarts + ".");
        }
        return new AnnealingSolver(restarts);
    }

    @Override
    public Solution solve(IsingModel model, SolverBudget budget) {
        SolverBudget.Clock clock = budget.start();
        Annealing annealing = new Annealing(model, clock);
        Elite elite = new Elite(ELITE);
        int restart = 0;
        do {
            SplittableRandom random = new SplittableRandom(Seeds.derive(budget.seed(), restart));
            int sweeps = FIRST_SWEEPS << Math.min(restart / RESTARTS_BEFORE_LONGER, MOST_DOUBLINGS);
            SpinState annealed = annealing.run(sweeps, random);
            if (elite.isFull() && !clock.exhausted()) {
                Recombination recombination = new Recombination(model, parents(annealed, elite, random));
                SpinState mixed =
                        recombination.expanded(new Annealing(recombination.reduced(), clock).run(sweeps, random));
                annealing.descend(mixed);
                elite.offer(mixed, model.energy(mixed.bits()));
            }
            elite.offer(annealed, model.energy(annealed.bits()));
            restart++;
        } while (restart < restarts && !clock.exhausted());
        boolean cutShort = clock.isCancelled() || (restart < restarts && restarts < Integer.MAX_VALUE);
        return new Solution(elite.best().state().bits(), elite.best().energy(), METHOD, false, cutShort);
    }

    private static List<SpinState> parents(SpinState annealed, Elite elite, SplittableRandom random) {
        List<SpinState> parents = new ArrayList<>(List.of(annealed));
        while (parents.size() < PARENTS) {
            parents.add(elite.random(random));
        }
        return parents;
    }
}
