// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.QaoaCircuits.Edge;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;

/** States of which only half is kept, against the same circuits with a rotation by next to nothing that keeps them whole. */
class HalvedStateTest {
    private static final double[] ANGLES = {0.41, 0.9, -0.7, 0.33};
    /** Of which the second half turn has no tangent. */
    private static final double[] HALF_TURN = {0.41, Math.PI / 2, -0.7, 0.33};

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void amplitudesAreThoseOfTheWholeState(Kernels kernels) {
        for (int qubits : new int[] {14, 15, 16, 17}) {
            Circuit circuit = circuit(qubits, qubits);
            CompiledCircuit halved = CompiledCircuit.compile(circuit);
            CompiledCircuit whole = CompiledCircuit.compile(keptWhole(circuit));
            assertTrue(halved.isHalved());
            assertFalse(whole.isHalved());
            try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 2, kernels)) {
                for (double[] angles : List.of(ANGLES, HALF_TURN)) {
                    StateVector found = simulator.run(halved, angles);
                    StateVector expected = simulator.run(whole, angles);
                    for (int index = 0; index < 1 << qubits; index++) {
                        Amplitude one = found.amplitude(index);
                        Amplitude other = expected.amplitude(index);
                        assertEquals(other.real(), one.real(), 1e-12, "qubits " + qubits + ", state " + index);
                        assertEquals(
                                other.imaginary(), one.imaginary(), 1e-12, "qubits " + qubits + ", state " + index);
                    }
                    assertEquals(1, found.fidelity(expected), 1e-12);
                    assertEquals(1, expected.fidelity(found), 1e-12);
                    assertEquals(1, found.fidelity(found), 1e-12);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void readoutsAreThoseOfTheWholeState(Kernels kernels) {
        int qubits = 15;
        Circuit circuit = circuit(qubits, 3);
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 2, kernels)) {
            StateVector halved = simulator.run(CompiledCircuit.compile(circuit), ANGLES);
            StateVector whole = simulator.run(CompiledCircuit.compile(keptWhole(circuit)), ANGLES);
            for (long seed = 0; seed < 30; seed++) {
                PauliSum observable = observable(qubits, new Random(seed), seed % 2 == 0 ? "IIXYZ" : "IIIZ");
                assertEquals(whole.expectation(observable), halved.expectation(observable), 1e-12, "seed " + seed);
                assertEquals(whole.variance(observable), halved.variance(observable), 1e-11, "seed " + seed);
            }
            PauliSum even = PauliSum.builder()
                    .add(0.7, "XXZ", 0, 14, 3)
                    .add(1, "YYX", 2, 14, 5)
                    .add(1, "ZZ", 14, 1)
                    .build();
            assertEquals(whole.variance(even), halved.variance(even), 1e-11);
            assertEquals(whole.expectation(x -> x % 7), halved.expectation(x -> x % 7), 1e-10);
            double[] expected = whole.marginal(14, 0, 5);
            double[] found = halved.marginal(14, 0, 5);
            double[] probabilities = whole.probabilities();
            for (int index = 0; index < expected.length; index++) {
                assertEquals(expected[index], found[index], 1e-12);
                assertEquals(probabilities[index], halved.probabilities()[index], 1e-12);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void gradientsAreThoseOfTheWholeState(Kernels kernels) {
        for (int qubits : new int[] {14, 16, 17}) {
            Circuit circuit = circuit(qubits, qubits);
            PauliSum observable = observable(qubits, new Random(qubits), "IIIIXYZ")
                    .plus(QaoaCircuits.cut(QaoaCircuits.randomGraph(qubits, 0.4, 1)));
            CompiledObservable compiled = CompiledObservable.compile(observable, qubits);
            try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1, kernels)) {
                Gradient halved = simulator.gradient(CompiledCircuit.compile(circuit), compiled, ANGLES);
                Gradient whole = simulator.gradient(CompiledCircuit.compile(keptWhole(circuit)), compiled, ANGLES);
                assertEquals(whole.value(), halved.value(), 1e-11);
                for (int parameter = 0; parameter < ANGLES.length; parameter++) {
                    assertEquals(
                            whole.derivatives().get(parameter),
                            halved.derivatives().get(parameter),
                            1e-10,
                            "qubits " + qubits);
                }
            }
        }
    }

    @Test
    void samplesFollowTheProbabilities() {
        int qubits = 14;
        int shots = 200_000;
        Circuit circuit = circuit(qubits, 5);
        CompiledCircuit compiled = CompiledCircuit.compile(circuit);
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            StateVector state = simulator.run(compiled, ANGLES);
            Counts counts = state.sample(compiled.measurements(), shots, 9);
            assertEquals(shots, counts.shots());
            assertEquals(counts, state.sample(compiled.measurements(), shots, 9));
            // Bins of three qubits, the highest among them: chi-square with 7 degrees of freedom is above 24.3 once in
            // 1,000 times.
            double[] expected = state.marginal(0, 6, 13);
            double[] seen = new double[8];
            for (int index = 0; index < counts.size(); index++) {
                long outcome = counts.outcome(index).toIndex();
                assertTrue(index == 0 || counts.outcome(index - 1).toIndex() < outcome);
                int bin = (int) ((outcome & 1) | (outcome >> 6 & 1) << 1 | (outcome >> 13 & 1) << 2);
                seen[bin] += counts.times(index);
            }
            double chiSquare = 0;
            for (int bin = 0; bin < seen.length; bin++) {
                double due = shots * expected[bin];
                chiSquare += (seen[bin] - due) * (seen[bin] - due) / due;
            }
            assertTrue(chiSquare < 24.3, "chi-square " + chiSquare);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void sameBitsOnAnyNumberOfThreads(int qubits) {
        CompiledCircuit circuit = CompiledCircuit.compile(circuit(qubits, 2));
        CompiledObservable cut =
                CompiledObservable.compile(QaoaCircuits.cut(QaoaCircuits.randomGraph(qubits, 0.3, 4)), qubits);
        try (Simulator one = new Simulator(MemoryBudget.halfOfHeap(), 1);
                Simulator three = new Simulator(MemoryBudget.halfOfHeap(), 3)) {
            assertEquals(one.gradient(circuit, cut, ANGLES), three.gradient(circuit, cut, ANGLES));
            double alone = one.evaluate(circuit, ANGLES, state -> state.expectation(cut));
            double shared = three.evaluate(circuit, ANGLES, state -> state.expectation(cut));
            assertEquals(alone, shared);
        }
    }

    @Test
    void circuitsThatChangeByTheFlipStayWhole() {
        Circuit circuit = circuit(14, 1);
        for (StandardGate gate : List.of(StandardGate.H, StandardGate.T, StandardGate.Y)) {
            Circuit changed = with(circuit, gate, List.of());
            assertFalse(CompiledCircuit.compile(changed).isHalved(), gate.identifier());
        }
        assertTrue(CompiledCircuit.compile(with(circuit, StandardGate.X, List.of()))
                .isHalved());
        assertTrue(CompiledCircuit.compile(with(circuit, StandardGate.SX, List.of()))
                .isHalved());
        assertFalse(CompiledCircuit.compile(circuit(13, 1)).isHalved(), "too small to be worth it");
    }

    /** Two layers of QAOA on a weighted graph, the mixers different from qubit to qubit. */
    private static Circuit circuit(int qubits, long seed) {
        List<Edge> edges = QaoaCircuits.randomGraph(qubits, 0.3, seed);
        Circuit qaoa = QaoaCircuits.circuit(qubits, edges, 2);
        return with(
                with(
                        qaoa,
                        StandardGate.RX,
                        List.of(Expression.parameter("gamma_1").times(0.5))),
                StandardGate.X,
                List.of());
    }

    private static Circuit keptWhole(Circuit circuit) {
        return with(circuit, StandardGate.RZ, List.of(Expression.constant(1e-14)));
    }

    private static Circuit with(Circuit circuit, StandardGate gate, List<Expression> parameters) {
        CircuitBuilder builder = Circuit.builder(circuit.qubits());
        circuit.parameters().forEach(builder::parameter);
        for (Operation operation : circuit.operations()) {
            builder.add(operation);
        }
        return builder.gate(gate, parameters, circuit.qubits() - 1).build();
    }

    private static PauliSum observable(int qubits, Random random, String letters) {
        PauliSumBuilder builder = PauliSum.builder().constant(random.nextGaussian());
        for (int term = 0; term < 12; term++) {
            StringBuilder text = new StringBuilder();
            int[] on = new int[qubits];
            for (int qubit = 0; qubit < qubits; qubit++) {
                on[qubit] = qubit;
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            builder.add(random.nextGaussian(), text.toString(), on);
        }
        return builder.build();
    }
}
