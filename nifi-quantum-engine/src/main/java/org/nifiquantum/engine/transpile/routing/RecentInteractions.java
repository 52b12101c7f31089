// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.routing;

import java.util.HashMap;
import java.util.Map;
import org.nifiquantum.engine.transpile.device.CouplingMap;

/** The interactions that an exchange can be joined with: those that could be the last on both of their qubits. */
final class RecentInteractions {
    private final RoutingProblem problem;
    private final CouplingMap couplings;
    /** By pair of qubits, the smaller first. */
    private final Map<Integer, Integer> onPair = new HashMap<>();
    /** For each wire the group of the last interaction on it. */
    private final int[] lastGroup;

    RecentInteractions(RoutingProblem problem, CouplingMap couplings) {
        this.problem = problem;
        this.couplings = couplings;
        this.lastGroup = new int[problem.wireCount()];
    }

    void record(int node, Placement placement) {
        int[] wires = problem.wires(node);
        lastGroup[wires[0]] = problem.group(node, 0);
        lastGroup[wires[1]] = problem.group(node, 1);
        onPair.put(pair(placement.qubitOf(wires[0]), placement.qubitOf(wires[1])), node);
    }

    /** Forgets what an exchange of two qubits comes after. */
    void exchanged(int first, int second) {
        for (int neighbor : couplings.neighbors(first)) {
            onPair.remove(pair(first, neighbor));
        }
        for (int neighbor : couplings.neighbors(second)) {
            onPair.remove(pair(second, neighbor));
        }
    }

    /** How many two-qubit gates an exchange adds. */
    int exchangeCost(int first, int second) {
        Integer node = onPair.get(pair(first, second));
        if (node == null) {
            return RoutingState.EXCHANGE_COST;
        }
        int[] wires = problem.wires(node);
        boolean last = problem.group(node, 0) == lastGroup[wires[0]] && problem.group(node, 1) == lastGroup[wires[1]];
        return last ? problem.costWithExchange(node) - problem.cost(node) : RoutingState.EXCHANGE_COST;
    }

    private int pair(int first, int second) {
        return Math.min(first, second) * couplings.qubits() + Math.max(first, second);
    }
}
