// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import java.util.Arrays;
import org.nifiquantum.engine.collection.IntList;
import org.nifiquantum.engine.transpile.device.CouplingMap;

/** How far a way through a problem has come, whatever chooses its exchanges. */
final class RoutingState {
    static final int EXCHANGE_COST = 3;

    private final RoutingProblem problem;
    private final CouplingMap couplings;
    private final int[] initial;
    private final Progress progress;
    private final Placement placement;
    private final RecentInteractions recent;
    private final IntList steps = new IntList();
    private int cost;

    RoutingState(RoutingProblem problem, CouplingMap couplings, int[] initial) {
        this.problem = problem;
        this.couplings = couplings;
        this.initial = initial.clone();
        this.progress = new Progress(problem);
        this.placement = new Placement(initial, couplings.qubits());
        this.recent = new RecentInteractions(problem, couplings);
    }

    Progress progress() {
        return progress;
    }

    Placement placement() {
        return placement;
    }

    /** How many two-qubit gates the steps so far take, exchanges joined with what is before them. */
    int cost() {
        return cost;
    }

    int stepCount() {
        return steps.size();
    }

    /** How many gates an exchange would add now. */
    int exchangeCost(int first, int second) {
        return recent.exchangeCost(first, second);
    }

    /**
     * Does every node that is ready and acts on one wire, and, if {@code eager}, interactions of wires beside each other; what is
     * left is put aside.
     */
    void advance(boolean eager) {
        while (progress.hasFresh()) {
            int node = progress.nextFresh();
            if (problem.isInteraction(node)) {
                progress.block(node);
                if (eager && distance(node) == 1) {
                    perform(node);
                }
            } else {
                progress.finish(node);
                steps.add(node);
            }
        }
    }

    /** Does the ready interactions of a wire that were brought together; returns whether there was one. */
    boolean release(int wire) {
        if (wire == Placement.NOBODY) {
            return false;
        }
        boolean moved = false;
        IntList ready = progress.frontOn(wire);
        for (int index = ready.size() - 1; index >= 0; index--) {
            int node = ready.get(index);
            if (distance(node) == 1) {
                perform(node);
                moved = true;
            }
        }
        return moved;
    }

    /** Does a ready interaction that was put aside. */
    void perform(int node) {
        progress.unblock(node);
        steps.add(node);
        cost += problem.cost(node);
        recent.record(node, placement);
        progress.finish(node);
    }

    void exchange(int first, int second) {
        cost += recent.exchangeCost(first, second);
        recent.exchanged(first, second);
        steps.add(-1 - (first * couplings.qubits() + second));
        placement.exchange(first, second);
    }

    /** Takes back all steps after the first so many, which must be exchanges, to what the cost was. */
    void takeBack(int kept, int costOfKept) {
        while (steps.size() > kept) {
            int exchange = -1 - steps.removeLast();
            placement.exchange(exchange / couplings.qubits(), exchange % couplings.qubits());
        }
        cost = costOfKept;
    }

    /** How many couplings are between the wires of an interaction. */
    int distance(int node) {
        int[] wires = problem.wires(node);
        return couplings.distance(placement.qubitOf(wires[0]), placement.qubitOf(wires[1]));
    }

    Routed result() {
        int[] all = new int[steps.size()];
        Arrays.setAll(all, steps::get);
        return new Routed(initial, placement.toArray(), all, cost);
    }
}
