// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Recolours one node of a conflict at a time, the best way that is not tabu: A. Hertz, D. de Werra, "Using tabu search
 * techniques for graph coloring", Computing 39, 345 (1987), with the tabu tenure of P. Galinier, J.-K. Hao, J. Comb. Optim.
 * 3, 379 (1999): 0.6 conflicts + random(10).
 */
final class ColouringSearch {
    private static final int MOVES_BETWEEN_CLOCKS = 64;

    private final int[][] neighbours;
    private final int colours;
    private final SolverBudget budget;
    private final SplittableRandom random;
    private final int[] colouring;
    /** For each node and colour how many neighbours have it. */
    private final int[][] around;

    ColouringSearch(Colouring problem, SolverBudget budget) {
        this.neighbours = problem.graph().neighbours();
        this.colours = problem.colours();
        this.budget = budget;
        this.random = new SplittableRandom(budget.seed());
        this.colouring = greedy(problem.graph());
        for (int node = 0; node < colouring.length; node++) {
            colouring[node] = colouring[node] < colours ? colouring[node] : random.nextInt(colours);
        }
        this.around = new int[colouring.length][colours];
        for (int node = 0; node < colouring.length; node++) {
            for (int neighbour : neighbours[node]) {
                around[node][colouring[neighbour]]++;
            }
        }
    }

    /** DSATUR: the node that sees most colours next, of equals the one with most neighbours; its first free colour. */
    static int[] greedy(Graph graph) {
        int[][] neighbours = graph.neighbours();
        int[] colouring = new int[neighbours.length];
        Arrays.fill(colouring, -1);
        BitSet[] seen = new BitSet[neighbours.length];
        Arrays.setAll(seen, node -> new BitSet());
        for (int step = 0; step < colouring.length; step++) {
            int next = -1;
            for (int node = 0; node < colouring.length; node++) {
                if (colouring[node] < 0
                        && (next < 0 || saturation(seen, neighbours, node) > saturation(seen, neighbours, next))) {
                    next = node;
                }
            }
            colouring[next] = seen[next].nextClearBit(0);
            for (int neighbour : neighbours[next]) {
                seen[neighbour].set(colouring[next]);
            }
        }
        return colouring;
    }

    private static long saturation(BitSet[] seen, int[][] neighbours, int node) {
        return (long) seen[node].cardinality() << Integer.SIZE | neighbours[node].length;
    }

    /** The colouring with the fewest conflicts that was found. */
    int[] run() {
        SolverBudget.Clock clock = budget.start();
        int[] best = colouring.clone();
        int conflicts = conflicts();
        int fewest = conflicts;
        long[][] tabuUntil = new long[colouring.length][colours];
        for (long move = 1; fewest > 0 && colours > 1; move++) {
            if (move % MOVES_BETWEEN_CLOCKS == 0 && clock.exhausted()) {
                break;
            }
            int chosen = chooseMove(tabuUntil, move, conflicts, fewest);
            int node = chosen / colours;
            int colour = chosen % colours;
            conflicts += around[node][colour] - around[node][colouring[node]];
            tabuUntil[node][colouring[node]] = move + (long) (0.6 * conflicts) + random.nextInt(10);
            recolour(node, colour);
            if (conflicts < fewest) {
                fewest = conflicts;
                best = colouring.clone();
            }
        }
        return best;
    }

    /** As node times colours plus colour; any node of a conflict at random if all moves are tabu. */
    private int chooseMove(long[][] tabuUntil, long move, int conflicts, int fewest) {
        int chosen = -1;
        int lowest = Integer.MAX_VALUE;
        int equals = 0;
        for (int node = 0; node < colouring.length; node++) {
            int present = around[node][colouring[node]];
            for (int colour = 0; present > 0 && colour < colours; colour++) {
                int change = around[node][colour] - present;
                boolean allowed = tabuUntil[node][colour] < move || conflicts + change < fewest;
                if (colour != colouring[node] && allowed && change <= lowest) {
                    equals = change < lowest ? 1 : equals + 1;
                    if (random.nextInt(equals) == 0) {
                        chosen = node * colours + colour;
                    }
                    lowest = change;
                }
            }
        }
        return chosen >= 0 ? chosen : random.nextInt(colouring.length * colours);
    }

    private void recolour(int node, int colour) {
        for (int neighbour : neighbours[node]) {
            around[neighbour][colouring[node]]--;
            around[neighbour][colour]++;
        }
        colouring[node] = colour;
    }

    private int conflicts() {
        int twice = 0;
        for (int node = 0; node < colouring.length; node++) {
            twice += around[node][colouring[node]];
        }
        return twice / 2;
    }
}
