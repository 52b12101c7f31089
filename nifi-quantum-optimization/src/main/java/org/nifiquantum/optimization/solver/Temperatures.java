// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import org.nifiquantum.engine.operator.Adjacency;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * The range of an annealing in the model's own units, so that weights of a millionth and of millions are served alike.
 *
 * @param hot where annealing starts: half of the largest root mean square of a spin's field and couplings, at which
 *     spins still turn freely
 * @param cold where it ends: a twentieth of the weakest among each spin's strongest field or coupling, at which none
 *     turns any more
 */
record Temperatures(double hot, double cold) {
    static Temperatures of(IsingModel model) {
        double loudest = 0;
        double quietest = Double.POSITIVE_INFINITY;
        Adjacency adjacency = model.adjacency();
        for (int spin = 0; spin < model.spins(); spin++) {
            double strongest = Math.abs(model.field(spin));
            double norm = strongest;
            for (int position = adjacency.start(spin); position < adjacency.end(spin); position++) {
                double strength = Math.abs(adjacency.strength(position));
                strongest = Math.max(strongest, strength);
                norm = Math.hypot(norm, strength);
            }
            if (strongest > 0) {
                loudest = Math.max(loudest, norm);
                quietest = Math.min(quietest, strongest);
            }
        }
        return loudest == 0 ? new Temperatures(1, 1) : new Temperatures(loudest / 2, quietest / 20);
    }

    /** Geometric cooling. */
    double at(int sweep, int sweeps) {
        return sweeps == 1 ? cold : hot * Math.pow(cold / hot, (double) sweep / (sweeps - 1));
    }
}
