// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import java.util.Optional;
import org.nifiquantum.engine.collection.IntList;
import org.nifiquantum.engine.transpile.device.CouplingMap;

/**
 * Reverses the order of wires on a chain of qubits, over and over, each two neighbours doing what they have to do together before
 * they cross (Kivlichan et al., arXiv:1711.04789; for the Fourier transform Fowler, Devitt and Hollenberg,
 * arXiv:quant-ph/0402196). Where most pairs interact this is what no search finds: an exchange costs one gate beyond the
 * interaction it follows.
 */
final class SwapNetwork {
    private static final int MOST_WIRES = 300;

    private final RoutingProblem problem;
    private final int[] chain;
    private final RoutingState state;
    private final Progress progress;
    private final Placement placement;
    /** For each wire its place on the chain when this reversal began. */
    private final int[] rank;
    /** How many interactions each pair of wires, and each wire, still has. */
    private final int[][] left;

    private final int[] leftOn;

    private SwapNetwork(RoutingProblem problem, CouplingMap couplings, int[] chain) {
        this.problem = problem;
        this.chain = chain;
        this.state = new RoutingState(problem, couplings, chain);
        this.progress = state.progress();
        this.placement = state.placement();
        this.rank = new int[chain.length];
        this.left = new int[chain.length][chain.length];
        this.leftOn = new int[chain.length];
        for (int node : problem.lookahead()) {
            count(node, 1);
        }
    }

    /**
     * A way through the problem with wire i at place i of a chain at the start, unless it takes more gates than a limit.
     *
     * @param chain as many qubits as there are wires, each coupled with the next
     */
    static Optional<Routed> route(RoutingProblem problem, CouplingMap couplings, int[] chain, int limit) {
        if (chain.length > MOST_WIRES) {
            return Optional.empty();
        }
        SwapNetwork network = new SwapNetwork(problem, couplings, chain);
        network.state.advance(false);
        while (!network.isDone() && network.state.cost() <= limit) {
            network.reverse(limit);
        }
        return network.isDone() ? Optional.of(network.state.result()) : Optional.empty();
    }

    private boolean isDone() {
        return progress.front().size() == 0;
    }

    private void reverse(int limit) {
        for (int place = 0; place < chain.length; place++) {
            rank[placement.wireAt(chain[place])] = place;
        }
        boolean moved = true;
        while (moved && state.cost() <= limit) {
            moved = sweep(0);
            moved |= sweep(1);
            moved = moved || crossOne();
        }
    }

    /** Every second pair of neighbours; returns whether any did something. */
    private boolean sweep(int start) {
        boolean moved = false;
        for (int place = start; place + 1 < chain.length && !isDone(); place += 2) {
            int first = placement.wireAt(chain[place]);
            int second = placement.wireAt(chain[place + 1]);
            boolean met = meet(first, second);
            boolean mayCross = met || left[first][second] == 0;
            if (mayCross && rank[first] < rank[second] && leftOn[first] + leftOn[second] > 0) {
                state.exchange(chain[place], chain[place + 1]);
                moved = true;
            }
            moved |= met;
        }
        return moved;
    }

    /** Does what two wires beside each other have to do together and can do now; returns whether there was anything. */
    private boolean meet(int first, int second) {
        boolean met = false;
        for (int node = ready(first, second); node >= 0; node = ready(first, second)) {
            state.perform(node);
            count(node, -1);
            state.advance(false);
            met = true;
        }
        return met;
    }

    private int ready(int first, int second) {
        IntList waiting = progress.frontOn(first);
        for (int index = 0; index < waiting.size(); index++) {
            int[] wires = problem.wires(waiting.get(index));
            if (wires[0] == second || wires[1] == second) {
                return waiting.get(index);
            }
        }
        return -1;
    }

    /** Where all pairs wait for each other, one crosses without having met. */
    private boolean crossOne() {
        for (int place = 0; place + 1 < chain.length && !isDone(); place++) {
            if (rank[placement.wireAt(chain[place])] < rank[placement.wireAt(chain[place + 1])]) {
                state.exchange(chain[place], chain[place + 1]);
                return true;
            }
        }
        return false;
    }

    private void count(int node, int change) {
        int[] wires = problem.wires(node);
        left[wires[0]][wires[1]] += change;
        left[wires[1]][wires[0]] += change;
        leftOn[wires[0]] += change;
        leftOn[wires[1]] += change;
    }
}
