// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.CompiledObservable;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.engine.simulation.Gradient;
import org.nifiquantum.engine.simulation.MeasurementPlan;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Seeds;
import org.nifiquantum.engine.simulation.Simulator;

class ParameterShiftTest {
    private static final Simulator SIMULATOR = new Simulator(MemoryBudget.halfOfHeap(), 1);
    private static final PauliSum OBSERVABLE = PauliSum.builder()
            .constant(0.3)
            .add(0.9, "ZZ", 0, 1)
            .add(-0.4, "XY", 1, 2)
            .add(0.6, "XXX", 0, 1, 2)
            .add(0.2, "Y", 0)
            .build();

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private static List<Estimate> exact(ParameterShift shift, double... at) {
        CompiledCircuit circuit = CompiledCircuit.compile(shift.circuit());
        List<Estimate> values = shift.points(at).stream()
                .map(point -> Estimate.exact(SIMULATOR.run(circuit, point).expectation(OBSERVABLE)))
                .toList();
        return shift.derivatives(at, values);
    }

    @Test
    void agreesWithTheAdjointMethodOnAllGates() {
        double[] at = {0.731, -0.417};
        for (long seed = 0; seed < 30; seed++) {
            Circuit circuit = new RandomCircuits(seed).circuit(3, 30);
            Gradient adjoint =
                    SIMULATOR.gradient(CompiledCircuit.compile(circuit), CompiledObservable.compile(OBSERVABLE, 3), at);
            List<Estimate> shifted = exact(ParameterShift.of(circuit), at);
            for (int parameter = 0; parameter < at.length; parameter++) {
                assertEquals(
                        adjoint.derivatives().get(parameter),
                        shifted.get(parameter).value(),
                        1e-10,
                        "seed " + seed);
                assertEquals(0, shifted.get(parameter).standardError());
            }
        }
    }

    @Test
    void everyParameterOfEveryGateHasTheRightRule() {
        for (StandardGate gate : StandardGate.values()) {
            if (gate.parameterCount() == 0) {
                continue;
            }
            CircuitBuilder builder = Circuit.builder(3);
            List<Expression> parameters = IntStream.range(0, gate.parameterCount())
                    .mapToObj(index -> Expression.parameter("p" + index))
                    .toList();
            for (int index = 0; index < gate.parameterCount(); index++) {
                builder.parameter("p" + index);
            }
            double[] at = {0.4, -1.3, 2.2, 0.9};
            for (int qubit = 0; qubit < 3; qubit++) {
                builder.gate(StandardGate.RY, List.of(Expression.constant(0.6 + qubit)), qubit);
                builder.gate(StandardGate.RZ, List.of(Expression.constant(1.1 - qubit)), qubit);
            }
            int[] qubits =
                    IntStream.range(0, gate.qubits()).map(qubit -> 2 - qubit).toArray();
            Circuit circuit = builder.gate(gate, parameters, qubits)
                    .gate(StandardGate.CRX, List.of(Expression.constant(0.8)), 2, 0)
                    .gate(StandardGate.CRY, List.of(Expression.constant(1.9)), 1, 2)
                    .build();
            double[] point = Arrays.copyOf(at, gate.parameterCount());
            Gradient adjoint = SIMULATOR.gradient(
                    CompiledCircuit.compile(circuit), CompiledObservable.compile(OBSERVABLE, 3), point);
            List<Estimate> shifted = exact(ParameterShift.of(circuit), point);
            for (int parameter = 0; parameter < point.length; parameter++) {
                assertEquals(
                        adjoint.derivatives().get(parameter),
                        shifted.get(parameter).value(),
                        1e-12,
                        gate + ", parameter " + parameter);
            }
        }
    }

    @Test
    void takesAsManyEvaluationsAsTheRulesSay() {
        Circuit circuit = Circuit.builder(2)
                .bits(2)
                .parameter("shift_0")
                .gate(StandardGate.RX, List.of(Expression.parameter("shift_0")), 0)
                .gate(StandardGate.CRX, List.of(Expression.parameter("shift_0")), 0, 1)
                .gate(StandardGate.RZ, List.of(Expression.constant(1)), 0)
                .gate(StandardGate.GPHASE, List.of(Expression.parameter("shift_0")))
                .measureAll()
                .build();
        ParameterShift shift = ParameterShift.of(circuit);
        assertEquals(1 + 2 + 4, shift.evaluations());
        assertEquals(7, shift.points(0.1).size());
        assertEquals(List.of("shift_0", "_shift_0", "_shift_1"), shift.circuit().parameters());
        assertThrows(IllegalArgumentException.class, () -> shift.points(0.1, 0.2));
        assertThrows(
                IllegalArgumentException.class,
                () -> shift.derivatives(new double[] {0.1}, List.of(Estimate.exact(1))));
    }

    @Test
    void fromCountsItsErrorIsTheScatter() {
        Circuit circuit = Circuit.builder(3)
                .parameter("a")
                .gate(StandardGate.RY, List.of(Expression.parameter("a").times(1.5)), 0)
                .gate(StandardGate.CRY, List.of(Expression.parameter("a")), 0, 1)
                .gate(StandardGate.CX, 1, 2)
                .build();
        double[] at = {0.7};
        double expected = SIMULATOR
                .gradient(CompiledCircuit.compile(circuit), CompiledObservable.compile(OBSERVABLE, 3), at)
                .derivatives()
                .get(0);
        ParameterShift shift = ParameterShift.of(circuit);
        MeasurementPlan plan = MeasurementPlan.of(OBSERVABLE);
        List<CompiledCircuit> circuits = plan.circuits(shift.circuit()).stream()
                .map(CompiledCircuit::compile)
                .toList();
        int repetitions = 100;
        double chiSquare = 0;
        long seed = 0;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            List<Estimate> values = new ArrayList<>();
            for (double[] point : shift.points(at)) {
                List<Counts> counts = new ArrayList<>();
                for (CompiledCircuit measuring : circuits) {
                    counts.add(SIMULATOR
                            .run(measuring, point)
                            .sample(measuring.measurements(), 300, Seeds.derive(20261121, seed++)));
                }
                values.add(plan.estimate(counts));
            }
            Estimate derivative = shift.derivatives(at, values).get(0);
            chiSquare += Math.pow((derivative.value() - expected) / derivative.standardError(), 2);
        }
        // The mean of 100 squares of normal numbers: 1 with a deviation of sqrt(2/100); 4 sigma.
        assertEquals(1, chiSquare / repetitions, 4 * Math.sqrt(2.0 / repetitions));
    }
}
