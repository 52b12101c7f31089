// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.DenseReference;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.ComplexMatrix;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.StateVector;
import org.nifiquantum.engine.simulation.kernel.Workers;

class PureStateTest {
    private static final Map<String, Double> BINDINGS = Map.of("alpha", 0.731, "beta", -2.417);

    private static PureState state(int qubits) {
        return new PureState(qubits, MemoryBudget.halfOfHeap());
    }

    private static void apply(PureState state, Circuit circuit) {
        circuit.operations().stream()
                .filter(GateOperation.class::isInstance)
                .forEach(operation -> state.apply((GateOperation) operation, BINDINGS::get));
    }

    @Test
    void appliesEveryGateByItsDefinition() {
        for (long seed = 0; seed < 60; seed++) {
            int qubits = 1 + (int) (seed % 7);
            Circuit circuit = new RandomCircuits(seed).circuit(qubits, 60);
            double[][] expected = DenseReference.run(circuit, BINDINGS, 0);
            PureState state = state(qubits);
            apply(state, circuit);
            for (int index = 0; index < expected.length; index++) {
                assertEquals(expected[index][0], state.amplitude(index).real(), 1e-12, "seed " + seed);
                assertEquals(expected[index][1], state.amplitude(index).imaginary(), 1e-12, "seed " + seed);
            }
        }
    }

    @Test
    void appliesMatricesToQubitsInAnyOrder() {
        Random random = new Random(4);
        for (StandardGate gate : StandardGate.values()) {
            if (gate.qubits() == 0) {
                continue;
            }
            double[] values = random.doubles(gate.parameterCount(), -3, 3).toArray();
            List<Expression> parameters =
                    Arrays.stream(values).mapToObj(Expression::constant).toList();
            // Close to the lowest qubit, and far enough from it for runs of neighbours.
            for (List<Integer> operands : List.of(List.of(4, 1, 3), List.of(6, 3, 4))) {
                List<Integer> qubits = operands.subList(0, gate.qubits());
                PureState byGate = state(7);
                apply(byGate, new RandomCircuits(9).circuit(7, 60));
                PureState byMatrix = byGate.copy();
                byGate.apply(new GateOperation(gate, parameters, qubits));
                byMatrix.apply(
                        gate.matrix(values),
                        qubits.stream().mapToInt(Integer::intValue).toArray());
                for (int index = 0; index < 128; index++) {
                    String message = gate.identifier() + " on " + qubits;
                    assertEquals(
                            byGate.amplitude(index).real(),
                            byMatrix.amplitude(index).real(),
                            1e-14,
                            message);
                    assertEquals(
                            byGate.amplitude(index).imaginary(),
                            byMatrix.amplitude(index).imaginary(),
                            1e-14,
                            message);
                }
            }
        }
    }

    @Test
    void collapsesToTheOutcomeAndIsNormalised() {
        PureState state = state(3);
        state.apply(new GateOperation(StandardGate.RY, List.of(Expression.constant(2 * Math.asin(0.6))), List.of(1)));
        state.apply(new GateOperation(StandardGate.CX, List.of(), List.of(1, 2)));
        assertEquals(0.36, state.probabilityOfOne(1), 1e-15);
        assertEquals(0.36, state.probabilityOfOne(2), 1e-15);
        PureState zero = state.copy();
        assertTrue(state.measure(2, 0.3599));
        assertEquals(1, state.amplitude(0b110).probability(), 1e-15);
        assertFalse(zero.measure(2, 0.3601));
        assertEquals(1, zero.amplitude(0).probability(), 1e-15);
    }

    @Test
    void keepsItsNormThroughUnlikelyOutcomes() {
        PureState state = state(2);
        double angle = 2e-7;
        state.apply(new GateOperation(StandardGate.RY, List.of(Expression.constant(Math.PI - angle)), List.of(0)));
        state.apply(new GateOperation(StandardGate.H, List.of(), List.of(1)));
        assertEquals(1 - Math.pow(Math.sin(angle / 2), 2), state.probabilityOfOne(0), 1e-15);
        assertFalse(state.measure(0, 1));
        assertEquals(1, state.squaredNorm(), 1e-14);
        assertEquals(0.5, state.probabilityOfOne(1), 1e-14);
    }

    @Test
    void neverGivesAnImpossibleOutcome() {
        PureState state = state(1);
        assertFalse(state.measure(0, 0));
        state.apply(new GateOperation(StandardGate.X, List.of(), List.of(0)));
        assertTrue(state.measure(0, 1));
        assertEquals(1, state.squaredNorm());
    }

    @Test
    void resetsOneQubitOfManyAndLeavesTheOthers() {
        for (double uniform : new double[] {0.1, 0.9}) {
            PureState state = state(4);
            state.apply(new GateOperation(StandardGate.X, List.of(), List.of(3)));
            state.apply(new GateOperation(StandardGate.H, List.of(), List.of(2)));
            state.apply(new GateOperation(StandardGate.H, List.of(), List.of(0)));
            state.reset(2, uniform);
            state.reset(3, uniform);
            assertEquals(0, state.probabilityOfOne(2));
            assertEquals(0, state.probabilityOfOne(3));
            assertEquals(0.5, state.probabilityOfOne(0), 1e-15);
        }
    }

