// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** What is written must do what was meant: checked on random states, by running Braket's gates with the engine. */
class BraketProgramTest {

    private static final int QUBITS = 3;
    private static final long SEED = 7;
    private static final Set<String> MANY = Set.of("v", "phaseshift", "cy", "cz", "cphaseshift", "ccnot", "cswap");

    /** Braket's gates by those of OpenQASM's library, as its developer guide describes them. */
    private static final String DEFINITIONS = """
            OPENQASM 3.0;
            include "stdgates.inc";
            gate si a { sdg a; }
            gate ti a { tdg a; }
            gate v a { sx a; }
            gate phaseshift(l) a { p(l) a; }
            gate cnot a, b { cx a, b; }
            gate cphaseshift(l) a, b { cp(l) a, b; }
            gate ccnot a, b, c { ccx a, b, c; }
            """;

    private final Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1);

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(StandardGate.class)
    void everyStandardGateIsWritten(StandardGate gate) {
        SplittableRandom random = new SplittableRandom(SEED);
        CircuitBuilder builder = Circuit.builder(QUBITS);
        scramble(builder, random);
        builder.gate(
                gate,
                IntStream.range(0, gate.parameterCount())
                        .mapToObj(i -> Expression.constant(random.nextDouble(-4, 4)))
                        .toList(),
                IntStream.range(0, gate.qubits()).map(i -> (i + 1) % QUBITS).toArray());
        scramble(builder, random);
        Circuit circuit = builder.build();
        double[] expected = probabilities(circuit);
        for (Set<String> supported : List.of(MANY, Set.<String>of())) {
            String program = BraketProgram.of(new BoundCircuit(circuit), supported);
            double[] actual = probabilities(OpenQasmReader.read(program.replaceFirst("OPENQASM 3.0;\n", DEFINITIONS)));
            for (int state = 0; state < expected.length; state++) {
                assertEquals(expected[state], actual[state], 1e-9, "gate %s, seed %d".formatted(gate, SEED));
            }
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

    private double[] probabilities(Circuit circuit) {
        CompiledCircuit compiled = CompiledCircuit.compile(circuit, MemoryBudget.halfOfHeap());
        return simulator.run(compiled, List.of()).probabilities();
    }

    /** What a device does not list is made of gates that every device of Braket has. */
    @Test
    void onlyGatesThatTheDeviceListsAreUsed() {
        Set<String> used = new TreeSet<>();
        for (StandardGate gate : StandardGate.values()) {
            Circuit circuit = Circuit.builder(QUBITS)
                    .gate(
                            gate,
                            IntStream.range(0, gate.parameterCount())
                                    .mapToObj(i -> Expression.constant(1e-7))
                                    .toList(),
                            IntStream.range(0, gate.qubits()).toArray())
                    .build();
            Matcher names = Pattern.compile("(?m)^([a-z]+)(\\(.*\\))? q")
                    .matcher(BraketProgram.of(new BoundCircuit(circuit), Set.of()));
            names.results().forEach(result -> used.add(result.group(1)));
        }
        assertEquals(Set.of("x", "y", "z", "h", "s", "si", "t", "ti", "rx", "ry", "rz", "cnot", "swap"), used);
    }

    @Test
    void parametersAreBoundAndEveryQubitIsMeasuredInOrder() {
        Circuit circuit = OpenQasmReader.read(
                "OPENQASM 3.0; input float a; qubit[2] q; bit[1] c; rx(a/2) q[1]; c[0] = measure q[1];");
        String program = BraketProgram.of(new BoundCircuit(circuit, 0.5), Set.of());
        assertEquals("""
                OPENQASM 3.0;
                bit[2] b;
                qubit[2] q;
                rx(0.25) q[1];
                b[0] = measure q[0];
                b[1] = measure q[1];
                """, program);
        assertTrue(BraketProgram.of(new BoundCircuit(circuit, 1e-9), Set.of()).contains("rx(5.0e-10)"));
    }
}
