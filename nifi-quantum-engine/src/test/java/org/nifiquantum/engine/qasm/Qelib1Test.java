// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.DenseReference;
import org.nifiquantum.engine.circuit.Circuit;

/** Each gate of qelib1.inc against its definition by U and CX, or against the matrix that its name promises. */
class Qelib1Test {
    private static final double PI = Math.PI;

    private static Arguments gate(String call, int qubits, PaperGates definition) {
        return Arguments.of(call, qubits, definition);
    }

    private static PaperGates on(int qubits) {
        return new PaperGates(qubits);
    }

    static Stream<Arguments> oneQubitGates() {
        return Stream.of(
                gate("U(0.3, 0.5, 0.8)", 1, on(1).u(0, 0.3, 0.5, 0.8)),
                gate("u3(0.3, 0.5, 0.8)", 1, on(1).u(0, 0.3, 0.5, 0.8)),
                gate("u(0.3, 0.5, 0.8)", 1, on(1).u(0, 0.3, 0.5, 0.8)),
                gate("u2(0.5, 0.8)", 1, on(1).u2(0, 0.5, 0.8)),
                gate("u1(0.7)", 1, on(1).u1(0, 0.7)),
                gate("p(0.7)", 1, on(1).u1(0, 0.7)),
                gate("u0(1)", 1, on(1)),
                gate("id", 1, on(1)),
                gate("x", 1, on(1).x(0)),
                gate("y", 1, on(1).u(0, PI, PI / 2, PI / 2)),
                gate("z", 1, on(1).u1(0, PI)),
                gate("h", 1, on(1).h(0)),
                gate("s", 1, on(1).s(0)),
                gate("sdg", 1, on(1).sdg(0)),
                gate("t", 1, on(1).t(0)),
                gate("tdg", 1, on(1).tdg(0)),
                gate("rx(0.7)", 1, on(1).u(0, 0.7, -PI / 2, PI / 2)),
                gate("ry(0.7)", 1, on(1).u(0, 0.7, 0, 0)),
                gate("rz(0.7)", 1, on(1).u1(0, 0.7)),
                gate("sx", 1, on(1).sdg(0).h(0).sdg(0)),
                gate("sxdg", 1, on(1).s(0).h(0).s(0)));
    }

    static Stream<Arguments> twoQubitGates() {
        return Stream.of(
                gate("CX", 2, on(2).cx(0, 1)),
                gate("cx", 2, on(2).cx(0, 1)),
                gate("cz", 2, on(2).h(1).cx(0, 1).h(1)),
                gate("cy", 2, on(2).sdg(1).cx(0, 1).s(1)),
                gate("swap", 2, on(2).cx(0, 1).cx(1, 0).cx(0, 1)),
                gate(
                        "ch",
                        2,
                        on(2).h(1)
                                .sdg(1)
                                .cx(0, 1)
                                .h(1)
                                .t(1)
                                .cx(0, 1)
                                .t(1)
                                .h(1)
                                .s(1)
                                .x(1)
                                .s(0)),
                gate(
                        "crx(0.7)",
                        2,
                        on(2).u1(1, PI / 2).cx(0, 1).u(1, -0.35, 0, 0).cx(0, 1).u(1, 0.35, -PI / 2, 0)),
                gate(
                        "cry(0.7)",
                        2,
                        on(2).u(1, 0.35, 0, 0).cx(0, 1).u(1, -0.35, 0, 0).cx(0, 1)),
                gate("crz(0.7)", 2, on(2).u1(1, 0.35).cx(0, 1).u1(1, -0.35).cx(0, 1)),
                gate("cu1(0.7)", 2, on(2).cu1(0, 1, 0.7)),
                gate("cp(0.7)", 2, on(2).cu1(0, 1, 0.7)),
                gate("cu3(0.3, 0.5, 0.8)", 2, on(2).cu3(0, 1, 0.3, 0.5, 0.8)),
                gate("cu(0.3, 0.5, 0.8, 0.9)", 2, on(2).u1(0, 0.9).cu3(0, 1, 0.3, 0.5, 0.8)),
                gate("csx", 2, on(2).h(1).cu1(0, 1, PI / 2).h(1)),
                gate("rzz(0.7)", 2, on(2).cx(0, 1).u1(1, 0.7).cx(0, 1)),
                // As Qiskit's file has it, which is not how ours is made.
                gate(
                        "rxx(0.7)",
                        2,
                        on(2).u(0, PI / 2, 0.7, 0)
                                .h(1)
                                .cx(0, 1)
                                .u1(1, -0.7)
                                .cx(0, 1)
                                .h(1)
                                .u2(0, -PI, PI - 0.7)));
    }

