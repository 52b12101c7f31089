// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.DenseReference;
import org.nifiquantum.engine.RandomCircuits;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;

class OpenQasmWriterTest {
    private static final Map<String, Double> BINDINGS = Map.of("alpha", 0.7, "beta", -1.3);

    @Test
    void writesOneCanonicalForm() {
        Circuit circuit = OpenQasmReader.read("""
                input angle gamma; qubit[1] mine; qubit other; bit[1] out; bit more;
                gate pair(t) a, b { cx a, b; rz(-t*2) b; } // a comment
                h mine; pair(gamma + 1) mine[0], other; barrier other; out = measure mine; more = measure other;
                """);
        assertEquals("""
                OPENQASM 3.0;
                include "stdgates.inc";
                input float[64] gamma;
                gate pair(t) q0, q1 {
                  cx q0, q1;
                  rz(-t * 2.0) q1;
                }
                qubit[2] q;
                bit[2] c;
                h q[0];
                pair(gamma + 1.0) q[0], q[1];
                barrier q[1];
                c = measure q;
                """, OpenQasmWriter.write(circuit));
    }

    @Test
    void isReadBackAsTheSameOperations() {
        for (long seed = 0; seed < 50; seed++) {
            Circuit circuit = new RandomCircuits(seed).circuit(5, 60);
            Circuit read = OpenQasmReader.read(OpenQasmWriter.write(circuit));
            assertEquals(circuit.parameters(), read.parameters(), "seed " + seed);
            double[][] expected = DenseReference.run(circuit, BINDINGS, 0b10110);
            double[][] actual = DenseReference.run(read, BINDINGS, 0b10110);
            for (int index = 0; index < expected.length; index++) {
                assertArrayEquals(expected[index], actual[index], 0, "seed " + seed + ", amplitude " + index);
            }
            Circuit standard = new RandomCircuits(seed).phaseCircuit(5, 60);
            assertEquals(
                    standard.operations(),
                    OpenQasmReader.read(OpenQasmWriter.write(standard)).operations(),
                    "seed " + seed);
        }
    }

    /** Version 2 leaves the global phase open, so it is the trace that tells whether two unitaries are the same. */
    @Test
    void isReadBackFromVersionTwoAsTheSameUnitary() {
        int qubits = 4;
        for (long seed = 100; seed < 130; seed++) {
            Circuit circuit = new RandomCircuits(seed).circuit(qubits, 40);
            Circuit read = OpenQasmReader.read(OpenQasm2Writer.write(circuit, BINDINGS));
            double re = 0;
            double im = 0;
            for (int start = 0; start < 1 << qubits; start++) {
                double[][] expected = DenseReference.run(circuit, BINDINGS, start);
                double[][] actual = DenseReference.run(read, Map.of(), start);
                for (int index = 0; index < expected.length; index++) {
                    re += expected[index][0] * actual[index][0] + expected[index][1] * actual[index][1];
                    im += expected[index][0] * actual[index][1] - expected[index][1] * actual[index][0];
                }
            }
            assertEquals(1 << qubits, Math.hypot(re, im), 1e-10, "seed " + seed);
        }
    }

    @Test
    void writesVersionTwo() {
        Circuit circuit = OpenQasmReader.read("""
                input float t; qubit[2] q; bit[2] c;
                gate g(a) x { p(a) x; gphase(1); }
                U(1, 2, 3) q[0]; ctrl @ g(t / 2) q[0], q[1]; barrier q; c = measure q;
                """);
        assertEquals("""
                OPENQASM 2.0;
                include "qelib1.inc";
                qreg q[2];
                creg c[2];
                u3(1.0, 2.0, 3.0) q[0];
                cu1(0.25) q[0], q[1];
                u1(1.0) q[0];
                barrier q[0], q[1];
                measure q[0] -> c[0];
                measure q[1] -> c[1];
                """, OpenQasm2Writer.write(circuit, Map.of("t", 0.5)));
        IllegalArgumentException open =
                assertThrows(IllegalArgumentException.class, () -> OpenQasm2Writer.write(circuit));
        assertEquals("OpenQASM 2 has no inputs; give each of the parameters [t] a value", open.getMessage());
    }

    @Test
    void keepsNamesApart() {
        DefinedGate x = new DefinedGate(
                "x",
                List.of("q0"),
                1,
                List.of(new GateOperation(StandardGate.RX, List.of(Expression.parameter("q0")), List.of(0))));
        DefinedGate otherX =
                new DefinedGate("x", List.of(), 1, List.of(new GateOperation(StandardGate.Y, List.of(), List.of(0))));
        Circuit circuit = Circuit.builder(1)
                .parameter("q")
                .gate(x, List.of(Expression.parameter("q")), 0)
                .gate(otherX, 0)
                .gate(StandardGate.X, 0)
                .build();
        String source = OpenQasmWriter.write(circuit);
        assertEquals("""
                OPENQASM 3.0;
                include "stdgates.inc";
                input float[64] q;
                gate x_(q0) q_0 {
                  rx(q0) q_0;
                }
                gate x__ q0 {
                  y q0;
                }
                qubit[1] q_;
                x_(q) q_[0];
                x__ q_[0];
                x q_[0];
                """, source);
        assertEquals(3, OpenQasmReader.read(source).operations().size());
    }

    @Test
    void refusesParametersThatAreWordsOfTheLanguage() {
        for (String word : List.of("measure", "if", "pi", "float")) {
            Circuit circuit = Circuit.builder(1).parameter(word).build();
            assertThrows(IllegalArgumentException.class, () -> OpenQasmWriter.write(circuit), word);
        }
    }
}
