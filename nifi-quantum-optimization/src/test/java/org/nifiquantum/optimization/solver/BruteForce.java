// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.List;
import java.util.Random;
import org.nifiquantum.engine.operator.Coupling;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;

/** Every state's energy from the couplings themselves, in plain counting order. */
final class BruteForce {
    private BruteForce() {}

    /** The lowest energy and the smallest index it has. */
    record Lowest(double energy, long state) {}

    static Lowest of(IsingModel model) {
        List<Coupling> couplings = List.copyOf(model.couplings());
        Lowest lowest = new Lowest(Double.POSITIVE_INFINITY, -1);
        for (long state = 0; state < 1L << model.spins(); state++) {
            double energy = model.constant();
            for (int spin = 0; spin < model.spins(); spin++) {
                energy += sign(state, spin) * model.field(spin);
            }
            for (Coupling coupling : couplings) {
                energy += sign(state, coupling.first()) * sign(state, coupling.second()) * coupling.strength();
            }
            if (energy < lowest.energy) {
                lowest = new Lowest(energy, state);
            }
        }
        return lowest;
    }

    private static int sign(long state, int spin) {
        return Long.bitCount(state & 1L << spin) == 0 ? 1 : -1;
    }

    /** Whole numbers, so that sums are exact and energies often equal. */
    static IsingModel randomModel(int spins, boolean fields, Random random) {
        IsingModelBuilder model = IsingModel.builder(spins).constant(random.nextInt(21) - 10);
        for (int i = 0; i < spins; i++) {
            if (fields) {
                model.field(i, random.nextInt(7) - 3);
            }
            for (int j = 0; j < i; j++) {
                model.coupling(i, j, random.nextInt(7) - 3);
            }
        }
        return model.build();
    }
}
