// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.layout;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.nifiquantum.engine.transpile.device.CouplingMap;

/**
 * Qubits of a device in a row, each coupled with the next: walks to a random neighbour among those with the fewest ways on
 * (Warnsdorff's rule) until one walk is long enough.
 */
public final class Chain {
    private static final int MOST_WALKS = 2_000;

    private final CouplingMap couplings;
    private final int length;
    private final Random random = new Random(0);
    private final boolean[] taken;

    private Chain(CouplingMap couplings, int length) {
        this.couplings = couplings;
        this.length = length;
        this.taken = new boolean[couplings.qubits()];
    }

    /** So many qubits in a row, or empty if no walk came that far. */
    public static Optional<int[]> find(CouplingMap couplings, int length) {
        Chain chain = new Chain(couplings, length);
        for (int walk = 0; walk < MOST_WALKS; walk++) {
            Optional<int[]> found = chain.walk(walk % couplings.qubits());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<int[]> walk(int start) {
        int[] row = new int[length];
        Arrays.fill(taken, false);
        row[0] = start;
        taken[start] = true;
        for (int place = 1; place < length; place++) {
            int next = next(row[place - 1]);
            if (next < 0) {
                return Optional.empty();
            }
            row[place] = next;
            taken[next] = true;
        }
        return Optional.of(row);
    }

    private int next(int qubit) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        int ties = 0;
        for (int neighbor : couplings.neighbors(qubit)) {
            int ways = taken[neighbor] ? Integer.MAX_VALUE : free(neighbor);
            if (ways < fewest) {
                fewest = ways;
                best = neighbor;
                ties = 1;
            } else if (ways == fewest && ways < Integer.MAX_VALUE && random.nextInt(++ties) == 0) {
                best = neighbor;
            }
        }
        return best;
    }

    private int free(int qubit) {
        return (int) Arrays.stream(couplings.neighbors(qubit))
                .filter(neighbor -> !taken[neighbor])
                .count();
    }
}
