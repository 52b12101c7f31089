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
