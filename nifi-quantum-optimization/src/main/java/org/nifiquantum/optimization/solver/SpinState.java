// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.Adjacency;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * The spins of a search and what each feels, kept up to date flip by flip: with the local field
 * f_i = h_i + sum_j J_ij s_j the energy changes by -2 s_i f_i when spin i flips.
 */
final class SpinState {
    private final IsingModel model;
    private final double[] spins;
    private final double[] localFields;

    /** Takes ownership of the spins, +1 or -1 each. */
    SpinState(IsingModel model, double[] spins) {
        this.model = model;
        this.spins = spins;
        this.localFields = localFields(model, spins);
    }

    /** Every spin up or down with equal chance. */
    static SpinState random(IsingModel model, SplittableRandom random) {
        double[] spins = new double[model.spins()];
        Arrays.setAll(spins, i -> random.nextBoolean() ? 1 : -1);
        return new SpinState(model, spins);
    }

    int size() {
        return spins.length;
    }

    /** +1 or -1. */
    double spin(int index) {
        return spins[index];
    }

    /** By how much the energy changes if the spin flips. */
    double change(int index) {
        return -2 * spins[index] * localFields[index];
    }

    void flip(int index) {
        spins[index] = -spins[index];
        double change = 2 * spins[index];
        Adjacency adjacency = model.adjacency();
        int end = adjacency.end(index);
        for (int position = adjacency.start(index); position < end; position++) {
            localFields[adjacency.neighbour(position)] += change * adjacency.strength(position);
        }
    }

    BitString bits() {
        boolean[] bits = new boolean[spins.length];
        for (int i = 0; i < spins.length; i++) {
            bits[i] = spins[i] < 0;
        }
        return BitString.of(bits);
    }

    private static double[] localFields(IsingModel model, double[] spins) {
        double[] localFields = model.fields();
        Adjacency adjacency = model.adjacency();
        for (int i = 0; i < spins.length; i++) {
            for (int position = adjacency.start(i); position < adjacency.end(i); position++) {
                localFields[i] += adjacency.strength(position) * spins[adjacency.neighbour(position)];
            }
        }
        return localFields;
    }
}
