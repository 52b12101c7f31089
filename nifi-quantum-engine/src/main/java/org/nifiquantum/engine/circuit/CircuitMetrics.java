// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.List;

/** Sizes of a circuit that its users compare. */
final class CircuitMetrics {
    private CircuitMetrics() {}

    static int depth(Circuit circuit) {
        int[] depths = new int[circuit.qubits()];
        for (Operation operation : circuit.operations()) {
            switch (operation) {
                case GateOperation gate -> align(depths, gate.qubits(), 1);
                case Barrier barrier -> align(depths, barrier.qubits(), 0);
                case Measurement measurement -> {}
            }
        }
        return highest(depths);
    }

    static int twoQubitGates(Circuit circuit) {
        return (int) circuit.operations().stream()
                .filter(operation ->
                        operation instanceof GateOperation gate && gate.gate().qubits() >= 2)
                .count();
    }

    private static void align(int[] depths, List<Integer> qubits, int added) {
        int depth = 0;
        for (int qubit : qubits) {
            depth = Math.max(depth, depths[qubit]);
        }
        for (int qubit : qubits) {
            depths[qubit] = depth + added;
        }
    }

    private static int highest(int[] depths) {
        int highest = 0;
        for (int depth : depths) {
            highest = Math.max(highest, depth);
        }
        return highest;
    }
}
