// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import org.nifiquantum.engine.operator.Adjacency;
import org.nifiquantum.engine.operator.IsingModel;

/**
 * An Ising model in whole numbers, without its constant: a search adds and subtracts billions of times, and integers do not
 * drift. Every coefficient is multiplied by the same power of two, the largest that keeps the fields and couplings of each
 * spin below 2^29 together; coefficients of up to 29 significant bits, such as all whole ones, stay exact.
 */
final class IntegerModel {
    private static final int LARGEST_EXPONENT = 29;

    private final int[] fields;
    private final int[] starts;
    private final int[] neighbours;
    private final int[] couplings;
    private final boolean exact;
    private final boolean symmetric;

    private IntegerModel(IsingModel model, int exponent) {
        int spins = model.spins();
        Adjacency adjacency = model.adjacency();
        int positions = spins == 0 ? 0 : adjacency.end(spins - 1);
        fields = new int[spins];
        starts = new int[spins + 1];
        neighbours = new int[positions];
        couplings = new int[positions];
        boolean allExact = true;
        boolean noFields = true;
        for (int spin = 0; spin < spins; spin++) {
            double field = Math.scalb(model.field(spin), exponent);
            fields[spin] = (int) Math.rint(field);
            allExact &= fields[spin] == field;
            noFields &= fields[spin] == 0;
            starts[spin + 1] = adjacency.end(spin);
        }
        for (int position = 0; position < positions; position++) {
            double strength = Math.scalb(adjacency.strength(position), exponent);
            neighbours[position] = adjacency.neighbour(position);
            couplings[position] = (int) Math.rint(strength);
            allExact &= couplings[position] == strength;
        }
        exact = allExact;
        symmetric = noFields;
    }

    static IntegerModel of(IsingModel model) {
        double largest = 0;
        Adjacency adjacency = model.adjacency();
        for (int spin = 0; spin < model.spins(); spin++) {
            double sum = Math.abs(model.field(spin));
            for (int position = adjacency.start(spin); position < adjacency.end(spin); position++) {
                sum += Math.abs(adjacency.strength(position));
            }
            largest = Math.max(largest, sum);
        }
        // Below 2^(exponent + 1) in any case; a model of zeros has the exponent of the smallest number there is.
        int exponent = largest == 0 ? 0 : LARGEST_EXPONENT - 1 - Math.getExponent(largest);
        return new IntegerModel(model, exponent);
    }

    int spins() {
        return fields.length;
    }

    /** Whether no coefficient was rounded. */
    boolean isExact() {
        return exact;
    }

    /** Whether a state and its complement have the same energy. */
    boolean isSymmetric() {
        return symmetric;
    }

    /** The fields h_i; not to be changed. */
    int[] fields() {
        return fields;
    }

    /** Where the couplings of each spin start, and in the last place where they end; not to be changed. */
    int[] starts() {
        return starts;
    }

    /** The other spin of each coupling; not to be changed. */
    int[] neighbours() {
        return neighbours;
    }

    /** The strength of each coupling; not to be changed. */
    int[] couplings() {
        return couplings;
    }
}
