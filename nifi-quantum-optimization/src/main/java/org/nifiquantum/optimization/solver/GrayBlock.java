// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

/** Searches the states that share their upper bits, by flipping one of the lower spins at a time. */
final class GrayBlock {
    private GrayBlock() {}

    /**
     * The best of some states.
     *
     * @param state its index: bit i is 1 where spin i is -1
     * @param energy its energy, positive infinity if no state was looked at
     * @param incomplete true if some states were left out
     */
    record Best(long state, double energy, boolean incomplete) {
        static final Best NONE = new Best(Long.MAX_VALUE, Double.POSITIVE_INFINITY, false);
        static final Best SKIPPED = new Best(Long.MAX_VALUE, Double.POSITIVE_INFINITY, true);

        /** The better of two, the smaller index of equals: associative and commutative, so any order gives the same. */
        Best lower(Best other) {
            boolean otherIsLower = other.energy < energy || (other.energy == energy && other.state < state);
            Best lower = otherIsLower ? other : this;
            return new Best(lower.state, lower.energy, incomplete || other.incomplete);
        }
    }

    /**
     * Looks at all 2^{@code blockSpins} states whose upper bits are those of {@code block}. With the local field
     * f_i = h_i + sum_j J_ij s_j the energy changes by -2 s_i f_i when spin i flips.
     */
    static Best search(DenseModel model, int block, int blockSpins) {
        double[] spins = spins(model.size(), (long) block << blockSpins);
        double[] localFields = model.localFields(spins, blockSpins);
        double energy = model.energy(spins);
        double bestEnergy = energy;
        int state = 0;
        int bestState = 0;
        int states = 1 << blockSpins;
        for (int step = 1; step < states; step++) {
            int flipped = Integer.numberOfTrailingZeros(step);
            energy -= 2 * spins[flipped] * localFields[flipped];
            spins[flipped] = -spins[flipped];
            double change = 2 * spins[flipped];
            double[] row = model.couplings(flipped);
            for (int other = 0; other < blockSpins; other++) {
                localFields[other] += change * row[other];
            }
            state ^= 1 << flipped;
            if (energy < bestEnergy || (energy == bestEnergy && state < bestState)) {
                bestEnergy = energy;
                bestState = state;
            }
        }
        return new Best((long) block << blockSpins | bestState, bestEnergy, false);
    }

    private static double[] spins(int size, long state) {
        double[] spins = new double[size];
        for (int i = 0; i < size; i++) {
            spins[i] = (state >>> i & 1) == 0 ? 1 : -1;
        }
        return spins;
    }
}
