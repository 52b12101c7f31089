// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.Amplitude;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.StateVector;
import org.nifiquantum.engine.simulation.noise.NoiseSettings.Method;
import org.nifiquantum.engine.simulation.trajectory.PureState;

class NoisySimulatorTest {
    private static final double[] BINDINGS = {0.731, -2.417};
    private static final ToDoubleFunction<String> BY_NAME = Map.of("alpha", BINDINGS[0], "beta", BINDINGS[1])::get;

    /** Every kind of channel, one-sided readout included. */
    private static final NoiseModel RICH = new NoiseModel(
            List.of(
                    NoiseRule.onGatesOf(1, new Channel.ThermalRelaxation(50, 60, 3, 0.1)),
                    NoiseRule.onGatesOf(2, new Channel.Depolarizing(2, 0.05), new Channel.AmplitudeDamping(0.04)),
                    NoiseRule.onGatesOf(3, new Channel.PhaseDamping(0.1)),
                    NoiseRule.onGate("h", new Channel.Pauli(1, Map.of("X", 0.02, "Y", 0.03)))),
            Map.of(0, new ReadoutError(0.02, 0.07), 1, new ReadoutError(0.04, 0)),
            ReadoutError.NONE);

    /** Channels that tell operands apart, with few operators each. */
    private static final NoiseModel LEAN = NoiseModel.of(
            NoiseRule.onGatesOf(1, new Channel.AmplitudeDamping(0.2)),
            NoiseRule.onGatesOf(2, new Channel.Pauli(2, Map.of("XI", 0.2, "ZY", 0.3))),
            NoiseRule.onGatesOf(3, new Channel.AmplitudeDamping(0.1)));

    private static NoisySimulator simulator(Method method, int trajectories, int threads) {
        return new NoisySimulator(MemoryBudget.halfOfHeap(), threads, new NoiseSettings(method, trajectories));
    }

    private static DensityMatrix densityMatrix(Circuit circuit, NoiseModel model, double... bindings) {
        try (NoisySimulator simulator = simulator(Method.DENSITY_MATRIX, 2, 2)) {
            return simulator.densityMatrix(NoisyCircuit.compile(circuit, model), bindings);
        }
    }

    private static PauliSum pauli(String letters, int... qubits) {
        return PauliSum.builder().add(1, letters, qubits).build();
    }

    private static Circuit ghz(int qubits) {
        CircuitBuilder builder = Circuit.builder(qubits).gate(StandardGate.H, 0);
        for (int qubit = 1; qubit < qubits; qubit++) {
            builder.gate(StandardGate.CX, qubit - 1, qubit);
        }
        for (int qubit = 0; qubit < qubits; qubit++) {
            builder.gate(StandardGate.ID, qubit);
        }
        return builder.build();
    }

