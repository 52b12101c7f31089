// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to a source, the reader gives a program or says where it is wrong: never another error. */
class MutatedSourcesTest {
    private static final List<String> SOURCES = List.of("""
            OPENQASM 3.0; include "stdgates.inc";
            input float[64] theta; const uint n = 3; qubit[n] q; bit[n] c; int[8] k = -5; angle[4] a = pi / 2;
            array[int[16], 2, 2] m = {{1, 2}, {3, 4}}; complex[float[64]] z = 2.5 + 1im; let last = q[-2:-1];
            gate g(t) x, y { cx x, y; ctrl @ rz(-t ** 2) x, y; for int i in [0:2] { inv @ pow(0.5) @ s x; } }
            def parity(qubit[2] p, readonly array[int[16], #dim = 2] v, int s) -> bit {
              cx p[0], p[1]; if (s < v[0, 1]) { return measure p[1]; } return "1";
            }
            @note here
            for uint i in {0, 2, 1} { if (i != 1) h q[i]; else continue; g(theta + i) q[0], q[1]; }
            while (k < 0) { k += 2; if (k == 9) break; }
            box[100ns] { delay[20ns] q[0]; barrier q; reset last; }
            c[0] = parity(q[0:1], m, k);
            switch (c[0] == 1) { case true { x q[2]; } default { c[1:2] = "10"; } }
            m[1] = m[0]; k = m[1, 0] << 2 | 3 & ~k; z = z * 2im; a <<= 1; end;
            """, """
            OPENQASM 2.0; include "qelib1.inc";
            qreg q[3]; creg c[3]; creg d[1]; opaque magic(a) x;
            gate mine(a, b) x, y { u3(a/2, -b, pi^2) x; barrier x, y; CX x, y; cu1(sin(a)*ln(2)) x, y; }
            h q; mine(0.5, 1e-3) q[0], q[2]; barrier q; measure q -> c; if (c == 5) x q[1]; reset q[0];
            measure q[1] -> d[0];
            """);

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ";",
            ",",
            ":",
            "=",
            "-",
            "+",
            "*",
            "/",
            "%",
            "**",
            "++",
            "<<",
            "@",
            "$1",
            "#",
            "\"",
            "'",
            "//",
            "/*",
            "*/",
            "0",
            "-1",
            "2",
            "9223372036854775807",
            "1e308",
            "0xFF",
            "\"01\"",
            "1.5",
            "im",
            "ns",
            "π",
            "qubit",
            "bit",
            "int[4]",
            "uint",
            "float",
            "angle[3]",
            "bool",
            "complex",
            "array[int, 2]",
            "const",
            "input",
            "output",
            "let",
            "gate",
            "def",
            "return",
            "measure",
            "reset",
            "barrier",
            "delay[1ns]",
            "box",
            "if",
            "else",
            "for",
            "while",
            "switch",
            "case",
            "default",
            "break",
            "continue",
            "end",
            "in",
            "inv",
            "pow(2)",
            "ctrl",
            "negctrl(2)",
            "gphase(1)",
            "sizeof",
            "true",
            "q",
            "c",
            "k",
            "m",
            "n",
            "x",
            "cx",
            "U(1,2,3)",
            "->",
            "==",
            "&&",
            "!",
            "~",
            "pragma ",
            "@word",
            "\u0000",
            "\ud800",
            "opaque",
            "extern",
            "cal",
            "defcal",
            "stretch",
            "OPENQASM 2.0;");

    @Test
    @Timeout(60)
    void areReadOrRefusedWithAPlace() {
        long seed = 20260101;
        Random random = new Random(seed);
        SOURCES.forEach(OpenQasmReader::readProgram);
        int refused = 0;
        int rounds = 6000;
        for (int round = 0; round < rounds; round++) {
            String source = mutated(SOURCES.get(random.nextInt(SOURCES.size())), random);
            try {
                OpenQasmReader.readProgram(source);
            } catch (OpenQasmException e) {
                refused++;
                long lines = source.lines().count() + 1;
                assertTrue(e.line() >= 1 && e.line() <= lines && e.column() >= 1, source + " gave " + e.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed %d, round %d: %s gave %s".formatted(seed, round, source, e), e);
            }
        }
        assertTrue(refused > rounds / 2 && refused < rounds, "refused " + refused);
    }

    private static String mutated(String source, Random random) {
        StringBuilder text = new StringBuilder(source);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(random.nextInt(8) == 0 ? 60 : 6));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, PIECES.get(random.nextInt(PIECES.size())) + " ");
                case 2 -> text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.insert(random.nextInt(text.length()), text.substring(from, to));
            }
            if (text.isEmpty()) {
                text.append(';');
            }
        }
        return text.toString();
    }
}
