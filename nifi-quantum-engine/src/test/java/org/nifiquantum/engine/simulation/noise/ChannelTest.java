// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.MemoryBudget;

/** Channels against the formulas for what they do to the Bloch vector. */
class ChannelTest {
    private static final double THETA = 1.1;
    private static final double PHI = 0.7;
    private static final double X = Math.sin(THETA) * Math.cos(PHI);
    private static final double Y = Math.sin(THETA) * Math.sin(PHI);
    private static final double Z = Math.cos(THETA);

    static Stream<Channel> channels() {
        return Stream.of(
                new Channel.Depolarizing(1, 0.3),
                new Channel.Depolarizing(1, 4.0 / 3),
                new Channel.Depolarizing(2, 0.2),
                new Channel.Depolarizing(2, 16.0 / 15),
                new Channel.AmplitudeDamping(0.4),
                new Channel.AmplitudeDamping(0.4, 0.3),
                new Channel.AmplitudeDamping(1),
                new Channel.PhaseDamping(0.37),
                new Channel.ThermalRelaxation(50, 70, 20),
                new Channel.ThermalRelaxation(50, 30, 20, 0.1),
                new Channel.ThermalRelaxation(50, 100, 20, 0.5),
                new Channel.ThermalRelaxation(Double.POSITIVE_INFINITY, 30, 20),
                Channel.bitFlip(0.1),
                Channel.phaseFlip(0.2),
                Channel.bitPhaseFlip(1),
                new Channel.Pauli(2, Map.of("XI", 0.1, "ZY", 0.2)));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void preservesTheTrace(Channel channel) {
        // The general channel refuses operators that do not.
        Channel.Kraus kraus = new Channel.Kraus(channel.operators());
        assertEquals(channel.qubits(), kraus.qubits());
    }

    /** The Bloch vector after so many uses of a channel on a state with the angles THETA, PHI. */
    private static double[] bloch(Channel channel, int times) {
        CircuitBuilder builder = Circuit.builder(1)
                .gate(StandardGate.RY, List.of(Expression.constant(THETA)), 0)
                .gate(StandardGate.RZ, List.of(Expression.constant(PHI)), 0);
        for (int use = 0; use < times; use++) {
            builder.gate(StandardGate.ID, 0);
        }
        NoisyCircuit circuit = NoisyCircuit.compile(builder.build(), NoiseModel.of(NoiseRule.onGate("id", channel)));
        try (NoisySimulator simulator = new NoisySimulator(MemoryBudget.halfOfHeap(), 1, NoiseSettings.DEFAULT)) {
            DensityMatrix state = simulator.densityMatrix(circuit);
            return Stream.of("X", "Y", "Z")
                    .mapToDouble(letter -> state.expectation(
                            PauliSum.builder().add(1, letter, 0).build()))
                    .toArray();
        }
    }

    private static void check(double x, double y, double z, double... actual) {
        assertEquals(x, actual[0], 1e-13);
        assertEquals(y, actual[1], 1e-13);
        assertEquals(z, actual[2], 1e-13);
    }

    @Test
    void depolarisingShrinksTheBlochVector() {
        double factor = Math.pow(1 - 0.03, 25);
        check(factor * X, factor * Y, factor * Z, bloch(new Channel.Depolarizing(1, 0.03), 25));
        // Cirq: each Pauli with probability p/3 shrinks by 1 - 4p/3.
        double cirq = 1 - 4 * 0.03 / 3;
        check(cirq * X, cirq * Y, cirq * Z, bloch(Channel.Depolarizing.ofErrorProbability(1, 0.03), 1));
    }

    @Test
    void flipsTurnTwoComponentsAround() {
        double factor = Math.pow(1 - 2 * 0.02, 9);
        check(X, factor * Y, factor * Z, bloch(Channel.bitFlip(0.02), 9));
        check(factor * X, factor * Y, Z, bloch(Channel.phaseFlip(0.02), 9));
        check(factor * X, Y, factor * Z, bloch(Channel.bitPhaseFlip(0.02), 9));
        check(
                (1 - 2 * 0.2 - 2 * 0.3) * X,
                (1 - 2 * 0.1 - 2 * 0.3) * Y,
                (1 - 2 * 0.1 - 2 * 0.2) * Z,
                bloch(new Channel.Pauli(1, Map.of("X", 0.1, "Y", 0.2, "Z", 0.3)), 1));
    }

    @Test
    void dampingDecaysTowardsEquilibrium() {
        double kept = Math.pow(0.9, 12);
        check(
                Math.sqrt(kept) * X,
                Math.sqrt(kept) * Y,
                1 + (Z - 1) * kept,
                bloch(new Channel.AmplitudeDamping(0.1), 12));
        check(
                Math.sqrt(kept) * X,
                Math.sqrt(kept) * Y,
                0.4 + (Z - 0.4) * kept,
                bloch(new Channel.AmplitudeDamping(0.1, 0.3), 12));
        check(Math.sqrt(kept) * X, Math.sqrt(kept) * Y, Z, bloch(new Channel.PhaseDamping(0.1), 12));
    }

    @Test
    void relaxationFollowsBothTimes() {
        double t1 = 50;
        for (double t2 : new double[] {20, 50, 80, 100}) {
            double population = Math.exp(-3 * 7 / t1);
            double coherence = Math.exp(-3 * 7 / t2);
            check(
                    coherence * X,
                    coherence * Y,
                    0.6 + (Z - 0.6) * population,
                    bloch(new Channel.ThermalRelaxation(t1, t2, 7, 0.2), 3));
        }
    }

    @Test
    void refusesWhatIsNoChannel() {
        assertEquals(
                "T2 = 101.0 is more than 2 T1 = 100.0, which no qubit can have; lower T2 to 100.0 or less",
                assertThrows(IllegalArgumentException.class, () -> new Channel.ThermalRelaxation(50, 101, 1))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Channel.ThermalRelaxation(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Channel.ThermalRelaxation(1, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> new Channel.Depolarizing(1, 1.34));
        assertThrows(IllegalArgumentException.class, () -> new Channel.Depolarizing(3, 0.1));
        assertThrows(IllegalArgumentException.class, () -> Channel.bitFlip(-0.1));
        assertThrows(IllegalArgumentException.class, () -> Channel.bitFlip(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Channel.Pauli(1, Map.of("X", 0.6, "Z", 0.6)));
        assertThrows(IllegalArgumentException.class, () -> new Channel.Pauli(2, Map.of("X", 0.6)));
        ComplexMatrix half = ComplexMatrix.identity(1).times(Math.sqrt(0.5));
        assertEquals(2, new Channel.Kraus(List.of(half, half)).operators().size());
        assertThrows(IllegalArgumentException.class, () -> new Channel.Kraus(List.of(half)));
        assertThrows(IllegalArgumentException.class, () -> new Channel.Kraus(List.of(half, half.times(1 + 1e-8))));
        assertThrows(IllegalArgumentException.class, () -> new Channel.Kraus(List.of()));
    }
}
