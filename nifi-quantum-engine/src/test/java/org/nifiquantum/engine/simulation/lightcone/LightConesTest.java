// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.QaoaCircuits.Edge;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.Simulator;

/** Expectations from light cones against the state vector, and against closed forms where no state vector fits. */
class LightConesTest {
    private static final ConeLimits LIMITS = new ConeLimits(1e9, 1L << 28);
    private static final double[] BINDINGS = {0.4, 1.9};

    @Test
    void agreesWithTheStateVectorOnAnyCircuit() {
        for (long seed = 0; seed < 60; seed++) {
            int qubits = 2 + (int) (seed % 6);
            RandomCircuits circuits = new RandomCircuits(seed);
            PauliSum observable = observable(qubits, new Random(seed));
            check(circuits.circuit(qubits, 25), observable, BINDINGS, "seed " + seed);
            check(circuits.phaseCircuit(qubits, 40), observable, BINDINGS, "phases, seed " + seed);
        }
    }

    /** Few kinds of gates and all pairs of qubits, so that many cones are of one shape and many nearly. */
    @Test
    void takesOnlyEqualConesForOne() {
        List<StandardGate> kinds = List.of(StandardGate.CX, StandardGate.CZ, StandardGate.H, StandardGate.T);
        int qubits = 7;
        int terms = 0;
        int cones = 0;
        for (long seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            CircuitBuilder circuit = Circuit.builder(qubits);
            for (int qubit = 0; qubit < qubits; qubit++) {
                circuit.gate(StandardGate.RY, List.of(Expression.constant(0.7)), qubit);
            }
            for (int gate = 0; gate < 10; gate++) {
                StandardGate kind = kinds.get(random.nextInt(kinds.size()));
                int first = random.nextInt(qubits);
                int second = (first + 1 + random.nextInt(qubits - 1)) % qubits;
                if (kind.qubits() == 1) {
                    circuit.gate(kind, first);
                } else {
                    circuit.gate(kind, first, second);
                }
            }
            PauliSumBuilder observable = PauliSum.builder();
            for (int first = 0; first < qubits; first++) {
                for (int second = 0; second < first; second++) {
                    observable.add(random.nextGaussian(), seed % 2 == 0 ? "ZZ" : "XZ", first, second);
                    terms++;
                }
            }
            check(circuit.build(), observable.build(), new double[0], "seed " + seed);
            cones += LightCones.compile(circuit.build(), observable.build(), LIMITS)
                    .orElseThrow()
                    .cones();
        }
        assertTrue(cones < 0.8 * terms, "%d cones of %d terms are too many to test anything".formatted(cones, terms));
    }

    @Test
    void agreesWithTheStateVectorOnWeightedGraphs() {
        for (int layers = 1; layers <= 3; layers++) {
            for (long seed = 0; seed < 5; seed++) {
                List<Edge> edges = QaoaCircuits.randomGraph(9, 0.3, seed);
                double[] angles = angles(2 * layers);
                String name = "p = %d, seed %d".formatted(layers, seed);
                check(QaoaCircuits.circuit(9, edges, layers), QaoaCircuits.cut(edges), angles, name);
            }
        }
    }

