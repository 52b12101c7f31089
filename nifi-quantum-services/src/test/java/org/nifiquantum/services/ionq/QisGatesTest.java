// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.services.support.BoundCircuit;

/** What is written must do what was meant: checked on random states, by running IonQ's gates with the engine. */
class QisGatesTest {

    private static final int QUBITS = 3;
    private static final long SEED = 7;

    private final Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1);

    @AfterEach
    void close() {
        simulator.close();
    }

    /** After a random state and before a random change of basis, every probability is the same: so the gates are, up to a phase. */
    @ParameterizedTest
    @EnumSource(StandardGate.class)
    void everyStandardGateIsWritten(StandardGate gate) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int trial = 0; trial < 5; trial++) {
            CircuitBuilder builder = Circuit.builder(QUBITS);
            scramble(builder, random);
            List<Expression> angles = IntStream.range(0, gate.parameterCount())
                    .mapToObj(i -> Expression.constant(random.nextDouble(-4, 4)))
                    .toList();
            builder.gate(
                    gate,
                    angles,
                    IntStream.range(0, gate.qubits()).map(i -> (i + 1) % QUBITS).toArray());
            scramble(builder, random);
            assertSame(builder.build(), "gate %s, seed %d".formatted(gate, SEED));
        }
    }

    private static void scramble(CircuitBuilder builder, SplittableRandom random) {
        for (int qubit = 0; qubit < QUBITS; qubit++) {
            builder.gate(StandardGate.RY, List.of(Expression.constant(random.nextDouble(6))), qubit);
            builder.gate(StandardGate.RZ, List.of(Expression.constant(random.nextDouble(6))), qubit);
            builder.gate(StandardGate.CX, qubit, (qubit + 1) % QUBITS);
            builder.gate(StandardGate.RX, List.of(Expression.constant(random.nextDouble(6))), qubit);
        }
    }

    @Test
    void definedGatesAndParametersAreWrittenOut() {
        Circuit circuit = OpenQasmReader.read("OPENQASM 3.0; include \"stdgates.inc\"; input float a;"
                + " gate mine(t) x, y { rx(2*t) x; cx x, y; rz(-t) y; } qubit[3] q; barrier q; mine(a/2) q[2], q[0];");
        JsonNode gates = QisGates.of(new BoundCircuit(circuit, 0.5));
        assertEquals(
                "[{\"gate\":\"rx\",\"target\":2,\"rotation\":0.5},{\"gate\":\"cnot\",\"control\":2,\"target\":0},"
                        + "{\"gate\":\"rz\",\"target\":0,\"rotation\":-0.25}]",
                gates.toString());
    }

    /** IonQ's list of gates, of which those without a documented meaning for controls are used without. */
    @Test
    void onlyGatesWhoseMeaningIsDocumentedAreUsed() {
        Set<String> used = new TreeSet<>();
        for (StandardGate gate : StandardGate.values()) {
            List<Expression> angles = IntStream.range(0, gate.parameterCount())
                    .mapToObj(i -> Expression.constant(1))
                    .toList();
            Circuit circuit = Circuit.builder(QUBITS)
                    .gate(gate, angles, IntStream.range(0, gate.qubits()).toArray())
                    .build();
            for (JsonNode written : QisGates.of(new BoundCircuit(circuit))) {
                used.add(written.path("gate").asText() + (written.has("control") ? " controlled" : ""));
            }
        }
        assertEquals(
                Set.of("x", "y", "z", "h", "s", "si", "t", "ti", "v", "rx", "ry", "rz", "cnot controlled", "swap"),
                used);
    }

    private void assertSame(Circuit circuit, String message) {
        double[] expected = probabilities(circuit);
        double[] actual = probabilities(read(QisGates.of(new BoundCircuit(circuit))));
        for (int state = 0; state < expected.length; state++) {
            assertEquals(expected[state], actual[state], 1e-9, message);
        }
    }

    private double[] probabilities(Circuit circuit) {
        CompiledCircuit compiled = CompiledCircuit.compile(circuit, MemoryBudget.halfOfHeap());
        return simulator.run(compiled, List.of()).probabilities();
    }

    private static Circuit read(JsonNode gates) {
        CircuitBuilder builder = Circuit.builder(QUBITS);
        for (JsonNode gate : gates) {
            int target = gate.path("target").asInt();
            String name = gate.path("gate").asText();
            switch (name) {
                case "cnot" ->
                    builder.gate(StandardGate.CX, gate.path("control").asInt(), target);
                case "swap" ->
                    builder.gate(
                            StandardGate.SWAP,
                            gate.path("targets").path(0).asInt(),
                            gate.path("targets").path(1).asInt());
                case "rx", "ry", "rz" ->
                    builder.gate(
                            StandardGate.named(name).orElseThrow(),
                            List.of(Expression.constant(gate.path("rotation").asDouble())),
                            target);
                case "si" -> builder.gate(StandardGate.SDG, target);
                case "ti" -> builder.gate(StandardGate.TDG, target);
                case "v" -> builder.gate(StandardGate.SX, target);
                default -> builder.gate(StandardGate.named(name).orElseThrow(), target);
            }
        }
        return builder.build();
    }
}
