// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.SharedData;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.transpile.device.Target;

/** Circuits that others published: without their measurements they do the same when transpiled, with them they show the same. */
class PublishedCircuitsTest {
    /** Programs whose steps depend on outcomes of measurements: no circuits. */
    private static final Set<String> PROGRAMS = Set.of(
            "bb84_n8.qasm", "example_if.qasm", "inverseqft_n4.qasm", "ipea_n2.qasm", "qec_sm_n5.qasm", "seca_n11.qasm");

    private static final TranspileOptions FEW_TRIALS = new TranspileOptions(0, 3);

    @Test
    void withoutMeasurementsTheUnitaryStaysTheSame() throws IOException {
        int turn = 0;
        for (Map.Entry<String, Circuit> entry : circuits().entrySet()) {
            Circuit circuit = withoutMeasurements(entry.getValue());
            Target target = target(circuit, turn++);
            String what = entry.getKey() + " on " + target.basis();
            Transpiled transpiled = Transpiler.transpile(circuit, target, FEW_TRIALS);
            Equivalence.assertFits(transpiled, target, what);
            Equivalence.assertSame(circuit, transpiled, Map.of(), what);
        }
    }

    @Test
    void outcomesStayTheSame() throws IOException {
        int turn = 5;
        for (Map.Entry<String, Circuit> entry : circuits().entrySet()) {
            Circuit circuit = entry.getValue();
            if (circuit.operations().stream().anyMatch(Measurement.class::isInstance)) {
                Target target = target(circuit, turn++);
                String what = entry.getKey() + " on " + target.basis();
                Transpiled transpiled = Transpiler.transpile(circuit, target, FEW_TRIALS);
                Equivalence.assertFits(transpiled, target, what);
                Map<String, Double> expected = probabilities(circuit);
                Map<String, Double> actual = probabilities(withoutIdleQubits(transpiled.circuit()));
                expected.forEach((outcome, probability) -> assertEquals(
                        probability, actual.getOrDefault(outcome, 0.0), 1e-9, () -> what + ": " + outcome));
            }
        }
    }

    private static Map<String, Circuit> circuits() throws IOException {
        Path folder = SharedData.folder("qasm2");
        Map<String, Circuit> circuits = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".qasm")).toList()) {
                try {
                    circuits.put(folder.relativize(file).toString(), OpenQasmReader.read(Files.readString(file)));
                } catch (OpenQasmException refused) {
                    assertTrue(
                            PROGRAMS.contains(file.getFileName().toString()), () -> file + ": " + refused.getMessage());
                }
            }
        }
        return circuits;
    }

    /** Bases and maps in turn. On a lattice routing borrows qubits, which makes the states of large circuits slow to compare. */
    private static Target target(Circuit circuit, int turn) {
        List<String> maps = circuit.qubits() > 12 ? List.of("line") : List.of("line", "grid", "heavy-hex");
        return Target.of(
                TranspilerPropertyTest.BASES.get(turn % TranspilerPropertyTest.BASES.size()),
                RoutingTable.maps(circuit.qubits()).get(maps.get(turn % maps.size())));
    }

    private static Circuit withoutMeasurements(Circuit circuit) {
        CircuitBuilder builder = Circuit.builder(circuit.qubits());
        circuit.operations().stream()
                .filter(operation -> !(operation instanceof Measurement))
                .forEach(builder::add);
        return builder.build();
    }

    private static Circuit withoutIdleQubits(Circuit circuit) {
        Map<Integer, Integer> places = new HashMap<>();
        for (Operation operation : circuit.operations()) {
            switch (operation) {
                case GateOperation gate -> gate.qubits().forEach(qubit -> places.putIfAbsent(qubit, places.size()));
                case Measurement measurement -> places.putIfAbsent(measurement.qubit(), places.size());
                default -> {}
            }
        }
        CircuitBuilder builder = Circuit.builder(places.size());
        circuit.registers().forEach(register -> builder.register(register.name(), register.size()));
        for (Operation operation : circuit.operations()) {
            switch (operation) {
                case GateOperation gate ->
                    builder.add(new GateOperation(
                            gate.gate(),
                            gate.parameters(),
                            gate.qubits().stream().map(places::get).toList()));
                case Measurement measurement -> builder.measure(places.get(measurement.qubit()), measurement.bit());
                default -> {}
            }
        }
        return builder.build();
    }

    private static Map<String, Double> probabilities(Circuit circuit) {
        CompiledCircuit compiled = CompiledCircuit.compile(circuit);
        double[] ofStates;
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            ofStates = simulator.run(compiled).probabilities();
        }
        Map<String, Double> probabilities = new HashMap<>();
        for (int state = 0; state < ofStates.length; state++) {
            if (ofStates[state] > 1e-14) {
                probabilities.merge(compiled.measurements().read(state).toString(), ofStates[state], Double::sum);
            }
        }
        return probabilities;
    }
}
