// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Register;
import org.nifiquantum.engine.circuit.StandardGate;

/** Where OpenQASM 2 differs from version 3. */
class OpenQasmVersionTwoTest {
    private static final String HEADER = "OPENQASM 2.0;\ninclude \"qelib1.inc\";\n";

    private static double angle(String expression) {
        GateOperation operation = (GateOperation) OpenQasmReader.read(HEADER + "qreg q[1]; rz(" + expression + ") q;")
                .operations()
                .get(0);
        return operation.parameters().get(0).evaluate(name -> Double.NaN);
    }

    @Test
    void readsAWholeCircuit() {
        Circuit circuit = OpenQasmReader.read(HEADER + """
                gate twice(angle) box, let { rz(angle/2) box; barrier box, let; cx box, let; }
                opaque magic(a, b) q, r;
                qreg input[2];\r
                creg tau[2];
                h input;
                twice(pi) input[0], input[1];
                barrier input;
                measure input -> tau;
                measure input[0] -> tau[0];
                """);
        assertEquals(List.of(new Register("tau", 0, 2)), circuit.registers());
        assertEquals(
                new GateOperation(StandardGate.H, List.of(), List.of(1)),
                circuit.operations().get(1));
        assertEquals(
                List.of(
                        new GateOperation(StandardGate.RZ, List.of(Expression.constant(Math.PI / 2)), List.of(0)),
                        new GateOperation(StandardGate.CX, List.of(), List.of(0, 1))),
                ((GateOperation) circuit.operations().get(2)).expand());
        assertEquals(new Measurement(0, 0), circuit.operations().getLast());
        assertEquals(7, circuit.operations().size());
    }

    @Test
    void computesWithRealNumbers() {
        assertEquals(0.5, angle("1/2"));
        assertEquals(3.5, angle("7/2"));
        assertEquals(-4, angle("-2^2"));
        assertEquals(512, angle("2^3^2"));
        assertEquals(-Math.PI / 4, angle("pi*-0.25"));
        assertEquals(-3 * Math.PI / 4, angle("-3*pi/4"));
        assertEquals(
                Math.sin(1) + Math.cos(1) + Math.tan(1) + Math.exp(1) + Math.log(3) + Math.sqrt(2),
                angle("sin(1)+cos(1)+tan(1)+exp(1)+ln(3)+sqrt(2)"),
                1e-15);
        assertEquals(1e-3, angle("1.e-3"));
    }

    @Test
    void letsTheSourceDefineGatesOfTheLibraryItself() {
        Circuit circuit = OpenQasmReader.read(HEADER + "gate rzz(t) a, b { x a; } qreg q[2]; rzz(1) q[0], q[1];");
        assertEquals(
                List.of(new GateOperation(StandardGate.X, List.of(), List.of(0))),
                ((GateOperation) circuit.operations().get(0)).expand());
    }

    @Test
    void isWrittenWithoutWordsOfVersionThree() {
        Circuit circuit = OpenQasmReader.read(
                HEADER + "gate box(angle, tau) a { rz(angle - tau) a; } qreg q[1]; box(3, 1) q[0];");
        String written = OpenQasmWriter.write(circuit);
        assertEquals("""
                OPENQASM 3.0;
                include "stdgates.inc";
                gate box_(angle_, tau_) q0 {
                  rz(angle_ - tau_) q0;
                }
                qubit[1] q;
                box_(3.0, 1.0) q[0];
                """, written);
        assertEquals(1, OpenQasmReader.read(written).operations().size());
    }

    // What stands before the bar is line:column, after the version line.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2:9  | include 'stdgates.inc';                     | cannot be included, only \"qelib1.inc\"",
                "2:44 | qreg q[1]; creg c[1]; measure q[0]->c[0];  x q[0]; | gate 'x' acts on a qubit after its measurement",
                "2:53 | qreg q[1]; creg c[1]; measure q[0]->c[0];  if(c==1) foo q[0]; | gate 'foo' is not known",
                "2:15 | qreg q[1]; if(d==1) x q;                    | 'd' is not declared",
                "2:23 | qreg q[1]; while(1) x q;                    | unexpected",
                "2:29 | opaque g(t) a; qreg q[1];   g(1) q[0];      | gate 'g' is opaque and cannot be called",
                "2:12 | qreg q[1]; gphase(1);                       | gate 'gphase' is not known",
                "2:20 | qreg q[2]; rz(1) q[-1];                     | index -1 is outside 'q' of size 2",
                "2:17 | qreg q[2]; x q[0:1];                        | ':' is not part of OpenQASM 2",
                "2:15 | qreg q[1]; rz(0x1) q;                       | '0x1' is not part of OpenQASM 2",
                "2:16 | qreg q[1]; rz(2**3) q;                      | '**' is not part of OpenQASM 2",
                "2:12 | qreg q[1]; foo q;                           | gate 'foo' is not known",
                "2:12 | qreg q[1]; cu3(1) q;                        | gate 'cu3' takes 3 parameters, not 1",
                "2:14 | qreg q[1]; x r;                             | 'r' is not declared",
                "2:6  | qreg pi[2];                                 | 'pi' is a constant of the language",
                "2:20 | gate g a { barrier b; } qreg q[1];          | 'b' is not declared",
                "2:8  | qreg q[4/2];                                | The size of a register must be a whole number",
            })
    void namesThePlace(String place, String source, String problem) {
        OpenQasmException error =
                assertThrows(OpenQasmException.class, () -> OpenQasmReader.read("OPENQASM 2.0;\n" + source), source);
        assertTrue(error.getMessage().contains(problem), source + " gave: " + error.getMessage());
        assertEquals(place, error.line() + ":" + error.column(), source + " gave: " + error.getMessage());
    }
}