    static Stream<Arguments> largerGates() {
        PaperGates rccx = on(3).u2(2, 0, PI)
                .t(2)
                .cx(1, 2)
                .tdg(2)
                .cx(0, 2)
                .t(2)
                .cx(1, 2)
                .tdg(2)
                .u2(2, 0, PI);
        PaperGates rc3x = on(4).u2(3, 0, PI).t(3).cx(2, 3).tdg(3).u2(3, 0, PI);
        rc3x.cx(0, 3).t(3).cx(1, 3).tdg(3).cx(0, 3).t(3).cx(1, 3).tdg(3);
        rc3x.u2(3, 0, PI).t(3).cx(2, 3).tdg(3).u2(3, 0, PI);
        return Stream.of(
                gate("ccx", 3, on(3).ccx(0, 1, 2)),
                gate("cswap", 3, on(3).cx(2, 1).ccx(0, 1, 2).cx(2, 1)),
                gate("rccx", 3, rccx),
                gate("rc3x", 4, rc3x));
    }

    @ParameterizedTest
    @MethodSource({"oneQubitGates", "twoQubitGates", "largerGates"})
    void isMadeOfUAndCxAsDefined(String call, int qubits, PaperGates definition) {
        double[][][] actual = columns(call, qubits);
        assertSame(definition.columns(), actual, globalPhase(definition.columns(), actual), call);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void flipsWhereAllControlsAreSet(int controls) {
        double[][][] actual = columns("c" + controls + "x", controls + 1);
        int set = (1 << controls) - 1;
        for (int column = 0; column < actual.length; column++) {
            int row = (column & set) == set ? column ^ 1 << controls : column;
            assertArrayEquals(new double[] {1, 0}, actual[column][row], 1e-12, controls + " controls, " + column);
        }
    }

    @Test
    void hasTheRootOfX() {
        double[][][] actual = columns("c3sqrtx", 4);
        for (int column = 0; column < 16; column++) {
            boolean set = (column & 7) == 7;
            double[] same = set ? new double[] {0.5, 0.5} : new double[] {1, 0};
            double[] flipped = set ? new double[] {0.5, -0.5} : new double[] {0, 0};
            assertArrayEquals(same, actual[column][column], 1e-12, "column " + column);
            assertArrayEquals(flipped, actual[column][column ^ 8], 1e-12, "column " + column);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cx",
                "cy",
                "cz",
                "ch",
                "csx",
                "crx(1.1)",
                "cry(1.1)",
                "crz(1.1)",
                "cu1(1.1)",
                "cp(1.1)",
                "cu3(0.3, 0.5, 0.8)",
                "cu(0.3, 0.5, 0.8, 0.9)"
            })
    void leavesAllAloneWhereTheControlIsNotSet(String call) {
        double[][][] actual = columns(call, 2);
        for (int column : new int[] {0, 2}) {
            assertArrayEquals(new double[] {1, 0}, actual[column][column], 1e-12, call);
        }
    }

    @Test
    void isWholeWhenWrittenAsVersionThree() {
        List<Arguments> gates = new ArrayList<>(oneQubitGates().toList());
        gates.addAll(twoQubitGates().toList());
        gates.addAll(largerGates().toList());
        gates.add(Arguments.of("c4x", 5));
        gates.add(Arguments.of("c3sqrtx", 4));
        for (Arguments gate : gates) {
            String call = (String) gate.get()[0];
            Circuit circuit = circuit(call, (int) gate.get()[1]);
            String written = OpenQasmWriter.write(circuit);
            assertSame(columns(circuit), columns(OpenQasmReader.read(written)), new double[] {1, 0}, written);
        }
    }

    private static Circuit circuit(String call, int qubits) {
        String operands =
                IntStream.range(0, qubits).mapToObj("q[%d]"::formatted).collect(Collectors.joining(", "));
        return OpenQasmReader.read(
                "OPENQASM 2.0;\ninclude \"qelib1.inc\";\nqreg q[%d];\n%s %s;\n".formatted(qubits, call, operands));
    }

    private static double[][][] columns(String call, int qubits) {
        return columns(circuit(call, qubits));
    }

    private static double[][][] columns(Circuit circuit) {
        return IntStream.range(0, 1 << circuit.qubits())
                .mapToObj(start -> DenseReference.run(circuit, Map.of(), start))
                .toArray(double[][][]::new);
    }

    /** Actual over expected, where the first column of the expected matrix is not 0. */
    private static double[] globalPhase(double[][][] expected, double[][][] actual) {
        int row = 0;
        while (Math.hypot(expected[0][row][0], expected[0][row][1]) < 0.1) {
            row++;
        }
        double[] e = expected[0][row];
        double[] a = actual[0][row];
        double squared = e[0] * e[0] + e[1] * e[1];
        return new double[] {(a[0] * e[0] + a[1] * e[1]) / squared, (a[1] * e[0] - a[0] * e[1]) / squared};
    }

    private static void assertSame(double[][][] expected, double[][][] actual, double[] phase, String message) {
        assertEquals(1, Math.hypot(phase[0], phase[1]), 1e-12, message);
        for (int column = 0; column < expected.length; column++) {
            for (int row = 0; row < expected.length; row++) {
                double[] value = expected[column][row];
                double[] turned = {
                    value[0] * phase[0] - value[1] * phase[1], value[0] * phase[1] + value[1] * phase[0],
                };
                assertArrayEquals(turned, actual[column][row], 1e-12, message + ", column " + column + ", row " + row);
            }
        }
    }
}
