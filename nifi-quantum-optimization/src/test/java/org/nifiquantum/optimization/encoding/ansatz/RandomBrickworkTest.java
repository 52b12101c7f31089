// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.ansatz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;

class RandomBrickworkTest {

    private static final int CIRCUITS = 400;

    @ParameterizedTest
    @CsvSource({"5, 3, 6", "4, 2, 3", "2, 2, 1", "1, 2, 0"})
    void bricksLieByTurnsAndNothingIsLeftOpen(int qubits, int layers, int bricks) {
        Circuit circuit = new RandomBrickwork(layers, 1).circuit(qubits);
        assertEquals(bricks, circuit.twoQubitGates());
        assertEquals(0, circuit.parameters().size());
        assertEquals(circuit, new RandomBrickwork(layers, 1).circuit(qubits), "of the same seed");
        assertNotEquals(circuit, new RandomBrickwork(layers, 2).circuit(qubits), "of another seed");
    }

    @Test
    void aCircuitWithoutLayersIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RandomBrickwork(0, 1));
    }

    /**
     * Over states that are uniform among all of D dimensions, a probability is 1/D on average, and two measurements agree with
     * probability 2/(D + 1) (P. Porter, R. Thomas, Phys. Rev. 104, 483 (1956), for finite D); of the uniform superposition that
     * were 1/D, of a product of uniform qubits (2/3)^4.
     */
    @Test
    void probabilitiesAreSpreadAsThoseOfARandomState() {
        int qubits = 4;
        double dimension = 1 << qubits;
        double collisions = 0;
        double[] mean = new double[1 << qubits];
        for (int seed = 0; seed < CIRCUITS; seed++) {
            double[] probabilities = probabilities(new RandomBrickwork(12, seed).circuit(qubits));
            for (int i = 0; i < probabilities.length; i++) {
                mean[i] += probabilities[i] / CIRCUITS;
                collisions += probabilities[i] * probabilities[i] / CIRCUITS;
            }
        }
        assertEquals(2 / (dimension + 1), collisions, 0.005, "seeds 0 to " + (CIRCUITS - 1));
        assertEquals(1 / dimension, Arrays.stream(mean).max().orElseThrow(), 0.02);
        assertEquals(1 / dimension, Arrays.stream(mean).min().orElseThrow(), 0.02);
    }

    private static double[] probabilities(Circuit circuit) {
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            return simulator.evaluate(
                    CompiledCircuit.compile(circuit),
                    new double[0],
                    state -> Arrays.copyOf(state.probabilities(), 1 << circuit.qubits()));
        }
    }
}
