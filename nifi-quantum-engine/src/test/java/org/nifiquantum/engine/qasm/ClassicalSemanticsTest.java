// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.GateOperation;

/** Types and expressions, against values worked out by hand from the specification's chapter on types and casting. */
class ClassicalSemanticsTest {
    private static double angle(String declarations, String expression) {
        GateOperation operation = (GateOperation)
                OpenQasmReader.read("output bit result; " + declarations + " qubit q; rz(" + expression + ") q;")
                        .operations()
                        .stream()
                        .filter(GateOperation.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        return operation.parameters().get(0).evaluate(name -> Double.NaN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // whole numbers
                "                                        | 7 / 2                          | 3",
                "                                        | -7 / 2                         | -3",
                "                                        | -7 % 3                         | -1",
                "uint[4] a = 15; a = a + 1;              | a                              | 0",
                "int[4] a = 7; a += 1;                   | a                              | -8",
                "int[8] a = 300;                         | a                              | 44",
                "uint[8] a = -1;                         | a                              | 255",
                "uint[4] a = 9;                          | int[4](a)                      | -7",
                "int[4] a = -7;                          | uint[4](a)                     | 9",
                "uint[64] a = -1; uint[64] b = 2;        | a / b                          | 9223372036854775807",
                "uint[8] a = 200; uint[8] b = 100;       | a + b                          | 44",
                "uint[8] a = 3;                          | 2 ** a                         | 8",
                "uint[8] a = 3; a **= 2;                 | a                              | 9",
                "int a = 5; a -= 7;                      | a                              | -2",
                // bits of numbers
                "uint[4] a = 6;                          | a[1] + 2 * a[0]                | 1",
                "uint[4] a = 0; a[3] = 1; a[0] = true;   | a                              | 9",
                "uint[8] a = 0b11001010;                 | uint[4](a[4:7])                | 12",
                "uint[8] a = 1; a <<= 3;                 | a                              | 8",
                "uint[4] a = 9; a <<= 1;                 | a                              | 2",
                "int[4] a = -8;                          | a >> 2                         | -2",
                "uint[4] a = 8;                          | a >> 2                         | 2",
                "uint[4] a = 10; uint[4] b = 12;         | (a & b) + 16 * (a ^ b)         | 104",
                "uint[4] a = 10;                         | ~a                             | 5",
                // bit registers: the leftmost digit has the highest index
                "bit[4] b = \"0011\";                    | b[0] + 2 * b[3]                | 1",
                "bit[4] b = \"0011\";                    | int[4](b)                      | 3",
                "bit[4] b = \"1100\";                    | int[4](b)                      | -4",
                "bit[4] b = \"1100\";                    | uint[4](b)                     | 12",
                "bit[4] b = \"0011\"; b <<= 1;           | uint[4](b)                     | 6",
                "bit[2] a = \"01\"; bit[3] b = \"110\"; bit[5] c = a ++ b; | uint[5](c)   | 25",
                "bit[4] b = bit[4](uint[4](10));         | uint[4](b)                     | 10",
                "bit[4] b = \"0101\"; b[{0, 1}] = \"10\"; | uint[4](b)                    | 6",
                "bit[4] b = \"1010\"; let c = b[1:2]; c = \"10\"; | uint[4](b)             | 12",
                "bit[8] b = \"10110010\";                | popcount(b)                    | 4",
                "bit[4] b = \"0011\";                    | uint[4](rotl(b, 1)) + 16 * uint[4](rotr(b, 1)) | 150",
                "uint[4] a = 9;                          | rotl(a, 1) + 16 * rotr(a, 2)   | 99",
                // truth
                "bool t = 3 > 2 && !(1 == 2);            | t                              | 1",
                "bit c = true;                           | bool(c)                        | 1",
                "uint[4] a = 15; int b = -1;             | int(a > b)                     | 1",
                "                                        | int(0.1 + 0.2 == 0.3)          | 0",
                "bit[3] b = \"101\";                     | int(b == \"101\") + 2 * int(b == 5) | 3",
                // real numbers
                "                                        | int(3.9) + int(-3.9)           | 0",
                "float a = 7;                            | a / 2                          | 3.5",
                "float[32] a = 0.1;                      | a                              | 0.10000000149011612",
                "                                        | ceiling(1.2) + floor(-1.2)     | 0",
                "                                        | mod(7, 4) + mod(-5.5, 2)       | 1.5",
                "                                        | arcsin(1.0) - arccos(0.0)      | 0",
                "                                        | arccos(3 / 5) - arccos(0.6)    | 0",
                "                                        | sqrt(8 / 4 * 2) + exp(0)       | 3",
                // complex numbers
                "complex[float[64]] z = 3 + 4im;         | real(z * z) + imag(z)          | -3",
                "complex z = 2im;                        | real(z ** 2)                   | -4",
                // arrays
                "array[int[8], 3] a = {1, 2, 300};       | a[0] + 10 * a[1] + 100 * a[2]  | 4421",
                "array[int[8], 2, 2] a = {{1, 2}, {3, 4}}; | a[1, 0] * 10 + a[0][1]      | 32",
                "array[int[8], 2, 3] a = {{1, 2, 3}, {4, 5, 6}}; | sizeof(a) * 10 + sizeof(a, 1) | 23",
                "array[uint[8], 4] a = {1, 2, 3, 4}; a[1:2] = a[2:3]; | a[0] * 1000 + a[1] * 100 + a[2] * 10 + a[3] | 1344",
                "array[int[8], 2] a = {1, 2}; array[int[8], 2] b = a; b[0] = 7; | a[0]   | 1",
                "def f(mutable array[int[8], #dim = 1] x) { x[0] = 9; } array[int[8], 2] a = {1, 2}; f(a); | a[0] | 9",
                "def f(readonly array[int[8], 2] x) -> int[8] { return x[0] + x[1]; } array[int[8], 2] a = {1, 2}; | f(a) | 3",
                // subroutines
                "def f(int n) -> int { if (n < 2) { return 1; } return n * f(n - 1); } | f(5) | 120",
                "def f(int n) -> int { n = n + 1; return n; } int a = 1; int b = f(a); | 10 * a + b | 12",
                // control flow
                "int s = 0; for int i in [1:4] { s += i; } | s                            | 10",
                "int s = 0; for int i in [4:-2:0] s = 10 * s + i; | s                    | 420",
                "int s = 0; for uint i in {3, 1, 2} { s = 10 * s + i; } | s              | 312",
                "int s = 0; for int i in [5:4] { s = 1; } | s                            | 0",
                "int s = 0; bit[3] b = \"110\"; for bit x in b { s = 10 * s + x; } | s    | 11",
                "int i = 0; while (true) { i += 1; if (i == 3) continue; if (i > 5) break; } | i | 6",
                "int s = 0; switch (3) { case 1, 2 { s = 1; } case 3, 4 { s = 2; } default { s = 3; } } | s | 2",
                "int s = 0; switch (9) { case 1 { s = 1; } default { s = 3; } } | s      | 3",
                "int s = 1; if (s == 0) s = 5; else if (s == 1) s = 6; else s = 7; | s   | 6",
                "const int n = 3; const uint[8] m = 2 * n; | m                           | 6",
            })
    void compute(String declarations, String expression, double expected) {
        assertEquals(expected, angle(declarations == null ? "" : declarations, expression), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // angle[4] counts sixteenths of a turn
                "angle[4] a = pi / 2;                    | a                              | 0.25",
                "angle[4] a = -pi / 2;                   | a                              | 0.75",
                "angle[4] a = 3 * pi;                    | a                              | 0.5",
                "angle[4] a = pi; angle[4] b = 3 * pi / 2; | a + b                       | 0.25",
                "angle[4] a = pi; angle[4] b = 3 * pi / 2; | a - b                       | 0.75",
                "angle[4] a = pi / 2; uint[4] n = 5;     | a * n                          | 0.25",
                "angle[4] a = 3 * pi / 2; uint[4] n = 2; | a / n                          | 0.375",
                "angle[4] a = pi / 2; a <<= 1;           | a                              | 0.5",
                "angle[4] a = pi; a[0] = 1;              | a                              | 0.5625",
                "angle[4] a = \"0100\";                  | a                              | 0.25",
                "angle[8] a = pi / 4;                    | angle[2](a)                    | 0",
                "angle[2] a = pi / 2;                    | angle[8](a)                    | 0.25",
                "angle a = pi / 3;                       | a                              | 0.16666666666666666",
                "angle[4] a = 0.4;                       | a                              | 0.0625",
            })
    void turn(String declarations, String expression, double expectedTurns) {
        assertEquals(expectedTurns * 2 * Math.PI, angle(declarations, expression), 1e-12);
    }

    @Test
    void angleHasBits() {
        assertEquals(4, angle("angle[4] a = pi / 2; bit[4] b = bit[4](a);", "uint[4](b)"));
        assertEquals(2, angle("angle[4] a = pi; angle[4] b = pi / 2;", "a / b"));
        assertEquals(1, angle("angle[4] a = pi; angle[4] b = pi / 2;", "int(a > b)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bit[4] b = 5;                           | needs a cast to become bit[4]",
                "bit[2] b = \"101\";                     | a register of 3 bits cannot become bit[2]",
                "const int n = 3; n = 4;                 | 'n' is a constant and cannot be assigned",
                "int[65] a;                              | int[65] is not supported, at most 64 bits are",
                "int i = 9223372036854775807; i += 1;    | overflow",
                "array[int[8], 2] a = {1, 2, 3};         | 3 elements are given, expected 2",
                "array[int[8], 2] a; a[2] = 1;           | index 2 is outside 'a' of size 2",
                "array[int[8], 1001, 1000] a;            | the array has more than 1000000 elements",
                "int i = 1; i[64] = 1;                   | index 64 is outside 'i' of size 64",
                "bit[2] c; c = c + 1;                    | + is not defined for a register of 2 bits and a whole number",
                "break;                                  | break stands outside of a loop",
                "return 1;                               | return stands outside of a subroutine",
                "def f() -> int { } int i = f();         | subroutine 'f' ended without a return",
                "def f() { } int i = f();                | subroutine 'f' gives no value",
                "def f(int n) { } f();                   | subroutine 'f' takes 1 arguments, not 0",
                "def f(int n) -> int { return f(n); } int i = f(1); | nested more than",
                "while (true) { }                        | more than 10000000 steps",
                "for int i in [0:100000000] { }          | the range has more than",
                "duration d = 100ns; int i = d;          | a duration cannot become int[64]",
                "qubit[2] a; int i = a;                  | 'a' is a register of 2 qubits, expected a number",
                "if (1 == 2) { x q[; }                   | unexpected ';', expected an expression",
                "int i = 3 i;                            | unexpected 'i', expected ';'",
                "qubit a; gate g b { x a; }              | 'a' is a qubit, which the body of a gate cannot see",
                "qubit a; gate g b { reset b; }          | gate 'g' cannot reset",
                "qubit a; pow(0.5) @ swap a, a;         | given the same qubit twice",
                "switch (1) { default { } case 1 { } }   | nothing can follow the default",
                "output float f;                         | result 'f' of type float[64] has no bits",
            })
    void refuse(String source, String problem) {
        OpenQasmException error =
                assertThrows(OpenQasmException.class, () -> OpenQasmReader.readProgram(source), source);
        assertTrue(error.getMessage().contains(problem), source + " gave: " + error.getMessage());
    }

    private static void assertCertain(String outcome, String source) {
        assertEquals(1, Programs.probabilities(source).get(outcome), 1e-12, source);
    }

    @Test
    void doesNothingAfterTheEnd() {
        assertCertain("0", "qubit q; bit c; c = measure q; end; c = 1;");
        assertCertain("1", "qubit q; bit c; x q; c = measure q; if (c == 1) { end; } c = 0;");
    }

    @Test
    void givesOutputsOnlyWhereSomeAreDeclared() {
        assertCertain("10", "qubit[2] q; bit hidden; output bit[2] c; x q[1]; hidden = measure q[1]; c = measure q;");
        assertCertain("0101", "qubit q; bit c; output uint[4] n; x q; c = measure q; n = 4 + c;");
    }

    @Test
    void bitwiseOr() {
        assertEquals(14, angle("uint[4] a = 10; uint[4] b = 12;", "a | b"));
    }
}
