// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.QaoaCircuits.Edge;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;

/** The adjoint method against finite differences and formulas. */
class GradientTest {
    private static final Simulator SIMULATOR = new Simulator(MemoryBudget.halfOfHeap(), 1);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private static PauliSum observable(int qubits, long seed, String alphabet) {
        Random random = new Random(seed);
        PauliSumBuilder builder = PauliSum.builder().constant(random.nextGaussian());
        for (int term = 0; term < 8; term++) {
            StringBuilder letters = new StringBuilder();
            int[] all = new int[qubits];
            for (int qubit = 0; qubit < qubits; qubit++) {
                all[qubit] = qubit;
                letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            builder.add(random.nextGaussian(), letters.toString(), all);
        }
        return builder.build();
    }

    /** Central differences with Richardson extrapolation: the error is of order step^4. */
    private static double difference(
            CompiledCircuit circuit, CompiledObservable observable, double[] at, int parameter) {
        double step = 1e-4;
        return (4 * central(circuit, observable, at, parameter, step)
                        - central(circuit, observable, at, parameter, 2 * step))
                / 3;
    }

    private static double central(
            CompiledCircuit circuit, CompiledObservable observable, double[] at, int parameter, double step) {
        double[] plus = at.clone();
        double[] minus = at.clone();
        plus[parameter] += step;
        minus[parameter] -= step;
        return (SIMULATOR.run(circuit, plus).expectation(observable)
                        - SIMULATOR.run(circuit, minus).expectation(observable))
                / (2 * step);
    }

    // Sizes around the borders of the kernels: pairs only below 8 qubits, tiles of 6 qubits, rows of 10.
    @ParameterizedTest
    @CsvSource({"1,20,30", "2,30,30", "3,40,30", "5,60,10", "8,60,5", "9,80,3", "11,80,2", "13,60,1"})
    void agreesWithFiniteDifferencesOnAllGates(int qubits, int gates, int circuits) {
        double[] at = {0.731, -0.417};
        for (long seed = 0; seed < circuits; seed++) {
            RandomCircuits random = new RandomCircuits(seed);
            check(random.circuit(qubits, gates), observable(qubits, seed, "IXYZ"), at, "seed " + seed);
            check(random.phaseCircuit(qubits, gates), observable(qubits, seed, "IZ"), at, "phases, seed " + seed);
        }
    }

    private static void check(Circuit circuit, PauliSum observable, double[] at, String message) {
        CompiledCircuit compiled = CompiledCircuit.compile(circuit);
        // Without memory for a table as well as with it.
        for (MemoryBudget budget : List.of(
                MemoryBudget.halfOfHeap(), MemoryBudget.ofBytes(MemoryBudget.bytesForQubits(circuit.qubits())))) {
            CompiledObservable prepared = CompiledObservable.compile(observable, circuit.qubits(), budget);
            Gradient gradient = SIMULATOR.gradient(compiled, prepared, at);
            assertEquals(SIMULATOR.run(compiled, at).expectation(prepared), gradient.value(), 1e-11, message);
            for (int parameter = 0; parameter < at.length; parameter++) {
                double expected = difference(compiled, prepared, at, parameter);
                assertEquals(
                        expected,
                        gradient.derivatives().get(parameter),
                        1e-6 * (1 + Math.abs(expected)),
                        message + ", parameter " + parameter);
            }
        }
    }

    @Test
    void followsTheFormulaOfQaoaOnARing() {
        // At depth 1 each edge of a ring of unit weights cuts 1/2 + 1/4 sin 4b sin 2g (Wang et al., PRA 97, 022304
        // (2018)).
        int nodes = 14;
        List<Edge> ring = IntStream.range(0, nodes)
                .mapToObj(node -> new Edge(node, (node + 1) % nodes, 1))
                .toList();
        double gamma = 0.6;
        double beta = 0.2;
        Gradient gradient = SIMULATOR.gradient(
                CompiledCircuit.compile(QaoaCircuits.circuit(nodes, ring, 1)),
                CompiledObservable.compile(QaoaCircuits.cut(ring), nodes),
                gamma,
                beta);
        assertEquals(nodes * (0.5 + 0.25 * Math.sin(4 * beta) * Math.sin(2 * gamma)), gradient.value(), 1e-12);
        assertEquals(
                nodes * 0.5 * Math.sin(4 * beta) * Math.cos(2 * gamma),
                gradient.derivatives().get(0),
                1e-11);
        assertEquals(
                nodes * Math.cos(4 * beta) * Math.sin(2 * gamma),
                gradient.derivatives().get(1),
                1e-11);
    }

    @Test
    void differentiatesTransverseIsing() {
        int qubits = 8;
        PauliSumBuilder ising = PauliSum.builder();
        CircuitBuilder ansatz = Circuit.builder(qubits);
        for (int parameter = 0; parameter < 3 * qubits; parameter++) {
            ansatz.parameter("t" + parameter);
        }
        for (int qubit = 0; qubit < qubits; qubit++) {
            ising.add(-1, "ZZ", qubit, (qubit + 1) % qubits).add(-0.7, "X", qubit);
        }
        for (int parameter = 0; parameter < 3 * qubits; parameter++) {
            int qubit = parameter % qubits;
            List<Expression> angle = List.of(Expression.parameter("t" + parameter));
            switch (parameter / qubits) {
                case 0 -> ansatz.gate(StandardGate.RY, angle, qubit);
                case 1 -> ansatz.gate(StandardGate.CRX, angle, qubit, (qubit + 1) % qubits);
                default -> ansatz.gate(StandardGate.RX, angle, qubit);
            }
        }
        double[] at = new Random(1).doubles(24, -2, 2).toArray();
        check(ansatz.build(), ising.build(), at, "transverse Ising");
    }

    // Sizes around the borders: blocks of 14 qubits, half the state from 14 qubits on, with a start that is uniform and
    // one that is not.
    @ParameterizedTest
    @CsvSource({"6,1,true", "6,3,false", "13,2,true", "14,1,true", "14,3,false", "15,2,true", "15,2,false", "16,3,true"
    })
    void agreesWithFiniteDifferencesOnQaoa(int qubits, int layers, boolean uniform) {
        List<Edge> edges = QaoaCircuits.randomGraph(qubits, 0.4, 2).stream()
                .map(edge -> new Edge(edge.from(), edge.to(), 1))
                .toList();
        Circuit circuit = qaoa(qubits, edges, layers, uniform);
        double[] at = new Random(qubits).doubles(2L * layers, -1.5, 1.5).toArray();
        check(circuit, QaoaCircuits.cut(edges), at, "QAOA");
        // An image in memory of its own, and a quarter turn, which has no tangent.
        PauliSum flipping = QaoaCircuits.cut(edges).plus(observable(qubits, 5, "IIIIXYZ"));
        at[1] = Math.PI / 2;
        check(circuit, flipping, at, "QAOA, any observable");
    }

    /** With memory for the states on the way and without. */
    @ParameterizedTest
    @CsvSource({"10,true", "14,true", "15,false", "16,true", "18,true"})
    void doesNotNeedTheStatesOnTheWay(int qubits, boolean uniform) {
        int layers = 6;
        List<Edge> edges = QaoaCircuits.randomGraph(qubits, 0.3, 3).stream()
                .map(edge -> new Edge(edge.from(), edge.to(), 2))
                .toList();
        CompiledCircuit circuit = CompiledCircuit.compile(qaoa(qubits, edges, layers, uniform));
        CompiledObservable cut = CompiledObservable.compile(QaoaCircuits.cut(edges), qubits);
        double[] at = new Random(qubits).doubles(2L * layers, -1.5, 1.5).toArray();
        Gradient kept = SIMULATOR.gradient(circuit, cut, at);
        MemoryBudget twoStates = MemoryBudget.ofBytes(2 * MemoryBudget.bytesForQubits(qubits));
        try (Simulator small = new Simulator(twoStates, 1);
                Simulator threads = new Simulator(MemoryBudget.halfOfHeap(), 3)) {
            Gradient expected = small.gradient(circuit, cut, at);
            assertEquals(expected.value(), kept.value(), 1e-11);
            for (int parameter = 0; parameter < at.length; parameter++) {
                assertEquals(
                        expected.derivatives().get(parameter),
                        kept.derivatives().get(parameter),
                        1e-10,
                        "parameter " + parameter);
            }
            assertEquals(kept, threads.gradient(circuit, cut, at), "on three threads");
        }
    }

    /** QAOA, or the same from a product state that is not uniform. */
    private static Circuit qaoa(int qubits, List<Edge> edges, int layers, boolean uniform) {
        Circuit qaoa = QaoaCircuits.circuit(qubits, edges, layers);
        if (uniform) {
            return qaoa;
        }
        CircuitBuilder builder = Circuit.builder(qubits);
        qaoa.parameters().forEach(builder::parameter);
        for (int qubit = 0; qubit < qubits; qubit++) {
            builder.gate(StandardGate.RY, List.of(Expression.constant(0.1 * qubit)), qubit);
        }
        qaoa.operations().forEach(builder::add);
        return builder.build();
    }

    @Test
    void hasTheSameBitsOnAnyNumberOfThreads() {
        CompiledCircuit circuit = CompiledCircuit.compile(new RandomCircuits(7).circuit(15, 150));
        CompiledObservable mixed = CompiledObservable.compile(observable(15, 2, "IXYZ"), 15);
        Gradient one = SIMULATOR.gradient(circuit, mixed, 0.3, 0.4);
        try (Simulator threads = new Simulator(MemoryBudget.halfOfHeap(), 3)) {
            assertEquals(one, threads.gradient(circuit, mixed, 0.3, 0.4));
            assertEquals(
                    List.of(one, SIMULATOR.gradient(circuit, mixed, 0.5, 0.1)),
                    threads.gradients(circuit, mixed, List.of(new double[] {0.3, 0.4}, new double[] {0.5, 0.1})));
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        CompiledCircuit circuit = CompiledCircuit.compile(Circuit.builder(4).build());
        CompiledObservable three = CompiledObservable.compile(PauliSum.builder().build(), 3);
        CompiledObservable four = CompiledObservable.compile(PauliSum.builder().build(), 4);
        assertThrows(IllegalArgumentException.class, () -> SIMULATOR.gradient(circuit, three));
        assertEquals(List.of(), SIMULATOR.gradient(circuit, four).derivatives());
        try (Simulator small = new Simulator(MemoryBudget.ofBytes(MemoryBudget.bytesForQubits(4)), 1)) {
            assertEquals(
                    3,
                    assertThrows(MemoryBudgetException.class, () -> small.gradient(circuit, four))
                            .maximumQubits());
        }
    }
}
