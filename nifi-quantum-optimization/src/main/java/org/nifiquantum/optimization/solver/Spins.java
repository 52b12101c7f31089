// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.Arrays;
import org.nifiquantum.engine.circuit.BitString;

/**
 * The spins of a search and what each feels, kept up to date flip by flip: with the gain g_i = s_i (h_i + sum_j J_ij s_j) the
 * energy changes by -2 g_i when spin i flips. Mutable; its arrays are for the loops of {@link Annealing} too.
 */
final class Spins {
    private final IntegerModel model;
    /** +1 or -1. */
    private final int[] values;

    private final int[] gains;

    Spins(IntegerModel model) {
        this.model = model;
        this.values = new int[model.spins()];
        this.gains = new int[model.spins()];
        Arrays.fill(values, 1);
        updateGains();
    }

    int size() {
        return values.length;
    }

    /** The values; to be changed only together with the gains. */
    int[] values() {
        return values;
    }

    /** The gains; to be changed only together with the values. */
    int[] gains() {
        return gains;
    }

    int[] copyOfValues() {
        return values.clone();
    }

    /** Every spin up or down with equal chance. */
    void randomize(RandomBits random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.next() < 0 ? 1 : -1;
        }
        updateGains();
    }

    void set(int[] others) {
        System.arraycopy(others, 0, values, 0, values.length);
        updateGains();
    }

    private void updateGains() {
        int[] starts = model.starts();
        for (int i = 0; i < values.length; i++) {
            int field = model.fields()[i];
            for (int position = starts[i]; position < starts[i + 1]; position++) {
                field += model.couplings()[position] * values[model.neighbours()[position]];
            }
            gains[i] = values[i] * field;
        }
    }

    /** Flips what lowers the energy until nothing does. */
    void descend(SolverBudget.Clock clock) {
        boolean moved = true;
        while (moved && !clock.exhausted()) {
            moved = false;
            for (int i = 0; i < values.length; i++) {
                if (gains[i] > 0) {
                    flip(model, values, gains, i);
                    moved = true;
                }
            }
        }
    }

    /** Flips one spin. The arrays are parameters so that hot loops keep them in registers. */
    static void flip(IntegerModel model, int[] values, int[] gains, int spin) {
        int[] neighbours = model.neighbours();
        int[] couplings = model.couplings();
        int change = -2 * values[spin];
        values[spin] = -values[spin];
        gains[spin] = -gains[spin];
        int end = model.starts()[spin + 1];
        for (int position = model.starts()[spin]; position < end; position++) {
            int neighbour = neighbours[position];
            gains[neighbour] += change * couplings[position] * values[neighbour];
        }
    }

    /** The energy in the model's units. */
    long energy() {
        long twice = 0;
        for (int i = 0; i < values.length; i++) {
            twice += gains[i] + (long) model.fields()[i] * values[i];
        }
        return twice / 2;
    }

    /** Bit 1 is spin -1. */
    static BitString bits(int[] values) {
        boolean[] bits = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = values[i] < 0;
        }
        return BitString.of(bits);
    }
}
