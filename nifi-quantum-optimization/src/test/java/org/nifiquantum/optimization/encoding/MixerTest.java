// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;

class MixerTest {

    private static final double BETA = 0.37;

    @Test
    void groupsStartWithTheirOneAnywhere() {
        Mixer mixer = new OneHotMixer(6, List.of(List.of(4, 0, 2), List.of(1, 5)));
        CircuitBuilder circuit = Circuit.builder(6);
        mixer.prepare(circuit);
        double[] probabilities = probabilities(circuit);
        // Qubit 3 is in no group and may be either.
        for (int state = 0; state < probabilities.length; state++) {
            boolean kept = Integer.bitCount(state & 0b010101) == 1 && Integer.bitCount(state & 0b100010) == 1;
            assertEquals(kept ? 1.0 / 12 : 0, probabilities[state], 1e-12, Integer.toBinaryString(state));
        }
    }

    @Test
    void noAmplitudeLeavesAGroup() {
        Mixer mixer = new OneHotMixer(5, List.of(List.of(0, 1, 2, 3, 4)));
        CircuitBuilder circuit = Circuit.builder(5);
        circuit.gate(StandardGate.X, 3);
        mixer.mix(circuit, term -> Expression.constant(0.2 + 0.3 * term));
        double[] probabilities = probabilities(circuit);
        double kept = 0;
        for (int qubit = 0; qubit < 5; qubit++) {
            kept += probabilities[1 << qubit];
        }
        assertEquals(1, kept, 1e-12);
        assertEquals(5, mixer.terms());
    }

    /** exp(-i beta X) between 01 and 10. */
    @Test
    void aPairTurnsLikeOneQubit() {
        CircuitBuilder circuit = Circuit.builder(2);
        circuit.gate(StandardGate.X, 0);
        new OneHotMixer(2, List.of(List.of(0, 1))).mix(circuit, term -> Expression.constant(BETA));
        double moved = Math.pow(Math.sin(BETA), 2);
        assertArrayEquals(new double[] {0, 1 - moved, moved, 0}, probabilities(circuit), 1e-12);
    }

    @Test
    void groupsThatOverlapAreRefused() {
        List<List<Integer>> groups = List.of(List.of(0, 1), List.of(1, 2));
        assertThrows(IllegalArgumentException.class, () -> new OneHotMixer(3, groups));
    }

    /** Its first state is the one that its mixer leaves as it is. */
    @Test
    void aBiasedStartStaysWithoutACost() {
        Mixer mixer = new Mixer.Biased(List.of(0.25, 0.9));
        CircuitBuilder circuit = Circuit.builder(2);
        mixer.prepare(circuit);
        mixer.mix(circuit, qubit -> Expression.constant(BETA));
        assertArrayEquals(new double[] {0.75 * 0.1, 0.25 * 0.1, 0.75 * 0.9, 0.25 * 0.9}, probabilities(circuit), 1e-12);
    }

    @Test
    void withoutABiasItIsTheStandardMixer() {
        assertArrayEquals(
                probabilities(someCircuit(new Mixer.Transverse(2))),
                probabilities(someCircuit(new Mixer.Biased(List.of(0.5, 0.5)))),
                1e-12);
    }

    private static CircuitBuilder someCircuit(Mixer mixer) {
        CircuitBuilder circuit = Circuit.builder(2);
        mixer.prepare(circuit);
        circuit.gate(StandardGate.CP, List.of(Expression.constant(1.3)), 0, 1);
        circuit.gate(StandardGate.RZ, List.of(Expression.constant(0.7)), 0);
        mixer.mix(circuit, qubit -> Expression.constant(BETA + qubit));
        return circuit;
    }

    private static double[] probabilities(CircuitBuilder builder) {
        Circuit circuit = builder.build();
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            return simulator.evaluate(
                    CompiledCircuit.compile(circuit),
                    new double[0],
                    state -> Arrays.copyOf(state.probabilities(), 1 << circuit.qubits()));
        }
    }
}
