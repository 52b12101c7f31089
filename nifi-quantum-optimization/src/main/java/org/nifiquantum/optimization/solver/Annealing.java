// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import java.util.Arrays;

/**
 * Simulated annealing of one model: S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, Science 220, 671 (1983). Sweeps of Metropolis
 * steps from hot to cold, then downhill by single flips to a local minimum.
 *
 * <p>A step uphill by E is taken if E &lt;= -T ln u for a random u; the logarithms are a table (S. V. Isakov et al., Comput.
 * Phys. Commun. 192, 265 (2015)), and at low temperatures nearly every spin is passed over by one comparison.
 */
final class Annealing {
    private static final int TABLE_BITS = 12;
    private static final float[] LOGARITHMS = logarithms();

    /** Nothing in the table is larger: -ln(2^-13) = 9.02. */
    private static final double LARGEST_LOGARITHM = 9.1;

    /** Spins looked at between two looks at the clock, which takes as long as many of them. */
    private static final int SPINS_PER_LOOK = 20_000;

    private final IntegerModel model;
    private final SolverBudget.Clock clock;
    private final RandomBits random;

    Annealing(IntegerModel model, SolverBudget.Clock clock, RandomBits random) {
        this.model = model;
        this.clock = clock;
        this.random = random;
    }

    /** -ln u for u in the middles of equal parts of 0 to 1. */
    private static float[] logarithms() {
        float[] logarithms = new float[1 << TABLE_BITS];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = (float) -Math.log((i + 0.5) / logarithms.length);
        }
        return logarithms;
    }

    /** Anneals all spins, to a local minimum; when the budget ends, to wherever it came. */
    void run(Spins spins, Temperatures temperatures, int sweeps) {
        int[] all = new int[spins.size()];
        Arrays.setAll(all, i -> i);
        run(spins, all, all.length, temperatures, sweeps);
        spins.descend(clock);
    }

    /** Anneals the first {@code count} of the given spins; the others stay. */
    void run(Spins spins, int[] movable, int count, Temperatures temperatures, int sweeps) {
        int sweepsPerLook = Math.max(1, SPINS_PER_LOOK / Math.max(1, count));
        for (int sweep = 0; sweep < sweeps; sweep++) {
            if (sweep % sweepsPerLook == 0 && clock.exhausted()) {
                return;
            }
            sweep(spins.values(), spins.gains(), movable, count, temperatures.at(sweep, sweeps));
        }
    }

    private void sweep(int[] values, int[] gains, int[] movable, int count, double temperature) {
        // The energy changes by twice the gain.
        float half = (float) (temperature / 2);
        int hopeless = (int) (-LARGEST_LOGARITHM * half) - 1;
        for (int index = 0; index < count; index++) {
            int spin = movable[index];
            int gain = gains[spin];
            if (gain < hopeless || (gain < 0 && -gain > half * LOGARITHMS[randomIndex()])) {
                continue;
            }
            Spins.flip(model, values, gains, spin);
        }
    }

    private int randomIndex() {
        return (int) (random.next() >>> (Long.SIZE - TABLE_BITS));
    }
}
