// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalFormTest {
    private static final String SOURCE = """
            OPENQASM 3.0;
            include "stdgates.inc";
            input float theta; input float phi;
            gate turn(t) a, b { cx a, b; rz(-t * 2) b; }
            qubit[3] q; bit[2] c;
            h q[0]; turn(theta + phi) q[0], q[1]; barrier q; turn(1) q[1], q[2];
            c[0] = measure q[0]; c[1] = measure q[2];
            """;

    private static String hash(String source) {
        return CanonicalForm.sha256(OpenQasmReader.read(source));
    }

    @Test
    void numbersAllNames() {
        assertEquals("""
                OPENQASM 3.0;
                include "stdgates.inc";
                input float[64] input0;
                input float[64] input1;
                gate gate0(parameter0) q0, q1 {
                  cx q0, q1;
                  rz(-parameter0 * 2.0) q1;
                }
                qubit[3] q;
                bit[2] c;
                h q[0];
                gate0(input0 + input1) q[0], q[1];
                barrier q;
                gate0(1.0) q[1], q[2];
                c[0] = measure q[0];
                c[1] = measure q[2];
                """, CanonicalForm.of(OpenQasmReader.read(SOURCE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"input angle a, b", "white space", "names", "loops", "registers"})
    void staysTheSame(String change) {
        String other = switch (change) {
            case "white space" -> SOURCE.replace(" ", "\t ").replace(";", " ; // a comment\n/* and another */");
            case "names" ->
                SOURCE.replace("theta", "phi_")
                        .replace("turn", "mine")
                        .replace("(t)", "(angle_)")
                        .replace("-t ", "-angle_ ")
                        .replace("a, b", "first, second")
                        .replace("cx first", "cx first")
                        .replace("rz(-angle_ * 2) b", "rz(-angle_ * 2) second");
            case "loops" -> SOURCE.replace("c[0] = measure q[0]; c[1] = measure q[2];", "c = measure q[0:2:2];");
            case "registers" ->
                SOURCE.replace(
                                "qubit[3] q; bit[2] c;",
                                "qubit first; qubit[2] r; let q = first ++ r; bit zero; bit one;")
                        .replace("c[0]", "zero")
                        .replace("c[1]", "one");
            default -> SOURCE.replace("float", "angle");
        };
        assertNotEquals(SOURCE, other);
        assertEquals(hash(SOURCE), hash(other), other);
    }

    @Test
    void changesWithTheOperations() {
        assertNotEquals(hash(SOURCE), hash(SOURCE.replace("h q[0]", "h q[1]")));
        assertNotEquals(hash(SOURCE), hash(SOURCE.replace("turn(1)", "turn(1.0000000000000002)")));
        assertNotEquals(hash(SOURCE), hash(SOURCE.replace("theta + phi", "phi + theta")));
        assertNotEquals(hash(SOURCE), hash(SOURCE.replace("* 2", "* 3")));
    }

    @Test
    void isOneForBothVersions() {
        assertEquals(
                hash("qubit[2] q; bit[2] c; h q[0]; cx q[0], q[1]; c = measure q;"),
                hash(
                        "OPENQASM 2.0; include \"qelib1.inc\"; qreg a[2]; creg b[2]; h a[0]; cx a[0], a[1]; measure a -> b;"));
    }
}
