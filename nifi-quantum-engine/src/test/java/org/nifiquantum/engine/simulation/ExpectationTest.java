// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.DenseReference;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.Pauli;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.engine.operator.PauliTerm;

/** Expectations and variances against Pauli matrices applied letter by letter to the reference state. */
class ExpectationTest {
    private static final double[] BINDINGS = {0.4, 1.9};
    private static final Map<String, Double> BINDINGS_BY_NAME = Map.of("alpha", 0.4, "beta", 1.9);

    @Test
    void agreesWithTheDefinition() {
        for (long seed = 0; seed < 30; seed++) {
            int qubits = 2 + (int) (seed % 6);
            Circuit circuit = new RandomCircuits(seed).circuit(qubits, 40);
            PauliSum observable = observable(qubits, new Random(seed), "IXYZ");
            check(circuit, observable, MemoryBudget.halfOfHeap(), seed);
            PauliSum diagonal = observable(qubits, new Random(seed), "IZ");
            check(circuit, diagonal, MemoryBudget.halfOfHeap(), seed);
            // Enough for the state, but not for a table.
            check(circuit, diagonal, MemoryBudget.ofBytes(MemoryBudget.bytesForQubits(qubits)), seed);
        }
    }

    /** Strings that flip the same qubits and those that flip none, a few of them: each has a loop of its own. */
    @Test
    void agreesWithTheDefinitionOnFewTerms() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int qubits = 5 + (int) (seed % 5);
            Circuit circuit = new RandomCircuits(seed).circuit(qubits, 50);
            int high = random.nextInt(3, qubits);
            PauliSum observable = PauliSum.builder()
                    .add(random.nextGaussian(), "Z", random.nextInt(qubits))
                    .add(random.nextGaussian(), "XZ", high, 0)
                    .add(random.nextGaussian(), "YZ", high, 2)
                    .add(random.nextGaussian(), "YY", high, 1)
                    .add(random.nextGaussian(), "X", 2)
                    .build();
            check(circuit, observable, MemoryBudget.halfOfHeap(), seed);
        }
    }

    /**
     * Sums are taken block by block, of 12 qubits: strings may flip qubits inside a vector, between four vectors, inside a block, above,
     * and any of them together.
     */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 8, 12, 15})
    void kernelsAgreeOnStatesOfAnySize(int qubits) {
        CompiledCircuit circuit = CompiledCircuit.compile(new RandomCircuits(3).circuit(qubits, 200));
        try (Simulator fastest = new Simulator(MemoryBudget.halfOfHeap(), 1);
                Simulator plain = new Simulator(MemoryBudget.halfOfHeap(), 1, Kernels.PLAIN)) {
            StateVector one = fastest.run(circuit, BINDINGS);
            StateVector other = plain.run(circuit, BINDINGS);
            for (long seed = 0; seed < 20; seed++) {
                PauliSum observable = observable(qubits, new Random(seed), seed % 2 == 0 ? "IXYZ" : "IIIIX");
                assertEquals(other.expectation(observable), one.expectation(observable), 1e-11, "seed " + seed);
            }
        }
    }

    private static void check(Circuit circuit, PauliSum observable, MemoryBudget budget, long seed) {
        double[][] state = DenseReference.run(circuit, BINDINGS_BY_NAME, 0);
        double[][] image = apply(observable, state);
        double mean = 0;
        double square = 0;
        for (int index = 0; index < state.length; index++) {
            mean += state[index][0] * image[index][0] + state[index][1] * image[index][1];
            square += image[index][0] * image[index][0] + image[index][1] * image[index][1];
        }
        CompiledObservable compiled = CompiledObservable.compile(observable, circuit.qubits(), budget);
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            StateVector simulated = simulator.run(CompiledCircuit.compile(circuit), BINDINGS);
            assertEquals(mean, simulated.expectation(compiled), 1e-11, "seed " + seed);
            assertEquals(square - mean * mean, simulated.variance(compiled), 1e-10, "seed " + seed);
            assertEquals(mean, simulated.expectation(observable), 1e-11, "once, seed " + seed);
            assertEquals(square - mean * mean, simulated.variance(observable), 1e-10, "once, seed " + seed);
        }
    }

    private static PauliSum observable(int qubits, Random random, String letters) {
        PauliSumBuilder builder = PauliSum.builder().constant(random.nextGaussian());
        for (int term = 0; term < 12; term++) {
            StringBuilder text = new StringBuilder();
            int[] all = new int[qubits];
            for (int qubit = 0; qubit < qubits; qubit++) {
                all[qubit] = qubit;
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            builder.add(random.nextGaussian(), text.toString(), all);
        }
        return builder.build();
    }

    private static double[][] apply(PauliSum sum, double[][] state) {
        double[][] result = new double[state.length][2];
        for (int index = 0; index < state.length; index++) {
            result[index][0] = sum.constant() * state[index][0];
            result[index][1] = sum.constant() * state[index][1];
        }
        for (PauliTerm term : sum.terms()) {
            for (int from = 0; from < state.length; from++) {
                double real = term.coefficient() * state[from][0];
                double imaginary = term.coefficient() * state[from][1];
                int to = from;
                for (Map.Entry<Integer, Pauli> entry : term.string().letters().entrySet()) {
                    boolean one = (from >> entry.getKey() & 1) != 0;
                    double before = real;
                    switch (entry.getValue()) {
                        case X -> to ^= 1 << entry.getKey();
                        case Y -> {
                            // Y |0> = i |1>, Y |1> = -i |0>.
                            to ^= 1 << entry.getKey();
                            real = one ? imaginary : -imaginary;
                            imaginary = one ? -before : before;
                        }
                        case Z -> {
                            real = one ? -real : real;
                            imaginary = one ? -imaginary : imaginary;
                        }
                    }
                }
                result[to][0] += real;
                result[to][1] += imaginary;
            }
        }
        return result;
    }

    @Test
    void refusesObservablesOfOtherSizes() {
        PauliSum observable = PauliSum.builder().add(1, "Z", 3).build();
        assertThrows(IllegalArgumentException.class, () -> CompiledObservable.compile(observable, 3));
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            StateVector state =
                    simulator.run(CompiledCircuit.compile(Circuit.builder(4).build()));
            CompiledObservable larger = CompiledObservable.compile(observable, 5);
            assertThrows(IllegalArgumentException.class, () -> state.expectation(larger));
        }
    }
}
