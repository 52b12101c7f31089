// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.circuit.StandardGate;

class SamplingTest {
    private static final Simulator SIMULATOR = new Simulator(MemoryBudget.halfOfHeap(), 2);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @Test
    void followsTheProbabilities() {
        int qubits = 6;
        int shots = 200_000;
        Circuit circuit = new RandomCircuits(2).circuit(qubits, 60);
        StateVector state = SIMULATOR.run(CompiledCircuit.compile(circuit), 0.3, 0.9);
        double[] probabilities = state.probabilities();
        Counts counts = state.sample(MeasurementMap.ofAllQubits(qubits), shots, 20261121);
        double chiSquare = 0;
        int degrees = -1;
        for (int index = 0; index < probabilities.length; index++) {
            double expected = probabilities[index] * shots;
            int seen = counts.count(BitString.ofIndex(index, qubits));
            if (expected < 1e-6) {
                assertEquals(0, seen);
                continue;
            }
            chiSquare += (seen - expected) * (seen - expected) / expected;
            degrees++;
        }
        assertEquals(shots, counts.shots());
        assertTrue(degrees > 40, "the test needs many outcomes, not " + degrees);
        // Wilson-Hilferty: z = 3.7 is p = 1e-4, z = -3.7 would be too good to be true.
        double z = (Math.cbrt(chiSquare / degrees) - (1 - 2.0 / (9 * degrees))) / Math.sqrt(2.0 / (9 * degrees));
        assertTrue(Math.abs(z) < 3.7, "chi-square %f of %d degrees, z = %f".formatted(chiSquare, degrees, z));
    }

    @Test
    void dependsOnlyOnTheSeed() {
        StateVector state = uniform(16);
        MeasurementMap all = MeasurementMap.ofAllQubits(16);
        assertEquals(state.sample(all, 1000, 5), state.sample(all, 1000, 5));
        assertNotEquals(state.sample(all, 1000, 5), state.sample(all, 1000, 6));
    }

    @Test
    void servesAllBlocksAlike() {
        int shots = 400_000;
        Counts counts = uniform(14).sample(MeasurementMap.ofAllQubits(14), shots, 8);
        // Sixteenths of the state, four to each block of sums.
        int[] seen = new int[16];
        counts.byOutcome().forEach((outcome, count) -> seen[(int) (outcome.toIndex() >> 10)] += count);
        double expected = shots / 16.0;
        for (int part = 0; part < seen.length; part++) {
            assertEquals(expected, seen[part], 5 * Math.sqrt(expected), "part " + part);
        }
        assertTrue(counts.count(BitString.ofIndex(0, 14)) > 0);
        assertTrue(counts.count(BitString.ofIndex((1 << 14) - 1, 14)) > 0);
    }

    @Test
    void showsTheClassicalRegister() {
        Circuit circuit =
                Circuit.builder(3).bits(4).gate(StandardGate.X, 2).measure(2, 1).build();
        CompiledCircuit compiled = CompiledCircuit.compile(circuit);
        Counts counts = SIMULATOR.run(compiled).sample(compiled.measurements(), 3, 0);
        assertEquals("{0010=3}", counts.byOutcome().toString());
    }

    @Test
    void refusesNoShots() {
        StateVector state = uniform(2);
        assertThrows(IllegalArgumentException.class, () -> state.sample(MeasurementMap.ofAllQubits(2), 0, 1));
    }

    private static StateVector uniform(int qubits) {
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int qubit = 0; qubit < qubits; qubit++) {
            builder.gate(StandardGate.H, qubit);
        }
        return SIMULATOR.run(CompiledCircuit.compile(builder.build()));
    }
}
