// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import org.nifiquantum.engine.simulation.kernel.TransitionKernel;

/** The derivatives of a matrix U by slots, each as {@code i (g_0 1 + g_1 X + g_2 Y + g_3 Z) U}. */
final class Generators {
    private static final double NEGLIGIBLE = 1e-15;

    private final int[] slots;
    private final double[][] components;

    /**
     * Takes ownership of the arrays.
     *
     * @param slots by which the matrix changes
     * @param components g for each of these slots
     */
    Generators(int[] slots, double[][] components) {
        this.slots = slots;
        this.components = components;
    }

    /** Which components any slot needs, as bits. */
    int wanted() {
        int wanted = 0;
        for (double[] generator : components) {
            for (int component = 0; component < generator.length; component++) {
                // The rounding of what should be 0 is not worth a pass.
                wanted |= Math.abs(generator[component]) > NEGLIGIBLE ? 1 << component : 0;
            }
        }
        return wanted;
    }

    /**
     * Adds the derivatives of {@code <a|O|a>} by the slots, {@code -2 sum_P g_P Im <b|P|a>} with {@code b = O a}.
     *
     * @param transitions {@code Im <b|P|a>} for the identity, X, Y and Z, from the offset on
     */
    void addDerivatives(double[] transitions, int offset, double[] bySlot) {
        for (int index = 0; index < slots.length; index++) {
            double sum = 0;
            for (int component = 0; component < TransitionKernel.COMPONENTS; component++) {
                sum += components[index][component] * transitions[offset + component];
            }
            bySlot[slots[index]] -= 2 * sum;
        }
    }
}
