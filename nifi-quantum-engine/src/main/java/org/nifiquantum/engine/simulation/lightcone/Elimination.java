// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The order in which variables of a sum are summed over: always the one that shares factors with the fewest others, which keeps the
 * tables in between small. On a tree, and with enough luck near one, they stay as small as they can be.
 */
final class Elimination {
    private final List<BitSet> neighbours = new ArrayList<>();
    private final BitSet left = new BitSet();
    private int widest;

    private Elimination(List<Network.Factor> factors) {
        for (Network.Factor factor : factors) {
            BitSet together = new BitSet();
            factor.variables().stream()
                    .filter(variable -> variable != Network.ZERO)
                    .forEach(together::set);
            left.or(together);
            connect(together);
        }
    }

    /**
     * The variables in order, or as many as there are before one would need a table of too many.
     *
     * @param widest how many variables a table may have
     */
    static List<Integer> order(List<Network.Factor> factors, int widest) {
        Elimination elimination = new Elimination(factors);
        List<Integer> order = new ArrayList<>();
        while (!elimination.left.isEmpty()) {
            int next = elimination.next();
            if (elimination.widest > widest) {
                return order;
            }
            elimination.remove(next);
            order.add(next);
        }
        return order;
    }

    private void connect(BitSet together) {
        while (neighbours.size() < together.length()) {
            neighbours.add(new BitSet());
        }
        together.stream().forEach(variable -> {
            neighbours.get(variable).or(together);
            neighbours.get(variable).clear(variable);
        });
    }

    private int next() {
        int best = left.nextSetBit(0);
        int fewest = Integer.MAX_VALUE;
        for (int variable = best; variable >= 0; variable = left.nextSetBit(variable + 1)) {
            int degree = neighbours.get(variable).cardinality();
            if (degree < fewest) {
                fewest = degree;
                best = variable;
            }
        }
        widest = Math.max(widest, fewest);
        return best;
    }

    private void remove(int variable) {
        BitSet around = neighbours.get(variable);
        left.clear(variable);
        around.stream().forEach(other -> neighbours.get(other).clear(variable));
        connect(around);
    }
}
