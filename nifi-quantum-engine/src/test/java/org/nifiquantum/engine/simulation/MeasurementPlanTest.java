// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;
import org.nifiquantum.engine.operator.PauliTerm;

class MeasurementPlanTest {
    private static final double[] BINDINGS = {0.4, 1.9};
    private static final Simulator SIMULATOR = new Simulator(MemoryBudget.halfOfHeap(), 1);

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    private static PauliSum random(int qubits, int terms, long seed) {
        Random random = new Random(seed);
        PauliSumBuilder builder = PauliSum.builder().constant(random.nextGaussian());
        int[] all = IntStream.range(0, qubits).toArray();
        for (int term = 0; term < terms; term++) {
            StringBuilder letters = new StringBuilder();
            for (int qubit = 0; qubit < qubits; qubit++) {
                letters.append("IIXYZ".charAt(random.nextInt(5)));
            }
            builder.add(random.nextGaussian(), letters.toString(), all);
        }
        return builder.build();
    }

    private static StateVector run(Circuit circuit) {
        return SIMULATOR.run(CompiledCircuit.compile(circuit), BINDINGS);
    }

    @Test
    void groupsWhatCanBeMeasuredTogether() {
        for (long seed = 0; seed < 20; seed++) {
            PauliSum observable = random(5, 30, seed);
            List<PauliTerm> found = new ArrayList<>();
            for (MeasurementGroup group : MeasurementPlan.of(observable).groups()) {
                for (PauliTerm left : group.terms()) {
                    assertTrue(group.terms().stream()
                            .allMatch(right -> left.string().commutesQubitWiseWith(right.string())));
                }
                found.addAll(group.terms());
            }
            assertEquals(observable.terms().size(), found.size(), "seed " + seed);
            assertTrue(found.containsAll(observable.terms()), "seed " + seed);
        }
        // Transverse Ising: all ZZ together, all X together.
        PauliSum ising = PauliSum.builder()
                .add(1, "ZZ", 0, 1)
                .add(1, "ZZ", 1, 2)
                .add(0.5, "X", 0)
                .add(0.5, "X", 1)
                .add(0.5, "X", 2)
                .build();
        assertEquals(2, MeasurementPlan.of(ising).groups().size());
    }

    @Test
    void measuresTheExpectationInTheLimitOfManyShots() {
        for (long seed = 0; seed < 12; seed++) {
            Circuit circuit = new RandomCircuits(seed).circuit(4, 40);
            PauliSum observable = random(4, 15, seed);
            MeasurementPlan plan = MeasurementPlan.of(observable);
            double value = observable.constant();
            List<Circuit> circuits = plan.circuits(circuit);
            for (int index = 0; index < circuits.size(); index++) {
                MeasurementGroup group = plan.groups().get(index);
                value += run(circuits.get(index)).expectation((long state) -> group.value(BitString.ofIndex(state, 4)));
            }
            assertEquals(run(circuit).expectation(observable), value, 1e-11, "seed " + seed);
        }
    }

    @Test
    void itsErrorIsTheScatterOfItsEstimates() {
        Circuit circuit = new RandomCircuits(3).circuit(4, 40);
        PauliSum observable = random(4, 12, 3);
        MeasurementPlan plan = MeasurementPlan.of(observable);
        List<StateVector> states =
                plan.circuits(circuit).stream().map(MeasurementPlanTest::run).toList();
        double exact = run(circuit).expectation(observable);
        int repetitions = 400;
        double chiSquare = 0;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            List<Integer> shots = plan.shots(2000);
            List<Counts> counts = new ArrayList<>();
            for (int index = 0; index < states.size(); index++) {
                counts.add(states.get(index)
                        .sample(
                                CompiledCircuit.compile(plan.circuits(circuit).get(index))
                                        .measurements(),
                                shots.get(index),
                                Seeds.derive(repetition, index)));
            }
            Estimate estimate = plan.estimate(counts);
            chiSquare += Math.pow((estimate.value() - exact) / estimate.standardError(), 2);
        }
        // The mean of 400 squares of normal numbers: 1 with a deviation of sqrt(2/400); 4 sigma.
        assertEquals(1, chiSquare / repetitions, 4 * Math.sqrt(2.0 / repetitions));
    }

    @Test
    void sharesOutShotsByWeight() {
        MeasurementPlan plan = MeasurementPlan.of(PauliSum.builder()
                .add(3, "Z", 0)
                .add(1, "X", 0)
                .add(1e-6, "Y", 0)
                .build());
        List<Integer> shots = plan.shots(1000);
        assertEquals(1000, shots.stream().mapToInt(Integer::intValue).sum());
        assertEquals(750, shots.get(0));
        assertEquals(1, shots.get(2));
        assertEquals(List.of(1, 1, 1), plan.shots(3));
    }

    @Test
    void keepsTheCircuitButForItsMeasurements() {
        Circuit circuit = Circuit.builder(2)
                .register("a", 1)
                .register("b", 1)
                .gate(StandardGate.H, 0)
                .measure(0, 1)
                .build();
        Circuit measuring = MeasurementPlan.of(PauliSum.builder().add(1, "Y", 1).build())
                .circuits(circuit)
                .get(0);
        CircuitBuilder expected = Circuit.builder(2)
                .gate(StandardGate.H, 0)
                .gate(StandardGate.SDG, 1)
                .gate(StandardGate.H, 1);
        assertEquals(expected.measureAll().build(), measuring);
    }

    @Test
    void constantsNeedNoCircuit() {
        MeasurementPlan plan =
                MeasurementPlan.of(PauliSum.builder().constant(2.5).build());
        assertEquals(List.of(), plan.circuits(Circuit.builder(1).build()));
        assertEquals(List.of(), plan.shots(100));
        assertEquals(Estimate.exact(2.5), plan.estimate(List.of()));
    }

    @Test
    void oneShotHasTheLargestError() {
        MeasurementPlan plan = MeasurementPlan.of(
                PauliSum.builder().add(2, "Z", 0).add(-1, "Z", 1).build());
        Counts one = new Counts(new TreeMap<>(Map.of(BitString.parse("01"), 1)));
        assertEquals(new Estimate(-3, 3), plan.estimate(List.of(one)));
        assertThrows(IllegalArgumentException.class, () -> plan.estimate(List.of()));
    }
}
