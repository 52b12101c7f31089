// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenQasmErrorsTest {
    // What stands before the bar is line:column; the source is one line unless it says \n.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1:10 | OPENQASM 2.1;                          | OpenQASM 2.1 is not supported, expected 3.0 or 2.0",
                "1:9  | include 'other.inc';                   | ''other.inc'' cannot be included, only \"stdgates.inc\"",
                "1:10 | qubit q; extern f(int) -> int;         | extern 'f' is a function of some other system",
                "1:17 | qubit[2] q; if (r) x q;                | 'r' is not declared",
                "1:10 | qubit q; ctrl @ x q, q;                | gate 'x' is given the same qubit twice",
                "1:10 | qubit q; ctrl @ x q;                   | gate 'x' acts on 2 qubits, not 1",
                "1:13 | h $0; qubit q;                         | qubits are declared beside physical ones ($0)",
                "2:3  | qubit q;\\nx r;                        | 'r' is not declared",
                "2:1  | qubit q;\\nfoo q;                      | gate 'foo' is not known",
                "1:17 | qubit[2] q; x q[2];                    | index 2 is outside 'q' of size 2",
                "1:10 | qubit q; rx q;                         | gate 'rx' takes 1 parameters, not 0",
                "1:13 | qubit[2] q; cx q[0];                   | gate 'cx' acts on 2 qubits, not 1",
                "1:13 | qubit[2] q; cx q[0], q[0];             | gate 'cx' is given the same qubit twice",
                "1:36 | qubit[2] a; qubit[3] b; cx a,      b;  | 'b' has 3 qubits, but another operand of 'cx' has 2",
                "1:12 | gate g a { g a; }                      | gate 'g' cannot call itself",
                "1:16 | qubit q; qubit q;                      | 'q' is already declared, as a qubit",
                "1:23 | qubit[2] q; bit[3] c; c = measure q;   | 2 qubits are measured into 3 bits",
                "1:13 | qubit q; x q                           | unexpected the end of the source, expected ';'",
                "1:16 | qubit q; rz(1 +) q;                    | unexpected ')', expected an expression",
                "1:13 | qubit q; rz(1/0) q;                    | 1 / 0: division by zero",
                "1:13 | qubit q; rz(sqrt(-1.0)) q;             | The value of an expression is not finite: NaN",
                "1:13 | qubit q; rz(foo(1)) q;                 | 'foo' is not a known function",
                "1:7  | qubit[pi] q;                           | The size of a register must be a whole number known",
                "1:7  | qubit[0] q;                            | a register needs at least 1 element, not 0",
                "1:15 | qubit q; x q; € ;                      | '€' is not part of OpenQASM",
            })
    void nameThePlace(String place, String source, String problem) {
        check(place, source, problem);
    }

    private static void check(String place, String source, String problem) {
        OpenQasmException error =
                assertThrows(OpenQasmException.class, () -> OpenQasmReader.read(source.replace("\\n", "\n")), source);
        assertTrue(error.getMessage().contains(problem), source + " gave: " + error.getMessage());
        assertEquals(place, error.line() + ":" + error.column(), source + " gave: " + error.getMessage());
    }

    @Test
    void staysWithinItsLimits() {
        String deep = "qubit q; rz(" + "(".repeat(10_000) + "1" + ")".repeat(10_000) + ") q;";
        check("1:212", deep, "brackets are nested more than 200 deep");
        check("1:313", "qubit q; rz(" + "-".repeat(100_000) + "1) q;", "more than 300 operators of one statement");
        check("1:614", "qubit q; rz(" + "1+".repeat(100_000) + "1) q;", "more than 300 operators of one statement");
        check("1:15", "qubit[100001] q;", "the circuit has more than 100000 qubits");
        check("1:1", " ".repeat((16 << 20) + 1), "the source has 16777217 characters");
    }

    @Test
    void refusesGatesThatExpandWithoutEnd() {
        StringBuilder source = new StringBuilder("gate g0 a { x a; x a; }\n");
        for (int level = 1; level < 60; level++) {
            source.append("gate g%d a { g%d a; g%d a; }\n".formatted(level, level - 1, level - 1));
        }
        OpenQasmException error =
                assertThrows(OpenQasmException.class, () -> OpenQasmReader.read(source + "qubit q; g59 q;"));
        assertTrue(error.getMessage().contains("more than 10000000 gates"), error.getMessage());
    }

    @Test
    void readsWhatIsJustWithinTheLimits() {
        String nested = "(".repeat(198) + "1" + ")".repeat(198);
        assertEquals(
                1,
                OpenQasmReader.read("qubit q; rz(" + nested + ") q;")
                        .operations()
                        .size());
        String sum = "input float t; qubit q; rz(" + "t+".repeat(299) + "t) q;";
        assertEquals(1, OpenQasmReader.read(sum).operations().size());
        assertEquals(
                1,
                OpenQasmReader.read("qubit q; rz(" + "-".repeat(300) + "1) q;")
                        .operations()
                        .size());
    }
}
