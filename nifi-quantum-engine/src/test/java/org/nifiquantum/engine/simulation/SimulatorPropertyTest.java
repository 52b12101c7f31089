// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.DenseReference;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;

/** Laws that hold for every circuit, on seeded random ones. */
class SimulatorPropertyTest {
    private static final double[] BINDINGS = {0.731, -2.417};
    private static final Map<String, Double> BINDINGS_BY_NAME = Map.of("alpha", BINDINGS[0], "beta", BINDINGS[1]);
    private static final Simulator SIMULATOR = new Simulator(MemoryBudget.halfOfHeap(), 2);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    // Sizes around the borders of the kernels: pairs only below 8 qubits, tiles of 6 qubits, rows of 10.
    @ParameterizedTest
    @CsvSource({
        "1,30,40",
        "2,40,40",
        "3,60,60",
        "4,80,40",
        "5,80,20",
        "7,80,8",
        "8,120,8",
        "9,120,4",
        "11,150,3",
        "13,60,2"
    })
    void givesTheStateOfTheDefinition(int qubits, int gates, int circuits) {
        for (long seed = 0; seed < circuits; seed++) {
            RandomCircuits random = new RandomCircuits(seed);
            compareWithReference(random.circuit(qubits, gates), "seed " + seed);
            compareWithReference(random.phaseCircuit(qubits, gates), "phases, seed " + seed);
        }
    }

    private static void compareWithReference(Circuit circuit, String message) {
        double[][] expected = DenseReference.run(circuit, BINDINGS_BY_NAME, 0);
        StateVector state = SIMULATOR.run(CompiledCircuit.compile(circuit), BINDINGS);
        for (int index = 0; index < expected.length; index++) {
            Amplitude amplitude = state.amplitude(index);
            assertEquals(expected[index][0], amplitude.real(), 1e-11, message + ", real part of " + index);
            assertEquals(expected[index][1], amplitude.imaginary(), 1e-11, message + ", imaginary part of " + index);
        }
    }

    @Test
    void keepsTheNorm() {
        for (long seed = 0; seed < 5; seed++) {
            CompiledCircuit circuit = CompiledCircuit.compile(new RandomCircuits(seed).circuit(15, 400));
            double norm = Arrays.stream(SIMULATOR.run(circuit, BINDINGS).probabilities())
                    .sum();
            assertEquals(1, norm, 1e-11, "seed " + seed);
        }
    }

    @Test
    void isUndoneByTheInverse() {
        for (long seed = 0; seed < 10; seed++) {
            Circuit circuit = new RandomCircuits(seed).circuit(9, 150);
            CircuitBuilder builder = Circuit.builder(9).parameter("alpha").parameter("beta");
            List<Operation> operations = circuit.operations();
            operations.forEach(builder::add);
            operations.reversed().stream()
                    .filter(GateOperation.class::isInstance)
                    .map(operation -> ((GateOperation) operation).inverse())
                    .forEach(builder::add);
            Amplitude amplitude = SIMULATOR
                    .run(CompiledCircuit.compile(builder.build()), BINDINGS)
                    .amplitude(0);
            assertEquals(1, amplitude.real(), 1e-11, "seed " + seed);
            assertEquals(0, amplitude.imaginary(), 1e-11, "seed " + seed);
        }
    }

