// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.simulation.CompiledCircuit;

/** Sources that ask for the impossible are refused, soon, with a place, and on a small stack. */
@Timeout(120)
class HostileSourcesTest {
    /** Half of what the JVM gives a thread by default. */
    private static final long SMALL_STACK = 512 << 10;

    /** What reading throws, if anything; the circuit is compiled and written, too, since both go as deep. */
    private static Optional<Throwable> failure(String source) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            if (OpenQasmReader.readProgram(source) instanceof Program.Static program) {
                Circuit circuit = program.circuit();
                CompiledCircuit.compile(circuit);
                OpenQasmWriter.write(circuit);
            }
        };
        Thread thread = new Thread(null, work, "small stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((where, problem) -> failure.set(problem));
        thread.start();
        thread.join();
        return Optional.ofNullable(failure.get());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("nested brackets", "float x = " + "(".repeat(10_000) + "1", "nested more than 200 deep"),
                arguments("nested lists", "array[int, 1] x = " + "{".repeat(10_000), "nested more than 200 deep"),
                arguments("nested blocks", "bool t = true; " + "if (t) { ".repeat(10_000), "more than 300 operators"),
                arguments(
                        "nested ifs", "bool t = true; " + "if (t) ".repeat(10_000) + "end;", "more than 300 operators"),
                arguments("nested loops", "for int i in {1} ".repeat(10_000) + "end;", "more than 300 operators"),
                arguments("signs", "float x = " + "-".repeat(10_000) + "1;", "more than 300 operators"),
                arguments("powers", "float x = " + "1**".repeat(10_000) + "1;", "more than 300 operators"),
                arguments("modifiers", "qubit q; " + "inv @ ".repeat(10_000) + "x q;", "more than 300 operators"),
                arguments("indices", "qubit q; x q" + "[0]".repeat(10_000) + ";", "more than 300 operators"),
                arguments("joined registers", "bit[9] b; bit[9] c = b" + " ++ b".repeat(10_000) + ";", "more than 300"),
                arguments(
                        "one long statement",
                        "qubit q; box { " + "x q; ".repeat(400_000) + "}",
                        "more than 500000 words"),
                arguments("long range", "for int i in [0:9223372036854775807] { }", "the range has more than 10000000"),
                arguments(
                        "long range down",
                        "for int i in [9223372036854775807:-1:-9223372036854775807] { }",
                        "the range"),
                arguments("loop without end", "while (true) { int i = 1; }", "more than 10000000 steps"),
                arguments(
                        "loops in loops",
                        "for int i in [1:9999] for int j in [1:9999] { }",
                        "more than 10000000 steps"),
                arguments("recursion", "def f(int n) { f(n + 1); } f(0);", "nested more than 1500 deep"),
                arguments("recursion of two", "def f(int n) { if (n > 0) { f(n); f(n); } } f(1);", "nested more than"),
                arguments("many qubits", "qubit[2147483647] q;", "more than 100000 qubits"),
                arguments("too many qubits", "qubit[99999999999999] q;", "is too large"),
                arguments("many bits", "bit[2000000] c;", "more than 1000000 bits"),
                arguments("large array", "array[int, 100000, 100000, 100000] a;", "more than 1000000 elements"),
                arguments("many arrays", declarations("array[int, 1000000] a%d;", 100), "more than 10000000 steps"),
                arguments("many registers", "for int i in [1:100] { bit[1000000] c; }", "more than 10000000 steps"),
                arguments(
                        "copied arrays",
                        "array[int, 1000000] a; array[int, 1000000] b; for int i in [1:1000] { a[0:999999] = b; }",
                        "more than 10000000 steps"),
                arguments(
                        "many operations",
                        "qubit[1000] q; for int i in [1:9999] { x q; }",
                        "more than 2000000 operations"),
                arguments(
                        "wide barriers",
                        "qubit[100000] q; for int i in [1:9999] barrier q;",
                        "more than 2000000 operations"),
                arguments("doubling gates", doubling("x a;"), "more than 10000000 gates"),
                arguments("doubling nothing", doubling(""), "more than 10000000 gates"),
                arguments("powers of powers", powers(), "takes more than 200000 gates"),
                arguments(
                        "inverse of much",
                        doubling("x a;", 20) + "qubit q; inv @ g19 q;",
                        "takes more than 200000 gates"),
                arguments("deep definitions", chain(10_000), "nested more than 200 deep"),
                arguments(
                        "huge power",
                        "qubit[2] q; gate g a, b { h a; cx a, b; } pow(1e15) @ g q[0], q[1];",
                        "200000 gates"),
                arguments("huge root", "qubit q; pow(1e308 * 10) @ x q;", "not finite"),
                arguments("many controls", "qubit[2] q; ctrl(100000) @ x q[0], q[1];", "more than 200000 gates"),
                arguments(
                        "controls of controls",
                        "qubit[2] q; " + "ctrl @ ".repeat(299) + "x q[0], q[1];",
                        "200000 gates"),
                arguments(
                        "doubling expressions",
                        "input float x; float y = x; for int i in [1:99] { y = y + y; }",
                        "more than 600 parts"),
                arguments(
                        "deep expressions",
                        "input float x; float y = x; for int i in [1:9999] { y = sin(y); }",
                        "more than 600 parts"));
    }

    private static String declarations(String form, int count) {
        StringBuilder source = new StringBuilder();
        IntStream.range(0, count).forEach(number -> source.append(form.formatted(number)));
        return source.toString();
    }

    private static String doubling(String body) {
        return doubling(body, 60) + "qubit q; g59 q;";
    }

    private static String doubling(String body, int levels) {
        StringBuilder source = new StringBuilder("gate g0 a { " + body + body + " }\n");
        for (int level = 1; level < levels; level++) {
            source.append("gate g%1$d a { g%2$d a; g%2$d a; }\n".formatted(level, level - 1));
        }
        return source.toString();
    }

    private static String chain(int levels) {
        StringBuilder source = new StringBuilder("gate g0 a { x a; }\n");
        for (int level = 1; level < levels; level++) {
            source.append("gate g%d a { g%d a; }\n".formatted(level, level - 1));
        }
        return source + "qubit q; g%d q;".formatted(levels - 1);
    }

    private static String powers() {
        StringBuilder source = new StringBuilder("gate g0 a, b { cx a, b; h a; }\n");
        for (int level = 1; level < 10; level++) {
            source.append("gate g%d a, b { pow(1000) @ g%d a, b; }\n".formatted(level, level - 1));
        }
        return source + "qubit[2] q; g9 q[0], q[1];";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void areRefused(String name, String source, String problem) throws InterruptedException {
        Throwable failure = failure(source).orElseThrow(() -> new AssertionError(name + " was read"));
        OpenQasmException error = assertInstanceOf(OpenQasmException.class, failure, () -> name + " gave " + failure);
        assertTrue(error.getMessage().contains(problem), () -> name + " gave: " + error.getMessage());
    }

    static Stream<Arguments> read() {
        return Stream.of(
                arguments(
                        "long chain of else", "int i = 0; if (i == 1) end; " + "else if (i == 2) end; ".repeat(20_000)),
                arguments("ifs within limits", "bool t = true; " + "if (t) ".repeat(100) + "t = false;"),
                arguments("deep definitions within limits", chain(190)),
                arguments("long comment", "/*" + "*".repeat(1 << 20) + "*/ // " + "/".repeat(1 << 20)),
                arguments("long list", "array[int, 2000] a = {" + "-1, ".repeat(1999) + "-1};"),
                arguments("long name", "qubit " + "q".repeat(1 << 20) + ";"),
                arguments("many pragmas", "pragma x y\n".repeat(10_000)),
                arguments("sum within limits", "input float t; qubit q; rz(" + "t+".repeat(299) + "t) q;"),
                arguments(
                        "expression within limits",
                        "input float x; float y = x; for int i in [1:590] { y = sin(y); } qubit q; rz(y) q;"),
                arguments(
                        "recursion that outcomes end",
                        "qubit q; def f(qubit q) -> bit { h q; bit b = measure q; if (b) { return b; } return f(q); }"
                                + " bit c = f(q);"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("read")
    void areReadWithinTheLimits(String name, String source) throws InterruptedException {
        failure(source).ifPresent(problem -> {
            throw new AssertionError(name, problem);
        });
    }

    @Test
    void aProgramRunsOutOfStepsLikeItsReader() throws InterruptedException {
        String source = "qubit q; bit c; c = measure q; while (c == 0) { c = measure q; } ";
        assertEquals(Optional.empty(), failure(source));
        Program.Dynamic program = Programs.dynamic(source);
        OpenQasmException error =
                assertThrows(OpenQasmException.class, () -> Programs.simulator().run(program, 1, 1));
        assertTrue(error.getMessage().contains("more than 2000000 operations"), error.getMessage());
    }
}