    /** The best cut of a ring by QAOA is (2p + 1) / (2p + 2) of the edges: E. Farhi, J. Goldstone, S. Gutmann, arXiv:1411.4028. */
    @Test
    void ringOfThousandsOfQubitsHasOneCone() {
        int nodes = 4000;
        List<Edge> ring = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            ring.add(new Edge(node, (node + 1) % nodes, 1));
        }
        Collections.shuffle(ring, new Random(5));
        LightCones cones = LightCones.compile(QaoaCircuits.circuit(nodes, ring, 1), QaoaCircuits.cut(ring), LIMITS)
                .orElseThrow();
        assertEquals(1, cones.cones());
        assertEquals(0.75 * nodes, cones.expectation(Math.PI / 4, Math.PI / 8), 1e-9 * nodes);
    }

    /** On a graph without triangles: Z. Wang, S. Hadfield, Z. Jiang, E. Rieffel, Phys. Rev. A 97, 022304 (2018), theorem 1. */
    @Test
    void gridOfThousandsOfQubitsAgreesWithTheClosedForm() {
        int side = 45;
        List<Edge> torus = new ArrayList<>();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int node = row * side + column;
                torus.add(new Edge(node, row * side + (column + 1) % side, 1));
                torus.add(new Edge((row + 1) % side * side + column, node, 1));
            }
        }
        double gamma = 0.37;
        double beta = 0.21;
        double edge = 0.5 + 0.5 * Math.sin(4 * beta) * Math.sin(gamma) * Math.pow(Math.cos(gamma), 3);
        ExactExpectation expectation = ExactExpectation.compile(
                QaoaCircuits.circuit(side * side, torus, 1), QaoaCircuits.cut(torus), MemoryBudget.ofBytes(1 << 28));
        assertEquals("light cones", expectation.method());
        try (Simulator simulator = new Simulator(MemoryBudget.ofBytes(1 << 20), 1)) {
            assertEquals(edge * torus.size(), expectation.of(simulator, gamma, beta), 1e-8);
        }
    }

    @Test
    void gatesOutsideTheConesAreNotNeeded() {
        Circuit circuit = Circuit.builder(100)
                .gate(StandardGate.H, 0)
                .gate(StandardGate.CX, 0, 99)
                .gate(StandardGate.RY, List.of(Expression.constant(0.3)), 50)
                .gate(StandardGate.CX, 50, 51)
                .measureAll()
                .build();
        PauliSum observable = PauliSum.builder()
                .constant(2)
                .add(1, "XX", 0, 99)
                .add(3, "Z", 51)
                .add(5, "Z", 7)
                .add(1, "Y", 8)
                .build();
        LightCones cones = LightCones.compile(circuit, observable, LIMITS).orElseThrow();
        assertEquals(2 + 1 + 3 * Math.cos(0.3) + 5, cones.expectation(), 1e-12);
    }

    @Test
    void smallStatesAreTakenWholeAndLargeConesAreRefused() {
        List<Edge> edges = QaoaCircuits.randomGraph(8, 0.5, 1);
        MemoryBudget budget = MemoryBudget.ofBytes(1 << 20);
        ExactExpectation small =
                ExactExpectation.compile(QaoaCircuits.circuit(8, edges, 1), QaoaCircuits.cut(edges), budget);
        assertEquals("state vector", small.method());
        List<Edge> dense = QaoaCircuits.randomGraph(40, 0.5, 1);
        Circuit circuit = QaoaCircuits.circuit(40, dense, 3);
        MemoryBudgetException refused = assertThrows(
                MemoryBudgetException.class, () -> ExactExpectation.compile(circuit, QaoaCircuits.cut(dense), budget));
        assertTrue(refused.getMessage().contains("light cones"), refused.getMessage());
        assertEquals(16, refused.maximumQubits());
    }

    @Test
    void saysWhatDoesNotFit() {
        Circuit circuit = Circuit.builder(2).parameter("a").build();
        PauliSum beyond = PauliSum.builder().add(1, "Z", 2).build();
        assertThrows(IllegalArgumentException.class, () -> LightCones.compile(circuit, beyond, LIMITS));
        LightCones cones = LightCones.compile(
                        circuit, PauliSum.builder().add(1, "Z", 1).build(), LIMITS)
                .orElseThrow();
        assertThrows(IllegalArgumentException.class, cones::expectation);
        assertThrows(IllegalArgumentException.class, () -> cones.expectation(Double.NaN));
    }

    private static void check(Circuit circuit, PauliSum observable, double[] bindings, String name) {
        LightCones cones = LightCones.compile(circuit, observable, LIMITS).orElseThrow();
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            double whole =
                    simulator.run(CompiledCircuit.compile(circuit), bindings).expectation(observable);
            assertEquals(whole, cones.expectation(bindings), 1e-11, name);
        }
    }

    private static double[] angles(int count) {
        double[] angles = new double[count];
        for (int index = 0; index < count; index++) {
            angles[index] = 0.3 + 0.07 * index;
        }
        return angles;
    }

    private static PauliSum observable(int qubits, Random random) {
        PauliSumBuilder builder = PauliSum.builder().constant(random.nextGaussian());
        for (int term = 0; term < 8; term++) {
            StringBuilder letters = new StringBuilder();
            int[] on = new int[qubits];
            for (int qubit = 0; qubit < qubits; qubit++) {
                on[qubit] = qubit;
                letters.append("IIXYZ".charAt(random.nextInt(5)));
            }
            builder.add(random.nextGaussian(), letters.toString(), on);
        }
        return builder.build();
    }
}