    @Test
    void hasTheSameBitsOnAnyNumberOfThreads() {
        Circuit random = new RandomCircuits(7).circuit(16, 300);
        CompiledCircuit circuit = CompiledCircuit.compile(random);
        StateVector reference = singleThreaded(circuit);
        for (int threads : new int[] {2, 3, 8}) {
            try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), threads)) {
                StateVector state = simulator.run(circuit, BINDINGS);
                for (int index = 0; index < 1 << 16; index++) {
                    assertEquals(reference.amplitude(index), state.amplitude(index), threads + " threads, " + index);
                }
                assertEquals(
                        reference.sample(circuit.measurements(), 5000, 3),
                        state.sample(circuit.measurements(), 5000, 3));
            }
        }
    }

    private static StateVector singleThreaded(CompiledCircuit circuit) {
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            return simulator.run(circuit, BINDINGS);
        }
    }

    @Test
    void seesRzzHoweverItIsWritten() {
        // Each edge as cx, rz, cx in both directions, and the mixer of one qubit before the last edges of others.
        CircuitBuilder builder = Circuit.builder(12).parameter("gamma");
        for (int qubit = 0; qubit < 12; qubit++) {
            builder.gate(StandardGate.H, qubit);
        }
        List<Expression> gamma = List.of(Expression.parameter("gamma"));
        for (int qubit = 0; qubit + 1 < 12; qubit++) {
            builder.gate(StandardGate.CX, qubit, qubit + 1)
                    .gate(StandardGate.RZ, gamma, qubit + 1)
                    .gate(StandardGate.CX, qubit, qubit + 1);
            builder.gate(StandardGate.CX, (qubit + 5) % 12, qubit)
                    .gate(StandardGate.RZ, gamma, qubit)
                    .gate(StandardGate.CX, (qubit + 5) % 12, qubit);
        }
        for (int qubit = 0; qubit < 12; qubit++) {
            builder.gate(StandardGate.RX, gamma, qubit);
        }
        assertEquals(3, CompiledCircuit.compile(builder.build()).passes(), "H layer, one phase layer, RX layer");
    }

    @Test
    void makesFlipsBetweenMatricesPhases() {
        CircuitBuilder builder = Circuit.builder(3).parameter("t");
        List<Expression> angle = List.of(Expression.parameter("t"));
        for (int layer = 0; layer < 3; layer++) {
            for (int qubit = 0; qubit < 3; qubit++) {
                builder.gate(StandardGate.RY, angle, qubit);
            }
            if (layer < 2) {
                builder.gate(StandardGate.CX, layer, layer + 1);
            }
        }
        Circuit circuit = builder.build();
        assertEquals(5, CompiledCircuit.compile(circuit).passes(), "three layers of matrices, two of phases");
    }

    @Test
    void refusesExpressionsThatExpandWithoutEnd() {
        Expression t = Expression.parameter("t");
        Gate gate = StandardGate.RZ;
        for (int level = 0; level < 60; level++) {
            GateOperation call = new GateOperation(gate, List.of(t.times(t)), List.of(0));
            gate = new DefinedGate("level" + level, List.of("t"), 1, List.of(call));
        }
        Circuit circuit =
                Circuit.builder(1).parameter("t").gate(gate, List.of(t), 0).build();
        assertThrows(IllegalArgumentException.class, () -> CompiledCircuit.compile(circuit));
    }

    @Test
    void refusesBindingsThatDoNotFit() {
        CompiledCircuit circuit = CompiledCircuit.compile(new RandomCircuits(1).circuit(2, 5));
        assertThrows(IllegalArgumentException.class, () -> SIMULATOR.run(circuit, 1));
        assertEquals(
                "Parameter beta is NaN",
                assertThrows(IllegalArgumentException.class, () -> SIMULATOR.run(circuit, 1, Double.NaN))
                        .getMessage());
    }

    @Test
    void keepsReusedMemoryToItself() {
        CompiledCircuit circuit = CompiledCircuit.compile(new RandomCircuits(1).circuit(3, 5));
        StateVector escaped = SIMULATOR.evaluate(circuit, BINDINGS, state -> state);
        assertThrows(IllegalStateException.class, () -> escaped.amplitude(0));
    }

    @Test
    void runsConcurrently() {
        CompiledCircuit circuit = CompiledCircuit.compile(new RandomCircuits(11).circuit(15, 60));
        double expected = SIMULATOR.run(circuit, BINDINGS).probabilities()[5];
        assertTrue(IntStream.range(0, 64)
                .parallel()
                .mapToDouble(index -> SIMULATOR.evaluate(circuit, BINDINGS, state -> state.probabilities()[5]))
                .allMatch(probability -> probability == expected));
    }
}
