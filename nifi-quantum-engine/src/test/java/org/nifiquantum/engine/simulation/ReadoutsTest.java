// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.QaoaCircuits.Edge;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;

/** Marginals, overlaps, costs and variances by a second way. */
class ReadoutsTest {
    private static final Simulator SIMULATOR = new Simulator(MemoryBudget.halfOfHeap(), 2);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private static StateVector run(Circuit circuit, double... bindings) {
        return SIMULATOR.run(CompiledCircuit.compile(circuit), bindings);
    }

    @Test
    void marginalsSumOverTheOtherQubits() {
        StateVector state = run(new RandomCircuits(6).circuit(5, 60), 0.2, 0.3);
        double[] all = state.probabilities();
        double[] expected = new double[4];
        for (int index = 0; index < 32; index++) {
            // Bit 0 of the marginal is qubit 3, bit 1 is qubit 0.
            expected[(index >> 3 & 1) + 2 * (index & 1)] += all[index];
        }
        assertArrayEquals(expected, state.marginal(3, 0), 1e-14);
        assertEquals(1, state.marginal()[0], 1e-12);
        assertThrows(IllegalArgumentException.class, () -> state.marginal(1, 1));
        assertThrows(IllegalArgumentException.class, () -> state.marginal(5));
    }

    @Test
    void fidelityIsThatOfTheAngleBetween() {
        StateVector zero = run(Circuit.builder(1).build());
        StateVector rotated = run(Circuit.builder(1)
                .gate(StandardGate.RY, List.of(Expression.constant(0.8)), 0)
                .gate(StandardGate.GPHASE, List.of(Expression.constant(0.3)))
                .build());
        assertEquals(Math.pow(Math.cos(0.4), 2), zero.fidelity(rotated), 1e-15);
        Amplitude overlap = zero.innerProduct(rotated);
        assertEquals(Math.cos(0.4) * Math.sin(0.3), overlap.imaginary(), 1e-15);
        assertEquals(-overlap.imaginary(), rotated.innerProduct(zero).imaginary(), 1e-15);
        StateVector larger = run(Circuit.builder(2).build());
        assertThrows(IllegalArgumentException.class, () -> zero.fidelity(larger));
    }

    @Test
    void costsOfBasisStatesAreDiagonalObservables() {
        List<Edge> edges = QaoaCircuits.randomGraph(14, 0.4, 2);
        StateVector state = run(QaoaCircuits.circuit(14, edges, 1), 0.5, 0.4);
        double cut = state.expectation((long basisState) -> edges.stream()
                .filter(edge -> (basisState >> edge.from() & 1) != (basisState >> edge.to() & 1))
                .mapToDouble(Edge::weight)
                .sum());
        assertEquals(state.expectation(QaoaCircuits.cut(edges)), cut, 1e-11);
    }

    @Test
    void varianceIsThatOfTheSquaredSum() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            PauliSumBuilder builder = PauliSum.builder().constant(random.nextGaussian());
            for (int term = 0; term < 15; term++) {
                StringBuilder letters = new StringBuilder();
                for (int qubit = 0; qubit < 4; qubit++) {
                    letters.append("IXYZ".charAt(random.nextInt(4)));
                }
                builder.add(random.nextGaussian(), letters.toString(), 0, 1, 2, 3);
            }
            PauliSum observable = builder.build();
            StateVector state = run(new RandomCircuits(seed).circuit(4, 40), 0.2, 0.3);
            double mean = state.expectation(observable);
            assertEquals(
                    state.expectation(observable.squared()) - mean * mean,
                    state.variance(observable),
                    1e-10,
                    "seed " + seed);
        }
    }
}
