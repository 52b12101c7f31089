// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;

/** Variational energies on a ring, minimised by gradients, whose lowest value is known by formula. */
class GroundStateTest {
    private static final Simulator SIMULATOR = new Simulator(MemoryBudget.halfOfHeap(), 1);
    private static final int MOST_STEPS = 20_000;

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    /**
     * The best cut of QAOA on a ring of n nodes with {@code n >= 2p + 2} is {@code (2p + 1) / (2p + 2)} of the edges (Z. Wang, S.
     * Hadfield, Z. Jiang, E. Rieffel, Phys. Rev. A 97, 022304 (2018); G. Mbeng, R. Fazio, G. Santoro, arXiv:1906.08948).
     */
    @Test
    void qaoaOnARingReachesItsBestCutAndNoMore() {
        for (int layers = 1; layers <= 3; layers++) {
            int nodes = 2 * layers + 4;
            // The cut of an edge is (1 - <ZZ>) / 2.
            double lowest = nodes * (1 - 2 * (2 * layers + 1.0) / (2 * layers + 2));
            assertEquals(lowest, minimum(ring(nodes, layers), zz(nodes).build(), lowest), 1e-8, layers + " layers");
        }
    }

    /**
     * The critical transverse-field Ising ring, {@code -sum ZZ - sum X}, has the ground energy {@code -2 / sin(pi / 2n)} (P.
     * Pfeuty, Ann. Phys. 57, 79 (1970)), which n/2 layers prepare (W. Ho and T. Hsieh, SciPost Phys. 6, 029 (2019)).
     */
    @Test
    void theTransverseIsingRingReachesItsGroundEnergy() {
        for (int qubits : new int[] {4, 6, 8}) {
            double lowest = -2 / Math.sin(Math.PI / (2 * qubits));
            PauliSumBuilder energy = PauliSum.builder();
            for (int qubit = 0; qubit < qubits; qubit++) {
                energy.add(-1, "ZZ", qubit, (qubit + 1) % qubits).add(-1, "X", qubit);
            }
            assertEquals(lowest, minimum(ring(qubits, qubits / 2), energy.build(), lowest), 1e-8, qubits + " qubits");
        }
    }

    private static PauliSumBuilder zz(int nodes) {
        PauliSumBuilder sum = PauliSum.builder();
        for (int node = 0; node < nodes; node++) {
            sum.add(1, "ZZ", node, (node + 1) % nodes);
        }
        return sum;
    }

    /** Layers of exp(-i angle ZZ / 2) on every edge and RX on every node, from the state where all X are 1. */
    private static Circuit ring(int nodes, int layers) {
        CircuitBuilder builder = Circuit.builder(nodes);
        for (int layer = 0; layer < layers; layer++) {
            builder.parameter("zz" + layer).parameter("x" + layer);
        }
        for (int node = 0; node < nodes; node++) {
            builder.gate(StandardGate.H, node);
        }
        for (int layer = 0; layer < layers; layer++) {
            List<Expression> zz = List.of(Expression.parameter("zz" + layer));
            List<Expression> x = List.of(Expression.parameter("x" + layer));
            for (int node = 0; node < nodes; node++) {
                int next = (node + 1) % nodes;
                builder.gate(StandardGate.CX, node, next)
                        .gate(StandardGate.RZ, zz, next)
                        .gate(StandardGate.CX, node, next);
            }
            for (int node = 0; node < nodes; node++) {
                builder.gate(StandardGate.RX, x, node);
            }
        }
        return builder.build();
    }

    /** By steps down the gradient, as long as wanted; begins as a slow change from the one energy to the other does. */
    private static double minimum(Circuit ansatz, PauliSum energy, double lowest) {
        CompiledCircuit circuit = CompiledCircuit.compile(ansatz);
        CompiledObservable observable = CompiledObservable.compile(energy, ansatz.qubits());
        double sign = Math.signum(energy.terms().getFirst().coefficient());
        double[] angles = new double[ansatz.parameters().size()];
        for (int index = 0; index < angles.length; index++) {
            int layer = index / 2;
            double ramp = (2 * layer + 1.0) / angles.length;
            angles[index] = index % 2 == 0 ? sign * ramp : ramp - 1;
        }
        double value = Double.POSITIVE_INFINITY;
        double step = 0.02;
        double[] velocity = new double[angles.length];
        for (int count = 0; count < MOST_STEPS && value - lowest > 1e-9; count++) {
            Gradient gradient = SIMULATOR.gradient(circuit, observable, angles);
            value = gradient.value();
            assertTrue(value > lowest - 1e-9, "below the lowest energy: %s < %s".formatted(value, lowest));
            for (int index = 0; index < angles.length; index++) {
                velocity[index] =
                        0.9 * velocity[index] - step * gradient.derivatives().get(index);
                angles[index] += velocity[index];
            }
        }
        return value;
    }
}
