// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.DenseReference;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.QaoaCircuits.Edge;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;

/** The fastest kernels of this JVM beside the plain ones. Where the JVM has only the plain ones, they are compared with themselves. */
class KernelsTest {
    private static final double TOLERANCE = 1e-12;
    private static final Simulator FASTEST = new Simulator(MemoryBudget.halfOfHeap(), 2);
    private static final Simulator PLAIN = new Simulator(MemoryBudget.halfOfHeap(), 2, Kernels.PLAIN);

    @AfterAll
    static void close() {
        FASTEST.close();
        PLAIN.close();
    }

    @Test
    void usesTheVectorApiWhereTheJvmHasIt() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        // The build compiles the vector kernels for the JDK that also runs this test.
        assertEquals(module, FASTEST.kernels().startsWith("Vector API"), FASTEST.kernels());
        assertEquals("plain Java", PLAIN.kernels());
        assertEquals(FASTEST.kernels(), Kernels.FASTEST.description());
    }

    // Sizes around the borders: lanes, blocks of 12 qubits, rows of 10, and what is left of groups of qubits.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
    void agreesWithThePlainKernelsOnQaoa(int qubits) {
        List<Edge> weighted = QaoaCircuits.randomGraph(qubits, 0.4, qubits);
        compare(QaoaCircuits.circuit(qubits, weighted, 3), 0.4, 0.55, 0.7, 0.29, -2.1, 1.3);
        List<Edge> plain = weighted.stream()
                .map(edge -> new Edge(edge.from(), edge.to(), 1))
                .toList();
        compare(QaoaCircuits.circuit(qubits, plain, 3), 0.4, 0.55, 0.7, 0.29, -2.1, 1.3);
        // A quarter turn is an exchange, which has no tangent.
        compare(QaoaCircuits.circuit(qubits, plain, 2), 0.4, Math.PI / 2, 0.7, 0.29);
    }

    @ParameterizedTest
    @CsvSource({"4,60", "7,90", "10,100", "12,140", "13,150", "14,160", "16,200", "17,200"})
    void agreesWithThePlainKernelsOnAnyCircuit(int qubits, int gates) {
        for (long seed = 0; seed < 4; seed++) {
            compare(new RandomCircuits(seed).circuit(qubits, gates), 0.731, -2.417);
            compare(new RandomCircuits(seed).phaseCircuit(qubits, gates), 0.731, -2.417);
        }
    }

    /** Layers of general matrices, whose phases the fast kernels split off, and CX between matrices, which become CZ. */
    @ParameterizedTest
    @ValueSource(ints = {5, 9, 13, 15, 16, 18})
    void agreesWithThePlainKernelsOnBricks(int qubits) {
        Circuit circuit = bricks(qubits, 6);
        compare(circuit);
        if (qubits < 14) {
            compareWithDefinition(circuit, "bricks");
        }
    }

    /** Derivatives by RX, RY and general matrices, on low and high qubits and those inside a vector. */
    @ParameterizedTest
    @CsvSource({"4,40", "9,60", "13,80", "14,80", "15,80", "16,80"})
    void givesTheGradientOfThePlainKernels(int qubits, int gates) {
        List<Edge> edges = QaoaCircuits.randomGraph(qubits, 0.4, qubits);
        List<Edge> plain =
                edges.stream().map(edge -> new Edge(edge.from(), edge.to(), 1)).toList();
        CompiledObservable cut = CompiledObservable.compile(QaoaCircuits.cut(plain), qubits);
        compareGradients(QaoaCircuits.circuit(qubits, plain, 2), cut, 0.4, 0.55, 0.7, 0.29);
        for (long seed = 0; seed < 3; seed++) {
            compareGradients(new RandomCircuits(seed).circuit(qubits, gates), cut, 0.731, -2.417);
        }
    }

    private static void compareGradients(Circuit circuit, CompiledObservable observable, double... bindings) {
        CompiledCircuit compiled = CompiledCircuit.compile(circuit);
        Gradient expected = PLAIN.gradient(compiled, observable, bindings);
        Gradient gradient = FASTEST.gradient(compiled, observable, bindings);
        assertEquals(expected.value(), gradient.value(), 1e-11);
        for (int index = 0; index < bindings.length; index++) {
            assertEquals(
                    expected.derivatives().get(index), gradient.derivatives().get(index), 1e-10, "derivative " + index);
        }
    }

    private static Circuit bricks(int qubits, int depth) {
        Random random = new Random(qubits);
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int layer = 0; layer <= depth; layer++) {
            for (int qubit = 0; qubit < qubits; qubit++) {
                // Now and then a matrix without a cosine or without a sine.
                StandardGate gate = random.nextInt(8) > 0
                        ? StandardGate.U3
                        : random.nextBoolean() ? StandardGate.X : StandardGate.T;
                builder.gate(gate, angles(gate, random), qubit);
            }
            for (int qubit = layer % 2; layer < depth && qubit + 1 < qubits; qubit += 2) {
                builder.gate(random.nextBoolean() ? StandardGate.CX : StandardGate.CZ, qubit, qubit + 1);
            }
        }
        return builder.build();
    }

    private static void compare(Circuit circuit, double... bindings) {
        CompiledCircuit compiled = CompiledCircuit.compile(circuit);
        StateVector expected = PLAIN.run(compiled, bindings);
        StateVector state = FASTEST.run(compiled, bindings);
        for (int index = 0; index < 1 << circuit.qubits(); index++) {
            Amplitude one = expected.amplitude(index);
            Amplitude other = state.amplitude(index);
            assertEquals(one.real(), other.real(), TOLERANCE, "real part of " + index);
            assertEquals(one.imaginary(), other.imaginary(), TOLERANCE, "imaginary part of " + index);
        }
    }

    /** RX, RY and general matrices, each on every qubit and in every order of neighbours, against products of full matrices. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 10, 12, 13})
    void givesTheStateOfTheDefinition(int qubits) {
        Random random = new Random(qubits);
        List<StandardGate> kinds = List.of(StandardGate.RX, StandardGate.RY, StandardGate.U3, StandardGate.H);
        for (int repetition = 0; repetition < 12; repetition++) {
            CircuitBuilder builder = Circuit.builder(qubits);
            for (int layer = 0; layer < 3; layer++) {
                int only = repetition < 4 ? repetition : -1;
                for (int qubit = 0; qubit < qubits; qubit++) {
                    StandardGate gate = kinds.get(only >= 0 && layer > 0 ? only : random.nextInt(kinds.size()));
                    builder.gate(gate, angles(gate, random), qubit);
                }
                builder.gate(StandardGate.CZ, layer % qubits, (layer + 2) % qubits);
            }
            compareWithDefinition(builder.build(), "repetition " + repetition);
        }
    }

    /** All standard gates and defined ones, gate by gate. */
    @ParameterizedTest
    @CsvSource({
        "1,30,20", "2,40,20", "3,60,20", "4,60,20", "5,80,10", "6,80,10", "7,90,6", "8,90,6", "9,90,4", "10,90,4"
    })
    void givesTheStateOfTheDefinitionGateByGate(int qubits, int gates, int circuits) {
        Map<String, Double> bindings = Map.of("alpha", 0.731, "beta", -2.417);
        for (long seed = 0; seed < circuits; seed++) {
            Circuit circuit = RandomCircuits.bound(new RandomCircuits(seed).circuit(qubits, gates), bindings, false);
            compareWithDefinition(circuit, "seed " + seed);
            compare(circuit);
        }
    }

    /** A matrix with and without a control between permutations, for every target and control. */
    @ParameterizedTest
    @ValueSource(ints = {4, 7, 9})
    void appliesOneMatrixAnywhere(int qubits) {
        Random random = new Random(qubits);
        for (int target = 0; target < qubits; target++) {
            for (int control = 0; control < qubits; control++) {
                CircuitBuilder builder = Circuit.builder(qubits);
                for (int qubit = 0; qubit < qubits; qubit++) {
                    builder.gate(StandardGate.U3, angles(StandardGate.U3, random), qubit);
                }
                builder.gate(StandardGate.CCX, target, (target + 1) % qubits, (target + 2) % qubits)
                        .gate(StandardGate.U3, angles(StandardGate.U3, random), target);
                if (control != target) {
                    builder.gate(StandardGate.CRY, angles(StandardGate.CRY, random), control, target)
                            .gate(StandardGate.CX, control, target);
                }
                compareWithDefinition(builder.build(), "target " + target + ", control " + control);
            }
        }
    }

    /** Gate by gate, as a small circuit without parameters goes, and in layers. */
    private static void compareWithDefinition(Circuit circuit, String message) {
        double[][] expected = DenseReference.run(circuit, Map.of(), 0);
        compareWith(expected, FASTEST.run(CompiledCircuit.compile(circuit)), message);
        Circuit open = RandomCircuits.bound(circuit, Map.of(), true);
        compareWith(expected, FASTEST.run(CompiledCircuit.compile(open), 0), message + ", in layers");
    }

    private static void compareWith(double[][] expected, StateVector state, String message) {
        for (int index = 0; index < expected.length; index++) {
            Amplitude amplitude = state.amplitude(index);
            assertEquals(expected[index][0], amplitude.real(), 1e-11, message + ", real part of " + index);
            assertEquals(expected[index][1], amplitude.imaginary(), 1e-11, message + ", imaginary part of " + index);
        }
    }

    private static List<Expression> angles(StandardGate gate, Random random) {
        return random.doubles(gate.parameterCount(), -4, 4)
                .mapToObj(Expression::constant)
                .toList();
    }
}
