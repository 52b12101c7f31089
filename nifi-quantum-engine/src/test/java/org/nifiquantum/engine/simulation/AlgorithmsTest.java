// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;

/** The textbook's algorithms, whose outcomes are known by formula (M. Nielsen and I. Chuang, 2000, chapters 5 and 6). */
class AlgorithmsTest {
    private static final Simulator SIMULATOR = new Simulator(MemoryBudget.halfOfHeap(), 2);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private static StateVector run(CircuitBuilder builder) {
        return SIMULATOR.run(CompiledCircuit.compile(builder.build()));
    }

    private static List<Expression> angle(double radians) {
        return List.of(Expression.constant(radians));
    }

    /** In the W state of n qubits each pair has {@code <ZZ> = 1 - 4/n} and {@code <XX> = 2/n}. */
    @Test
    void wStatesHaveTheirCorrelations() {
        for (int qubits : new int[] {2, 3, 7, 12}) {
            CircuitBuilder builder = Circuit.builder(qubits).gate(StandardGate.X, 0);
            for (int qubit = 1; qubit < qubits; qubit++) {
                // What is left of the excitation passes on, but for one share of those that remain.
                double kept = 1.0 / (qubits - qubit + 1);
                builder.gate(StandardGate.CRY, angle(2 * Math.acos(Math.sqrt(kept))), qubit - 1, qubit);
                builder.gate(StandardGate.CX, qubit, qubit - 1);
            }
            StateVector state = run(builder);
            for (int qubit = 0; qubit < qubits; qubit++) {
                assertEquals(1.0 / qubits, state.amplitude(1L << qubit).probability(), 1e-14);
            }
            double zz = state.expectation(
                    PauliSum.builder().add(1, "ZZ", 0, qubits - 1).build());
            double xx = state.expectation(
                    PauliSum.builder().add(1, "XX", 0, qubits - 1).build());
            assertEquals(1 - 4.0 / qubits, zz, 1e-13);
            assertEquals(2.0 / qubits, xx, 1e-13);
        }
    }

    /** With t qubits and a phase off by d from m / 2^t, m comes out with {@code (sin(pi 2^t d) / (2^t sin(pi d)))^2}. */
    @Test
    void phaseEstimationHasItsDistribution() {
        int counting = 6;
        int size = 1 << counting;
        double phase = 0.3141;
        CircuitBuilder builder = Circuit.builder(counting + 1).gate(StandardGate.X, counting);
        for (int qubit = 0; qubit < counting; qubit++) {
            builder.gate(StandardGate.H, qubit);
            builder.gate(StandardGate.CP, angle(2 * Math.PI * phase * (1 << qubit)), qubit, counting);
        }
        for (int qubit = 0; qubit < counting / 2; qubit++) {
            builder.gate(StandardGate.SWAP, qubit, counting - 1 - qubit);
        }
        for (int target = 0; target < counting; target++) {
            for (int control = 0; control < target; control++) {
                builder.gate(StandardGate.CP, angle(-Math.PI / (1 << (target - control))), control, target);
            }
            builder.gate(StandardGate.H, target);
        }
        double[] probabilities = run(builder).probabilities();
        for (int outcome = 0; outcome < size; outcome++) {
            double off = phase - (double) outcome / size;
            double expected = Math.pow(Math.sin(Math.PI * size * off) / (size * Math.sin(Math.PI * off)), 2);
            assertEquals(expected, probabilities[size + outcome], 1e-13, "outcome " + outcome);
        }
    }

    /** After k rounds the marked one of 8 is found with {@code sin^2((2 k + 1) asin(1 / sqrt 8))}. */
    @Test
    void groverSucceedsAtEveryRound() {
        for (int rounds = 0; rounds <= 8; rounds++) {
            CircuitBuilder builder = Circuit.builder(3);
            onAll(builder, StandardGate.H);
            for (int round = 0; round < rounds; round++) {
                // Marks 5 = 101.
                builder.gate(StandardGate.X, 1);
                flipSignOfOnes(builder);
                builder.gate(StandardGate.X, 1);
                onAll(builder, StandardGate.H);
                onAll(builder, StandardGate.X);
                flipSignOfOnes(builder);
                onAll(builder, StandardGate.X);
                onAll(builder, StandardGate.H);
            }
            double expected = Math.pow(Math.sin((2 * rounds + 1) * Math.asin(1 / Math.sqrt(8))), 2);
            assertEquals(expected, run(builder).amplitude(5).probability(), 1e-13, rounds + " rounds");
        }
    }

    private static void onAll(CircuitBuilder builder, StandardGate gate) {
        for (int qubit = 0; qubit < 3; qubit++) {
            builder.gate(gate, qubit);
        }
    }

    private static void flipSignOfOnes(CircuitBuilder builder) {
        builder.gate(StandardGate.H, 2).gate(StandardGate.CCX, 0, 1, 2).gate(StandardGate.H, 2);
    }

    /**
     * Outputs of random circuits are distributed exponentially, so that those above the median hold {@code (1 + ln 2) / 2} of
     * the probability (S. Aaronson and L. Chen, arXiv:1612.05903); the means of 30 circuits scatter by less than 0.005.
     */
    @Test
    void quantumVolumeCircuitsHaveTheirHeavyOutput() {
        int qubits = 10;
        int circuits = 30;
        long seed = 5;
        Random random = new Random(seed);
        double heavy = 0;
        for (int circuit = 0; circuit < circuits; circuit++) {
            double[] probabilities = run(randomCircuit(qubits, random)).probabilities();
            Arrays.sort(probabilities);
            heavy += Arrays.stream(probabilities, probabilities.length / 2, probabilities.length)
                    .sum();
        }
        assertEquals((1 + Math.log(2)) / 2, heavy / circuits, 0.02, "seed " + seed);
    }

    private static CircuitBuilder randomCircuit(int qubits, Random random) {
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int layer = 0; layer < 3 * qubits; layer++) {
            for (int qubit = 0; qubit < qubits; qubit++) {
                List<Expression> haar = List.of(
                        Expression.constant(Math.acos(1 - 2 * random.nextDouble())),
                        Expression.constant(2 * Math.PI * random.nextDouble()),
                        Expression.constant(2 * Math.PI * random.nextDouble()));
                builder.gate(StandardGate.U3, haar, qubit);
            }
            for (int qubit = layer % 2; qubit + 1 < qubits; qubit += 2) {
                builder.gate(StandardGate.CX, qubit, qubit + 1);
            }
        }
        return builder;
    }
}
