// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.lightcone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.DenseReference;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.engine.operator.PauliTerm;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.CompiledObservable;
import org.nifiquantum.engine.simulation.Gradient;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.lightcone.BackwardCone.Pruned;

/** What is left of a circuit against all of it: expectations, gradients, and how much is left. */
class BackwardConeTest {
    private static final MemoryBudget BUDGET = MemoryBudget.halfOfHeap();
    private static final double[] AT = {0.731, -1.417};
    private static final Map<String, Double> BINDINGS = Map.of("alpha", AT[0], "beta", AT[1]);

    @Test
    void keepsTheExpectationOfAnyObservableAfterAnyCircuit() {
        int gates = 0;
        int kept = 0;
        for (long seed = 0; seed < 120; seed++) {
            int qubits = 1 + (int) (seed % 7);
            RandomCircuits circuits = new RandomCircuits(seed);
            PauliSum observable = observable(qubits, new Random(seed));
            for (Circuit circuit :
                    List.of(circuits.circuit(qubits, qubits + 3), circuits.phaseCircuit(qubits, 2 * qubits))) {
                Pruned pruned = BackwardCone.prune(circuit, observable);
                gates += gates(circuit);
                kept += gates(pruned.circuit());
                double expected = dense(circuit, observable);
                assertEquals(expected, value(pruned, AT), 1e-11, "seed " + seed);
                Circuit bound = RandomCircuits.bound(circuit, BINDINGS, false);
                Pruned prunedBound = BackwardCone.prune(bound, observable);
                assertEquals(expected, value(prunedBound), 1e-11, "bound, seed " + seed);
            }
        }
        // Else nothing was tested.
        assertTrue(kept < 0.85 * gates && kept > 0.2 * gates, "%d of %d gates".formatted(kept, gates));
    }

    @Test
    void keepsTheGradient() {
        for (long seed = 0; seed < 40; seed++) {
            int qubits = 2 + (int) (seed % 6);
            Circuit circuit = new RandomCircuits(seed).circuit(qubits, 15);
            PauliSum observable = observable(qubits, new Random(seed));
            Pruned pruned = BackwardCone.prune(circuit, observable);
            assertEquals(circuit.parameters(), pruned.circuit().parameters());
            Gradient expected = gradient(circuit, observable);
            Gradient gradient = gradient(pruned.circuit(), pruned.observable());
            assertEquals(expected.value(), gradient.value(), 1e-11, "seed " + seed);
            for (int parameter = 0; parameter < AT.length; parameter++) {
                assertEquals(
                        expected.derivatives().get(parameter),
                        gradient.derivatives().get(parameter),
                        1e-10,
                        "parameter %d, seed %d".formatted(parameter, seed));
            }
        }
    }

    /** A layer of neighbours widens the cone by one qubit: of bricks on 9 qubits, Z on the first sees these. */
    @Test
    void findsTheConeOfBricks() {
        Circuit circuit = bricks(9, 4);
        Pruned pruned = BackwardCone.prune(circuit, z(0));
        assertEquals(4, pruned.circuit().qubits());
        assertEquals(
                Map.of("ry", 4 + 3 + 2 + 1, "cx", 2 + 1 + 1), pruned.circuit().gateCounts());
        assertEquals(dense(circuit, z(0)), value(pruned), 1e-12);
        assertEquals(z(0), pruned.observable());
    }

    @Test
    void givesWhatIsLeftQubitsOfItsOwn() {
        Circuit circuit = Circuit.builder(200)
                .bits(200)
                .gate(StandardGate.RY, angle(0.3), 150)
                .gate(StandardGate.CX, 150, 20)
                .gate(StandardGate.H, 7)
                .measureAll()
                .build();
        PauliSum observable =
                PauliSum.builder().constant(2).add(3, "XX", 20, 150).build();
        Pruned pruned = BackwardCone.prune(circuit, observable);
        Circuit expected = Circuit.builder(2)
                .gate(StandardGate.RY, angle(0.3), 1)
                .gate(StandardGate.CX, 1, 0)
                .build();
        assertEquals(expected, pruned.circuit());
        assertEquals(PauliSum.builder().constant(2).add(3, "XX", 0, 1).build(), pruned.observable());
        assertEquals(2 + 3 * Math.sin(0.3), value(pruned), 1e-12);
    }

    /** Phases at the end do not change what Z shows, wherever they lie; before another gate they do. */
    @Test
    void phasesCancelWhereOnlyZIsObserved() {
        Circuit circuit = Circuit.builder(3)
                .gate(StandardGate.CZ, 0, 1)
                .gate(StandardGate.RY, angle(0.4), 0)
                .gate(StandardGate.CX, 0, 2)
                .gate(StandardGate.CP, angle(0.9), 0, 1)
                .gate(StandardGate.T, 0)
                .build();
        assertEquals(
                Map.of("cz", 1, "ry", 1),
                BackwardCone.prune(circuit, z(0)).circuit().gateCounts());
        PauliSum x = PauliSum.builder().add(1, "X", 0).build();
        assertEquals(5, gates(BackwardCone.prune(circuit, x).circuit()));
    }

    @Test
    void isTheCircuitItselfWhereNothingIsLeftOut() {
        Circuit circuit = bricks(5, 3);
        PauliSumBuilder all = PauliSum.builder();
        for (int qubit = 0; qubit < 5; qubit++) {
            all.add(1, "X", qubit);
        }
        assertSame(circuit, BackwardCone.prune(circuit, all.build()).circuit());
    }

