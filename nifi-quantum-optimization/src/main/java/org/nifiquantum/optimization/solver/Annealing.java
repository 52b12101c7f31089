// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.SplittableRandom;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * Simulated annealing of one model: S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, Science 220, 671 (1983). Sweeps of
 * Metropolis steps from hot to cold, then downhill by single flips to a local minimum.
 */
final class Annealing {
    /** Steps uphill by more than this many temperatures are not worth a random number: e^-20 = 2e-9. */
    private static final double HOPELESS = 20;

    private final IsingModel model;
    private final Temperatures temperatures;
    private final SolverBudget.Clock clock;

    Annealing(IsingModel model, SolverBudget.Clock clock) {
        this.model = model;
        this.temperatures = Temperatures.of(model);
        this.clock = clock;
    }

    /** A local minimum; when the budget ends, whatever was reached. */
    SpinState run(int sweeps, SplittableRandom random) {
        SpinState state = SpinState.random(model, random);
        for (int sweep = 0; sweep < sweeps && !clock.exhausted(); sweep++) {
            sweep(state, temperatures.at(sweep, sweeps), random);
        }
        descend(state);
        return state;
    }

    private static void sweep(SpinState state, double temperature, SplittableRandom random) {
        for (int spin = 0; spin < state.size(); spin++) {
            double change = state.change(spin);
            if (change <= 0
                    || (change < HOPELESS * temperature && random.nextDouble() < Math.exp(-change / temperature))) {
                state.flip(spin);
            }
        }
    }

    /** Flips what lowers the energy by more than rounding until nothing does. */
    void descend(SpinState state) {
        double significant = -1e-9 * temperatures.cold();
        boolean moved = true;
        while (moved && !clock.exhausted()) {
            moved = false;
            for (int spin = 0; spin < state.size(); spin++) {
                if (state.change(spin) < significant) {
                    state.flip(spin);
                    moved = true;
                }
            }
        }
    }
}
