// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.List;

/** How a table comes about. Equal nodes have equal tables. */
sealed interface Node {

    /** Of how many variables the table is. */
    int bits();

    /**
     * The numbers of a piece, as variables of a sum.
     *
     * @param gather where each number of the table stands among those of the piece
     * @param conjugate whether it is the bra's
     */
    record Leaf(GateTable piece, int bits, List<Integer> gather, boolean conjugate) implements Node {}

    /**
     * The product of tables, summed over their first variable in common.
     *
     * @param bits of the result: one less than all variables together, which are numbered with the one summed over as 0
     * @param inputs the numbers of nodes
     * @param masks which variables each input has, in the same order
     */
    record Sum(int bits, List<Integer> inputs, List<Integer> masks) implements Node {

        /** How many products of two numbers it takes. */
        double operations() {
            return Math.scalb((double) inputs.size(), bits + 1);
        }
    }
}
