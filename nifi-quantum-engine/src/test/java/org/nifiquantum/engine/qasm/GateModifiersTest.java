// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.DenseReference;
import org.nifiquantum.engine.LibraryMatrices;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;

/** Modifiers against full matrices that are put together here. Operand k is bit k of a matrix index. */
class GateModifiersTest {
    /** Column by column: the state that each basis state becomes. */
    private static double[][][] columns(String body, int qubits) {
        Circuit circuit = OpenQasmReader.read("qubit[%d] q; %s".formatted(qubits, body));
        double[][][] columns = new double[1 << qubits][][];
        for (int start = 0; start < columns.length; start++) {
            columns[start] = DenseReference.run(circuit, Map.of(), start);
        }
        return columns;
    }

    private static void assertSame(double[][][] expected, double[][][] actual, String what) {
        for (int column = 0; column < expected.length; column++) {
            for (int row = 0; row < expected.length; row++) {
                for (int part = 0; part < 2; part++) {
                    assertEquals(
                            expected[column][row][part],
                            actual[column][row][part],
                            1e-12,
                            what + " at " + row + ", " + column);
                }
            }
        }
    }

    private static String call(StandardGate gate, double[] parameters, int firstQubit) {
        String list = IntStream.range(0, parameters.length)
                .mapToObj(index -> Double.toString(parameters[index]))
                .collect(Collectors.joining(", "));
        return gate.identifier()
                + (parameters.length == 0 ? " " : "(" + list + ") ")
                + qubits(0, firstQubit + gate.qubits());
    }

    private static String qubits(int from, int to) {
        return IntStream.range(from, to).mapToObj("q[%d]"::formatted).collect(Collectors.joining(", "));
    }

    private static double[] parameters(StandardGate gate, Random random) {
        return random.doubles(gate.parameterCount(), -Math.PI, Math.PI).toArray();
    }

    @ParameterizedTest
    @EnumSource(StandardGate.class)
    void controlEveryGate(StandardGate gate) {
        long seed = 11;
        double[] parameters = parameters(gate, new Random(seed));
        double[][][] matrix = LibraryMatrices.of(gate, parameters);
        for (int controls = 1; controls <= 3; controls++) {
            for (int zeros = 0; zeros <= controls; zeros++) {
                String modifiers = (zeros == 0 ? "" : "negctrl(%d) @ ".formatted(zeros))
                        + (zeros == controls ? "" : "ctrl(%d) @ ".formatted(controls - zeros));
                String source = modifiers + call(gate, parameters, controls) + ";";
                int wanted = (1 << controls) - (1 << zeros);
                double[][][] expected = controlled(matrix, controls, wanted);
                assertSame(expected, columns(source, controls + gate.qubits()), source + " seed " + seed);
            }
        }
    }

