// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.QaoaCircuits.Edge;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;

/** States and expectations that are known by formula. */
class ClosedFormTest {
    private static final Simulator SIMULATOR = new Simulator(MemoryBudget.halfOfHeap(), 2);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private static StateVector run(Circuit circuit, double... bindings) {
        return SIMULATOR.run(CompiledCircuit.compile(circuit), bindings);
    }

    @Test
    void preparesGhzStates() {
        for (int qubits : new int[] {2, 5, 9, 15}) {
            CircuitBuilder builder = Circuit.builder(qubits).gate(StandardGate.H, 0);
            for (int qubit = 1; qubit < qubits; qubit++) {
                builder.gate(StandardGate.CX, qubit - 1, qubit);
            }
            StateVector state = run(builder.build());
            assertEquals(0.5, state.amplitude(0).probability(), 1e-14);
            assertEquals(0.5, state.amplitude((1L << qubits) - 1).probability(), 1e-14);
            // All correlations of Z are 1, so is X on all qubits; a single Z averages to 0.
            String x = "X".repeat(qubits);
            int[] all = IntStream.range(0, qubits).toArray();
            assertEquals(1, state.expectation(PauliSum.builder().add(1, x, all).build()), 1e-13);
            assertEquals(
                    1,
                    state.expectation(
                            PauliSum.builder().add(1, "ZZ", 0, qubits - 1).build()),
                    1e-13);
            assertEquals(0, state.expectation(PauliSum.builder().add(1, "Z", 0).build()), 1e-13);
            assertEquals(
                    1,
                    state.variance(PauliSum.builder().add(1, "Z", 0).constant(4).build()),
                    1e-13);
        }
    }

    @Test
    void transformsBasisStatesByFourier() {
        int qubits = 9;
        int size = 1 << qubits;
        int basisState = 0b101100110;
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int qubit = 0; qubit < qubits; qubit++) {
            if ((basisState >> qubit & 1) != 0) {
                builder.gate(StandardGate.X, qubit);
            }
        }
        for (int target = qubits - 1; target >= 0; target--) {
            builder.gate(StandardGate.H, target);
            for (int control = target - 1; control >= 0; control--) {
                Expression angle = Expression.constant(Math.PI / (1 << (target - control)));
                builder.gate(StandardGate.CP, List.of(angle), control, target);
            }
        }
        for (int qubit = 0; qubit < qubits / 2; qubit++) {
            builder.gate(StandardGate.SWAP, qubit, qubits - 1 - qubit);
        }
        StateVector state = run(builder.build());
        for (int index = 0; index < size; index++) {
            double angle = 2 * Math.PI * ((long) basisState * index % size) / size;
            assertEquals(
                    Math.cos(angle) / Math.sqrt(size), state.amplitude(index).real(), 1e-13, "index " + index);
            assertEquals(
                    Math.sin(angle) / Math.sqrt(size), state.amplitude(index).imaginary(), 1e-13, "index " + index);
        }
    }

    @Test
    void reachesTheQaoaCutOfTriangleFreeCubicGraphs() {
        // Wang, Hadfield, Jiang, Rieffel, Phys. Rev. A 97, 022304 (2018): 1/2 + (1/(2 sqrt 3)) (2/3) of each edge.
        List<Edge> petersen = List.of(
                new Edge(0, 1, 1),
                new Edge(1, 2, 1),
                new Edge(2, 3, 1),
                new Edge(3, 4, 1),
                new Edge(4, 0, 1),
                new Edge(5, 7, 1),
                new Edge(7, 9, 1),
                new Edge(9, 6, 1),
                new Edge(6, 8, 1),
                new Edge(8, 5, 1),
                new Edge(0, 5, 1),
                new Edge(1, 6, 1),
                new Edge(2, 7, 1),
                new Edge(3, 8, 1),
                new Edge(4, 9, 1));
        double gamma = Math.atan(1 / Math.sqrt(2));
        StateVector state = run(QaoaCircuits.circuit(10, petersen, 1), gamma, Math.PI / 8);
        assertEquals(15 * 0.6924500897, state.expectation(QaoaCircuits.cut(petersen)), 1e-8);
    }

    @Test
    void followsTheFormulaOfQaoaOnWeightedTriangleFreeGraphs() {
        // On an edge uv without triangles: 1/2 + 1/4 sin 4b sin(g w) (prod cos(g w_u.) + prod cos(g w_v.)).
        int nodes = 12;
        List<Edge> ring = IntStream.range(0, nodes)
                .mapToObj(node -> new Edge(node, (node + 1) % nodes, 0.3 + 0.1 * node))
                .toList();
        double gamma = 0.83;
        double beta = 0.21;
        double expected = 0;
        for (int node = 0; node < nodes; node++) {
            double weight = ring.get(node).weight();
            double before = ring.get((node + nodes - 1) % nodes).weight();
            double after = ring.get((node + 1) % nodes).weight();
            double edge = 0.5
                    + 0.25
                            * Math.sin(4 * beta)
                            * Math.sin(gamma * weight)
                            * (Math.cos(gamma * before) + Math.cos(gamma * after));
            expected += weight * edge;
        }
        StateVector state = run(QaoaCircuits.circuit(nodes, ring, 1), gamma, beta);
        assertEquals(expected, state.expectation(QaoaCircuits.cut(ring)), 1e-12);
    }

    @Test
    void keepsTheBitOrder() {
        StateVector flipped = run(Circuit.builder(3).gate(StandardGate.X, 0).build());
        assertEquals(1, flipped.amplitude(1).probability());
        Circuit asymmetric = Circuit.builder(3)
                .bits(3)
                .gate(StandardGate.X, 0)
                .gate(StandardGate.CX, 0, 2)
                .measureAll()
                .build();
        CompiledCircuit compiled = CompiledCircuit.compile(asymmetric);
        Counts counts = SIMULATOR.run(compiled).sample(compiled.measurements(), 10, 1);
        assertEquals("{101=10}", counts.byOutcome().toString());
    }
}
