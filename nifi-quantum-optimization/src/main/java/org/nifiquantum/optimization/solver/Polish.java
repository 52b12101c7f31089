// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.Adjacency;
import org.nifiquantum.engine.operator.IsingModel;

/** A local minimum of the model itself, from one of its rounded form. */
final class Polish {
    /** Flips that lower the energy by less than this share of what the spin feels are rounding. */
    private static final double ROUNDING = 1e-12;

    private Polish() {}

    static BitString descend(IsingModel model, BitString start, SolverBudget.Clock clock) {
        boolean[] down = new boolean[model.spins()];
        for (int spin = 0; spin < down.length; spin++) {
            down[spin] = start.get(spin);
        }
        boolean moved = true;
        while (moved && !clock.exhausted()) {
            moved = false;
            for (int spin = 0; spin < down.length; spin++) {
                if (flipsDownhill(model, down, spin)) {
                    down[spin] = !down[spin];
                    moved = true;
                }
            }
        }
        return BitString.of(down);
    }

    private static boolean flipsDownhill(IsingModel model, boolean[] down, int spin) {
        Adjacency adjacency = model.adjacency();
        double field = model.field(spin);
        double size = Math.abs(field);
        for (int position = adjacency.start(spin); position < adjacency.end(spin); position++) {
            double strength = adjacency.strength(position);
            field += down[adjacency.neighbour(position)] ? -strength : strength;
            size += Math.abs(strength);
        }
        double gain = down[spin] ? -field : field;
        return gain > ROUNDING * size;
    }
}