    @Test
    void aConstantNeedsNoQubit() {
        Pruned pruned = BackwardCone.prune(
                bricks(5, 2), PauliSum.builder().constant(1.5).build());
        assertEquals(0, pruned.circuit().qubits());
        assertEquals(1.5, value(pruned));
    }

    /** Neither the state of all qubits nor sums over paths would do here, but the state of the few that matter does. */
    @Test
    void aLargeCircuitMayNeedASmallState() {
        int qubits = 8;
        RandomCircuits circuits = new RandomCircuits(3);
        Circuit deep = circuits.circuit(qubits, 150);
        CircuitBuilder large = Circuit.builder(60);
        deep.parameters().forEach(large::parameter);
        deep.operations().forEach(large::add);
        for (int qubit = qubits; qubit < 59; qubit++) {
            large.gate(StandardGate.CX, qubit, qubit + 1);
        }
        MemoryBudget small = MemoryBudget.ofBytes(MemoryBudget.bytesForQubits(qubits));
        ExactExpectation expectation = ExactExpectation.compile(large.build(), z(0), small);
        assertEquals("state vector", expectation.method());
        try (Simulator simulator = new Simulator(small, 1)) {
            assertEquals(dense(deep, z(0)), expectation.of(simulator, AT), 1e-11);
        }
    }

    @Test
    void refusesWhatAWholeCircuitWouldBeRefusedFor() {
        Circuit late =
                Circuit.builder(2).bits(1).measure(1, 0).gate(StandardGate.H, 1).build();
        assertThrows(IllegalArgumentException.class, () -> ExactExpectation.compile(late, z(0), BUDGET));
        Circuit circuit = bricks(3, 1);
        assertThrows(IllegalArgumentException.class, () -> ExactExpectation.compile(circuit, z(3), BUDGET));
    }

    private static double value(Pruned pruned, double... bindings) {
        try (Simulator simulator = new Simulator(BUDGET, 1)) {
            return simulator.evaluate(
                    CompiledCircuit.compile(pruned.circuit()),
                    bindings,
                    state -> state.expectation(pruned.observable()));
        }
    }

    private static Gradient gradient(Circuit circuit, PauliSum observable) {
        try (Simulator simulator = new Simulator(BUDGET, 1)) {
            return simulator.gradient(
                    CompiledCircuit.compile(circuit), CompiledObservable.compile(observable, circuit.qubits()), AT);
        }
    }

    /** From amplitudes that come from matrices of all qubits, string by string. */
    private static double dense(Circuit circuit, PauliSum observable) {
        double[][] state = DenseReference.run(circuit, BINDINGS, 0);
        double sum = observable.constant();
        for (PauliTerm term : observable.terms()) {
            sum += term.coefficient() * dense(state, term.string());
        }
        return sum;
    }

    /** {@code sum_x Re(conj(a_y) i^(letters Y) (-1)^parity(x & z) a_x)} with {@code y = x ^ flips}. */
    private static double dense(double[][] state, PauliString string) {
        int flips = (int) string.xMask();
        int signs = (int) string.zMask();
        double sum = 0;
        for (int x = 0; x < state.length; x++) {
            int y = x ^ flips;
            double re = state[y][0] * state[x][0] + state[y][1] * state[x][1];
            double im = state[y][0] * state[x][1] - state[y][1] * state[x][0];
            double[] quarterTurns = {re, -im, -re, im};
            double value = quarterTurns[Integer.bitCount(flips & signs) & 3];
            sum += (Integer.bitCount(x & signs) & 1) == 0 ? value : -value;
        }
        return sum;
    }

    private static Circuit bricks(int qubits, int layers) {
        CircuitBuilder builder = Circuit.builder(qubits);
        for (int layer = 0; layer < layers; layer++) {
            for (int qubit = 0; qubit < qubits; qubit++) {
                builder.gate(StandardGate.RY, angle(0.2 + layer + 0.3 * qubit), qubit);
            }
            for (int qubit = layer % 2; qubit + 1 < qubits; qubit += 2) {
                builder.gate(StandardGate.CX, qubit, qubit + 1);
            }
        }
        return builder.build();
    }

    /** Up to three terms on one or two qubits, so that cones are small. */
    private static PauliSum observable(int qubits, Random random) {
        PauliSumBuilder builder = PauliSum.builder().constant(random.nextGaussian());
        int terms = 1 + random.nextInt(3);
        for (int term = 0; term < terms; term++) {
            int first = random.nextInt(qubits);
            int second = random.nextInt(qubits);
            String letters = letter(random) + letter(random);
            builder.add(
                    random.nextGaussian(),
                    first == second
                            ? PauliString.of(letters.substring(1), first)
                            : PauliString.of(letters, first, second));
        }
        return builder.build();
    }

    private static String letter(Random random) {
        return String.valueOf("XYZZ".charAt(random.nextInt(4)));
    }

    private static int gates(Circuit circuit) {
        return circuit.gateCounts().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static PauliSum z(int qubit) {
        return PauliSum.builder().add(1, "Z", qubit).build();
    }

    private static List<Expression> angle(double value) {
        return List.of(Expression.constant(value));
    }
}