    private static double[][][] controlled(double[][][] matrix, int controls, int wanted) {
        int size = matrix.length << controls;
        double[][][] columns = new double[size][size][2];
        for (int column = 0; column < size; column++) {
            if ((column & ((1 << controls) - 1)) != wanted) {
                columns[column][column][0] = 1;
                continue;
            }
            for (int row = 0; row < matrix.length; row++) {
                columns[column][(row << controls) | wanted] = matrix[row][column >> controls];
            }
        }
        return columns;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7})
    void takeManyControls(int controls) {
        double[][][] x = {{{0, 0}, {1, 0}}, {{1, 0}, {0, 0}}};
        String source = "ctrl(%d) @ x %s;".formatted(controls, qubits(0, controls + 1));
        assertSame(controlled(x, controls, (1 << controls) - 1), columns(source, controls + 1), source);
    }

    @Test
    void growWithTheSquareOfTheControls() {
        long few = OpenQasmReader.read("qubit[21] q; ctrl(20) @ p(0.1) " + qubits(0, 21) + ";").operations().stream()
                .mapToLong(operation -> ((GateOperation) operation).expand().size())
                .sum();
        assertTrue(few < 8 * 20 * 20, "20 controls take " + few + " gates");
    }

    @ParameterizedTest
    @EnumSource(StandardGate.class)
    void takeRootsOfEveryGate(StandardGate gate) {
        long seed = 12;
        double[] parameters = parameters(gate, new Random(seed));
        String call = call(gate, parameters, 0) + ";";
        int size = Math.max(1, gate.qubits());
        double[][][] expected = columns(call, size);
        String root = "pow(0.5) @ " + call;
        assertSame(expected, columns(root + root, size), root + " seed " + seed);
        String third = "pow(1.0 / 3) @ " + call;
        assertSame(expected, columns(third + third + third, size), third + " seed " + seed);
        String more = "pow(1.75) @ " + call;
        String less = "pow(-0.75) @ " + call;
        assertSame(expected, columns(more + less, size), more + " seed " + seed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pow(0.5) @ x q[0];                 | sx q[0];",
                "pow(0.5) @ z q[0];                 | s q[0];",
                "pow(0.25) @ z q[0];                | t q[0];",
                "pow(0.5) @ inv @ s q[0];           | tdg q[0];",
                "pow(0.5) @ p(3 * pi) q[0];         | s q[0];",
                "pow(-1) @ sx q[0];                 | inv @ sx q[0];",
                "pow(-2) @ s q[0];                  | z q[0];",
                "pow(3) @ t q[0];                   | p(3 * pi / 4) q[0];",
                "pow(0) @ h q[0];                   | id q[0];",
                "pow(1000001) @ x q[0];             | x q[0];",
                "pow(3) @ rx(0.2) q[0];             | rx(0.6) q[0];",
                "ctrl @ pow(0.5) @ x q[0], q[1];    | ctrl @ sx q[0], q[1];",
                "pow(0.5) @ cx q[0], q[1];          | ctrl @ sx q[0], q[1];",
                "inv @ pow(2) @ ctrl @ s q[0], q[1]; | cz q[0], q[1];",
                "ctrl @ gphase(0.3) q[0];           | p(0.3) q[0];",
                "gate g(t) a { rx(t) a; s a; } inv @ g(0.4) q[0]; | sdg q[0]; rx(-0.4) q[0];",
                "gate g(t) a, b { cx a, b; rz(t) b; } ctrl @ g(0.4) q[0], q[1], q[2]; | ccx q[0], q[1], q[2]; crz(0.4) q[0], q[2];",
                "gate g a { h a; t a; h a; } pow(4) @ g q[0]; | x q[0];",
                "gate g a { h a; t a; h a; } pow(2.0) @ g q[0]; | h q[0]; s q[0]; h q[0];",
                "gate g a { h a; s a; h a; } pow(0.5) @ g q[0]; | h q[0]; t q[0]; h q[0];",
                "gate g a { for int i in [1:3] { t a; } } g q[0]; | p(3 * pi / 4) q[0];",
            })
    void mean(String source, String same) {
        assertSame(columns(same, 3), columns(source, 3), source);
    }

    @Test
    void broadcastAndStayOpen() {
        Circuit circuit = OpenQasmReader.read(
                "input float t; qubit[2] a; qubit[2] b; ctrl @ pow(2) @ ry(t) a, b; ctrl(2) @ rx(t) a[0], a[1], b[0];");
        Circuit same = OpenQasmReader.read(
                "qubit[2] a; qubit[2] b; cry(0.6) a[0], b[0]; cry(0.6) a[1], b[1]; ctrl(2) @ rx(0.3) a[0], a[1], b[0];");
        for (int start = 0; start < 16; start++) {
            double[][] expected = DenseReference.run(same, Map.of(), start);
            double[][] actual = DenseReference.run(circuit, Map.of("t", 0.3), start);
            for (int index = 0; index < 16; index++) {
                assertEquals(expected[index][0], actual[index][0], 1e-12);
                assertEquals(expected[index][1], actual[index][1], 1e-12);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1:13 | qubit[2] q; pow @ x q[0];                     | pow needs an exponent",
                "1:13 | qubit[2] q; ctrl(0) @ x q[0];                 | the number of controls must be positive, not 0",
                "1:43 | gate g a, b { cx a, b; h a; } qubit[2] q; pow(0.5) @ g q[0], q[1]; | needs a standard gate or a gate of one qubit",
                "1:13 | qubit[2] q; ctrl(100000) @ x q[0], q[1];      | takes more than 200000 gates",
            })
    void refuse(String place, String source, String problem) {
        OpenQasmException error = assertThrows(OpenQasmException.class, () -> OpenQasmReader.read(source), source);
        assertTrue(error.getMessage().contains(problem), source + " gave: " + error.getMessage());
        assertEquals(place, error.line() + ":" + error.column(), source);
    }
}