    @Test
    void withoutNoiseGivesThePureState() {
        for (long seed = 0; seed < 10; seed++) {
            Circuit circuit = new RandomCircuits(seed).circuit(4, 40);
            DensityMatrix noisy = densityMatrix(circuit, NoiseModel.NONE, BINDINGS);
            try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
                StateVector pure = simulator.run(CompiledCircuit.compile(circuit), BINDINGS);
                assertEquals(1, noisy.fidelity(pure), 1e-12, "seed " + seed);
                assertEquals(1, noisy.purity(), 1e-12, "seed " + seed);
                PauliSum observable = PauliSum.builder()
                        .constant(0.4)
                        .add(0.3, "XYZ", 0, 2, 3)
                        .add(0.8, "YY", 1, 3)
                        .add(-0.7, "Z", 2)
                        .build();
                assertEquals(pure.expectation(observable), noisy.expectation(observable), 1e-12, "seed " + seed);
                assertEquals(pure.variance(observable), noisy.variance(observable), 1e-12, "seed " + seed);
            }
        }
    }

    @Test
    void sumsAllBranchesOfTheKrausOperators() {
        for (long seed = 0; seed < 6; seed++) {
            Circuit circuit = new RandomCircuits(seed).circuit(3, 3);
            DensityMatrix state = densityMatrix(circuit, LEAN, BINDINGS);
            List<GateOperation> gates = circuit.operations().stream()
                    .filter(GateOperation.class::isInstance)
                    .map(GateOperation.class::cast)
                    .flatMap(gate -> LEAN.units(gate).stream())
                    .toList();
            double[][][] expected = new double[8][8][2];
            sum(gates, 0, new PureState(3, MemoryBudget.halfOfHeap()), expected);
            for (int row = 0; row < 8; row++) {
                for (int column = 0; column < 8; column++) {
                    Amplitude element = state.element(row, column);
                    assertEquals(expected[row][column][0], element.real(), 1e-13, "seed " + seed);
                    assertEquals(expected[row][column][1], element.imaginary(), 1e-13, "seed " + seed);
                }
            }
        }
    }

    /** Follows every branch to its end. */
    private static void sum(List<GateOperation> gates, int next, PureState state, double[][][] sum) {
        if (next == gates.size()) {
            for (int row = 0; row < 8; row++) {
                for (int column = 0; column < 8; column++) {
                    Amplitude r = state.amplitude(row);
                    Amplitude c = state.amplitude(column);
                    sum[row][column][0] += r.real() * c.real() + r.imaginary() * c.imaginary();
                    sum[row][column][1] += r.imaginary() * c.real() - r.real() * c.imaginary();
                }
            }
            return;
        }
        PureState after = state.copy();
        after.apply(gates.get(next), BY_NAME);
        branch(gates, next, LEAN.after(gates.get(next)), 0, after, sum);
    }

    private static void branch(
            List<GateOperation> gates,
            int gate,
            List<PlacedChannel> channels,
            int channel,
            PureState state,
            double[][][] sum) {
        if (channel == channels.size()) {
            sum(gates, gate + 1, state, sum);
            return;
        }
        for (ComplexMatrix operator : channels.get(channel).channel().operators()) {
            PureState copy = state.copy();
            copy.apply(operator, channels.get(channel).qubitArray());
            branch(gates, gate, channels, channel + 1, copy, sum);
        }
    }

    @Test
    void bellPairsLoseTheirCorrelationsByTheFormula() {
        double strength = 0.13;
        Circuit bell = Circuit.builder(2)
                .gate(StandardGate.H, 0)
                .gate(StandardGate.CX, 0, 1)
                .build();
        DensityMatrix state =
                densityMatrix(bell, NoiseModel.of(NoiseRule.onGate("cx", new Channel.Depolarizing(2, strength))));
        assertEquals(1 - strength, state.expectation(pauli("ZZ", 0, 1)), 1e-14);
        assertEquals(1 - strength, state.expectation(pauli("XX", 0, 1)), 1e-14);
        assertEquals(-(1 - strength), state.expectation(pauli("YY", 0, 1)), 1e-14);
        // Werner state: purity (1 + 3 (1 - s)^2) / 4.
        assertEquals((1 + 3 * Math.pow(1 - strength, 2)) / 4, state.purity(), 1e-14);
    }

    @Test
    void ghzStatesLoseTheirCoherenceByTheFormula() {
        int qubits = 6;
        double flip = 0.04;
        int[] all = IntStream.range(0, qubits).toArray();
        DensityMatrix dephased =
                densityMatrix(ghz(qubits), NoiseModel.of(NoiseRule.onGate("id", Channel.phaseFlip(flip))));
        assertEquals(Math.pow(1 - 2 * flip, qubits), dephased.expectation(pauli("X".repeat(qubits), all)), 1e-13);
        assertEquals(1, dephased.expectation(pauli("ZZ", 0, 5)), 1e-13);
        DensityMatrix flipped =
                densityMatrix(ghz(qubits), NoiseModel.of(NoiseRule.onGate("id", Channel.bitFlip(flip))));
        assertEquals(1, flipped.expectation(pauli("X".repeat(qubits), all)), 1e-13);
        assertEquals(Math.pow(1 - 2 * flip, 2), flipped.expectation(pauli("ZZ", 0, 5)), 1e-13);
        double gamma = 0.1;
        DensityMatrix damped =
                densityMatrix(ghz(qubits), NoiseModel.of(NoiseRule.onGate("id", new Channel.AmplitudeDamping(gamma))));
        assertEquals(
                Math.pow(1 - gamma, qubits / 2.0) / 2, damped.element(0, 63).real(), 1e-13);
        assertEquals(Math.pow(1 - gamma, qubits) / 2, damped.element(63, 63).real(), 1e-13);
    }

    @Test
    void wStatesUnderDampingKeepTheirFormWithLessWeight() {
        double gamma = 0.25;
        // W on 3 qubits: rotate, share, flip (D. Cruz et al., Adv. Quantum Technol. 2, 1900015 (2019)).
        Circuit w = Circuit.builder(3)
                .gate(StandardGate.RY, List.of(Expression.constant(2 * Math.acos(Math.sqrt(1.0 / 3)))), 0)
                .gate(StandardGate.CH, 0, 1)
                .gate(StandardGate.CX, 1, 2)
                .gate(StandardGate.CX, 0, 1)
                .gate(StandardGate.X, 0)
                .gate(StandardGate.ID, 0)
                .gate(StandardGate.ID, 1)
                .gate(StandardGate.ID, 2)
                .build();
        DensityMatrix state =
                densityMatrix(w, NoiseModel.of(NoiseRule.onGate("id", new Channel.AmplitudeDamping(gamma))));
        for (int row : new int[] {1, 2, 4}) {
            for (int column : new int[] {1, 2, 4}) {
                assertEquals((1 - gamma) / 3, state.element(row, column).real(), 1e-14);
            }
        }
        assertEquals(gamma, state.element(0, 0).real(), 1e-14);
        // <XX> of two qubits of W is 2/3.
        assertEquals((1 - gamma) * 2 / 3, state.expectation(pauli("XX", 0, 2)), 1e-14);
    }

    @Test
    void misreadsByTheConfusionMatrix() {
        NoiseModel model = new NoiseModel(
                List.of(), Map.of(0, new ReadoutError(0.1, 0.3), 1, new ReadoutError(0.05, 0.2)), ReadoutError.NONE);
        NoisyCircuit bell = NoisyCircuit.compile(
                Circuit.builder(2)
                        .gate(StandardGate.H, 0)
                        .gate(StandardGate.CX, 0, 1)
                        .build(),
                model);
        // 1/2 (0.8 * 0.9) + 1/2 (-0.4)(-0.6): <Z> of a 0 is 1 - 2a, of a 1 it is 2b - 1.
        double zz = 0.5 * (0.8 * 0.9) + 0.5 * (0.4 * 0.6);
        PauliSum observable = PauliSum.builder().constant(3).add(2, "ZZ", 0, 1).build();
        try (NoisySimulator simulator = simulator(Method.DENSITY_MATRIX, 2, 1)) {
            assertEquals(3 + 2 * zz, simulator.expectation(bell, observable, 0).value(), 1e-14);
            int shots = 100_000;
            Counts counts = simulator.sample(bell, shots, 3);
            double expected = 0.5 * (0.1 * 0.95 + 0.7 * 0.2);
            assertEquals(
                    shots * expected,
                    counts.count(BitString.parse("01")),
                    4 * Math.sqrt(shots * expected * (1 - expected)));
        }
    }

    @Test
    void trajectoriesConvergeToTheDensityMatrix() {
        for (long seed = 0; seed < 4; seed++) {
            NoisyCircuit circuit = NoisyCircuit.compile(new RandomCircuits(seed).circuit(4, 25), RICH);
            List<PauliSum> observables =
                    List.of(pauli("Z", 0), pauli("XX", 0, 1), pauli("YZX", 0, 2, 3), pauli("ZZZZ", 0, 1, 2, 3));
            try (NoisySimulator exact = simulator(Method.DENSITY_MATRIX, 2, 1);
                    NoisySimulator random = simulator(Method.TRAJECTORIES, 2000, 2)) {
                List<Estimate> truth = exact.expectations(circuit, observables, 0, BINDINGS);
                List<Estimate> mean = random.expectations(circuit, observables, seed, BINDINGS);
                for (int index = 0; index < observables.size(); index++) {
                    assertEquals(0, truth.get(index).standardError());
                    double error = mean.get(index).standardError();
                    assertTrue(error > 0 && error < 1.01 / Math.sqrt(2000 - 1), "error " + error);
                    // 16 comparisons at 4 sigma: a chance of 1e-3 to fail for another seed.
                    assertEquals(truth.get(index).value(), mean.get(index).value(), 4 * error, "seed " + seed);
                }
            }
        }
    }

    @Test
    void countsFollowTheExactProbabilitiesByBothMethods() {
        int shots = 6_000;
        Circuit circuit = new RandomCircuits(5).circuit(4, 25);
        NoisyCircuit noisy = NoisyCircuit.compile(circuit, RICH);
        double[] probabilities =
                Readout.read(RICH, 4, densityMatrix(circuit, RICH, BINDINGS).probabilities());
        for (Method method : List.of(Method.DENSITY_MATRIX, Method.TRAJECTORIES)) {
            try (NoisySimulator simulator = simulator(method, 2, 2)) {
                Counts counts = simulator.sample(noisy, shots, 20261121, BINDINGS);
                assertEquals(shots, counts.shots());
                double chiSquare = 0;
                for (int index = 0; index < 16; index++) {
                    double expected = probabilities[index] * shots;
                    assertTrue(expected > 5, "outcome " + index + " is too rare for chi-square");
                    chiSquare += Math.pow(counts.count(BitString.ofIndex(index, 4)) - expected, 2) / expected;
                }
                // 15 degrees of freedom: p = 1e-3 above 37.7, and 1e-3 below 3.48.
                assertTrue(chiSquare < 37.7 && chiSquare > 3.48, method + ": chi-square " + chiSquare);
            }
        }
    }

    @Test
    void hasTheSameBitsOnAnyNumberOfThreads() {
        NoisyCircuit circuit = NoisyCircuit.compile(new RandomCircuits(8).circuit(7, 30), RICH);
        PauliSum observable =
                PauliSum.builder().add(1, "XY", 0, 3).add(0.5, "Z", 1).build();
        for (Method method : List.of(Method.DENSITY_MATRIX, Method.TRAJECTORIES)) {
            try (NoisySimulator one = simulator(method, 50, 1);
                    NoisySimulator two = simulator(method, 50, 2)) {
                assertEquals(
                        one.expectation(circuit, observable, 9, BINDINGS),
                        two.expectation(circuit, observable, 9, BINDINGS));
                assertEquals(one.sample(circuit, 200, 9, BINDINGS), two.sample(circuit, 200, 9, BINDINGS));
            }
        }
    }

    @Test
    void picksTheMethodThatFits() {
        MemoryBudget small = MemoryBudget.ofBytes(MemoryBudget.bytesForQubits(10));
        NoisyCircuit five = NoisyCircuit.compile(ghz(5), RICH);
        NoisyCircuit six = NoisyCircuit.compile(ghz(6), RICH);
        try (NoisySimulator simulator = new NoisySimulator(small, 2, NoiseSettings.DEFAULT)) {
            assertEquals(Method.DENSITY_MATRIX, simulator.method(five));
            assertEquals(Method.TRAJECTORIES, simulator.method(six));
            assertEquals(
                    "A density matrix of 6 qubits needs 65536 bytes; the memory budget of 16384 bytes holds at most 5"
                            + " qubits; simulate by trajectories instead",
                    assertThrows(MemoryBudgetException.class, () -> simulator.densityMatrix(six))
                            .getMessage());
            NoisyCircuit eleven = NoisyCircuit.compile(ghz(11), RICH);
            assertThrows(MemoryBudgetException.class, () -> simulator.sample(eleven, 1, 0));
        }
        assertEquals(13, MemoryBudget.ofBytes(1L << 40).maximumDensityMatrixQubits());
    }

    @Test
    void refusesBindingsThatDoNotFit() {
        NoisyCircuit circuit = NoisyCircuit.compile(new RandomCircuits(1).circuit(2, 5), RICH);
        try (NoisySimulator simulator = simulator(Method.AUTOMATIC, 2, 1)) {
            assertThrows(IllegalArgumentException.class, () -> simulator.sample(circuit, 1, 0, 1));
            assertThrows(IllegalArgumentException.class, () -> simulator.sample(circuit, 0, 0, BINDINGS));
            assertThrows(
                    IllegalArgumentException.class, () -> simulator.expectation(circuit, pauli("Z", 5), 0, BINDINGS));
        }
    }
}
