// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel;

/** The basis states in which some qubits have given values, numbered by the other qubits. */
final class Subspace {
    private Subspace() {}

    /** The bits of a number, moved up past the fixed bits. */
    static int spread(int number, int fixed) {
        int spread = number;
        for (int rest = fixed; rest != 0; rest &= rest - 1) {
            int lowest = Integer.lowestOneBit(rest);
            int low = spread & (lowest - 1);
            spread = ((spread - low) << 1) + low;
        }
        return spread;
    }

    /** What follows an index in which the fixed bits are 0: adding 1 with the fixed bits set carries across them. */
    static int next(int index, int fixed) {
        return ((index | fixed) + 1) & ~fixed;
    }
}