    @Test
    void measuresAsOftenAsTheProbabilitySays() {
        int shots = 20_000;
        Random random = new Random(20261121);
        PureState prepared = state(6);
        apply(prepared, new RandomCircuits(12).circuit(6, 60));
        double probability = prepared.probabilityOfOne(4);
        PureState state = prepared.copy();
        int ones = 0;
        for (int shot = 0; shot < shots; shot++) {
            state.copyFrom(prepared);
            ones += state.measure(4, random.nextDouble()) ? 1 : 0;
        }
        double sigma = Math.sqrt(shots * probability * (1 - probability));
        assertTrue(sigma > 10, "the outcome must be open, its probability is " + probability);
        assertEquals(shots * probability, ones, 4 * sigma);
    }

    @Test
    void hasTheSameBitsOnAnyNumberOfThreads() {
        Circuit circuit = new RandomCircuits(3).circuit(15, 120);
        PureState one = state(15);
        try (Workers workers = new Workers(3)) {
            PureState three = new PureState(15, MemoryBudget.halfOfHeap(), workers);
            for (PureState state : List.of(one, three)) {
                apply(state, circuit);
                state.measure(13, 0.4);
                state.measure(2, 0.6);
                state.apply(StandardGate.CRY.matrix(0.3), 14, 0);
            }
            for (int index = 0; index < 1 << 15; index++) {
                assertEquals(one.amplitude(index), three.amplitude(index));
            }
            assertEquals(one.squaredNorm(), three.squaredNorm());
        }
    }

    @Test
    void drawsBasisStatesByTheirProbability() {
        PureState state = state(2);
        state.apply(new GateOperation(StandardGate.RY, List.of(Expression.constant(2 * Math.asin(0.6))), List.of(1)));
        assertEquals(0, state.draw(0));
        assertEquals(0, state.draw(0.6399));
        assertEquals(2, state.draw(0.6401));
        assertEquals(2, state.draw(1));
        assertEquals(0.36, state.probabilityOfOne(1), 1e-15);
    }

    @Test
    void reducesToTheDensityMatrixOfSomeQubits() {
        PureState state = state(3);
        state.apply(new GateOperation(StandardGate.H, List.of(), List.of(2)));
        state.apply(new GateOperation(StandardGate.CX, List.of(), List.of(2, 0)));
        state.apply(new GateOperation(StandardGate.S, List.of(), List.of(2)));
        ComplexMatrix half = ComplexMatrix.identity(1).times(0.5);
        assertEquals(0, half.distance(state.reducedDensityMatrix(2)), 1e-15);
        ComplexMatrix pair = state.reducedDensityMatrix(2, 0);
        // (|00> + i|11>)/sqrt 2: element 3, 0 is i/2.
        assertEquals(0.5, pair.imaginary(3, 0), 1e-15);
        assertEquals(-0.5, pair.imaginary(0, 3), 1e-15);
        assertEquals(0.5, pair.real(3, 3), 1e-15);
        assertEquals(0, pair.real(1, 1), 1e-15);
    }

    @Test
    void appliesKrausOperators() {
        PureState state = state(2);
        state.apply(new GateOperation(StandardGate.H, List.of(), List.of(1)));
        // The decay |1> -> |0> of amplitude damping, with probability 0.3.
        state.apply(ComplexMatrix.of(1, 0, 0, Math.sqrt(0.3), 0, 0, 0, 0, 0), 1);
        assertEquals(0.15, state.squaredNorm(), 1e-15);
        state.normalize();
        assertEquals(1, state.amplitude(0).real(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> state.apply(ComplexMatrix.identity(2), 1));
        assertThrows(IllegalArgumentException.class, () -> state.apply(ComplexMatrix.identity(2), 1, 1));
        assertThrows(IllegalArgumentException.class, () -> state.apply(ComplexMatrix.identity(1), 2));
    }

    @Test
    void lendsAndCopiesItsState() {
        PureState state = state(2);
        state.apply(new GateOperation(StandardGate.X, List.of(), List.of(0)));
        PauliSum z = PauliSum.builder().add(1, "Z", 0).build();
        assertEquals(-1.0, state.<Double>read(view -> view.expectation(z)));
        StateVector escaped = state.read(view -> view);
        assertThrows(IllegalStateException.class, () -> escaped.amplitude(0));
        StateVector kept = state.toStateVector();
        state.setToZero();
        assertEquals(-1, kept.expectation(z));
        assertEquals(1.0, state.<Double>read(view -> view.expectation(z)));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(MemoryBudgetException.class, () -> new PureState(11, MemoryBudget.ofBytes(1 << 14)));
        PureState state = state(2);
        GateOperation open = new GateOperation(StandardGate.RX, List.of(Expression.parameter("t")), List.of(0));
        assertEquals(
                "Parameter t of gate rx has no value",
                assertThrows(IllegalArgumentException.class, () -> state.apply(open))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> state.apply(new GateOperation(StandardGate.X, List.of(), List.of(2))));
        assertThrows(IllegalArgumentException.class, () -> state.measure(2, 0.5));
        assertThrows(IllegalArgumentException.class, () -> state.measure(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> state.copyFrom(state(3)));
    }
}
