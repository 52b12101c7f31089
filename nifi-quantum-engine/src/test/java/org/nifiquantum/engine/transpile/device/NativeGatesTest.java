// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.DenseReference;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Gate;

/** Against the matrices the providers publish; rows are given as real and imaginary parts in turn. */
class NativeGatesTest {
    private static final double R = Math.sqrt(0.5);

    private static void check(Gate gate, double[] parameters, double[][] rows) {
        List<Expression> expressions =
                Arrays.stream(parameters).mapToObj(Expression::constant).toList();
        int[] qubits = gate.qubits() == 1 ? new int[] {0} : new int[] {0, 1};
        Circuit circuit =
                Circuit.builder(qubits.length).gate(gate, expressions, qubits).build();
        for (int column = 0; column < rows.length; column++) {
            double[][] state = DenseReference.run(circuit, Map.of(), column);
            for (int row = 0; row < rows.length; row++) {
                String what = gate.identifier() + ", row " + row + ", column " + column;
                assertEquals(rows[row][2 * column], state[row][0], 1e-12, what);
                assertEquals(rows[row][2 * column + 1], state[row][1], 1e-12, what);
            }
        }
    }

    /** IonQ, "Getting started with native gates": {@code [[0, e^-ip], [e^ip, 0]]} and {@code [[1, -i e^-ip], [-i e^ip, 1]]/sqrt(2)}. */
    @Test
    void ionq() {
        double phi = 0.3;
        double cos = Math.cos(phi);
        double sin = Math.sin(phi);
        check(NativeGates.GPI, new double[] {phi}, new double[][] {{0, 0, cos, -sin}, {cos, sin, 0, 0}});
        check(NativeGates.GPI2, new double[] {phi}, new double[][] {
            {R, 0, -R * sin, -R * cos}, {R * sin, -R * cos, R, 0}
        });
    }

    /** IonQ: {@code MS(p0, p1)} has {@code -i e^(-i(p0 + p1))}, {@code -i e^(-i(p0 - p1))} and so on off its diagonal. */
    @Test
    void molmerSorensen() {
        double sum = 0.4 + 0.9;
        double difference = 0.4 - 0.9;
        check(NativeGates.MS, new double[] {0.4, 0.9, Math.PI / 2}, new double[][] {
            {R, 0, 0, 0, 0, 0, -R * Math.sin(sum), -R * Math.cos(sum)},
            {0, 0, R, 0, R * Math.sin(difference), -R * Math.cos(difference), 0, 0},
            {0, 0, -R * Math.sin(difference), -R * Math.cos(difference), R, 0, 0, 0},
            {R * Math.sin(sum), -R * Math.cos(sum), 0, 0, 0, 0, R, 0}
        });
    }

    /** Qiskit, ECRGate: {@code [[0, 1, 0, i], [1, 0, -i, 0], [0, i, 0, 1], [-i, 0, 1, 0]]/sqrt(2)}, qubit 0 the lowest bit. */
    @Test
    void echoedCrossResonance() {
        check(NativeGates.ECR, new double[0], new double[][] {
            {0, 0, R, 0, 0, 0, 0, R},
            {R, 0, 0, 0, 0, -R, 0, 0},
            {0, 0, 0, R, 0, 0, R, 0},
            {0, -R, 0, 0, R, 0, 0, 0}
        });
    }

    /** {@code [[cos t/2, -i e^-ip sin t/2], [-i e^ip sin t/2, cos t/2]]} (Qiskit, RGate; IQM, prx). */
    @Test
    void equatorialRotations() {
        double cos = Math.cos(0.35);
        double sin = Math.sin(0.35);
        double[][] rows = {
            {cos, 0, -sin * Math.sin(1.1), -sin * Math.cos(1.1)}, {sin * Math.sin(1.1), -sin * Math.cos(1.1), cos, 0}
        };
        check(NativeGates.PRX, new double[] {0.7, 1.1}, rows);
        check(NativeGates.R, new double[] {0.7, 1.1}, rows);
    }

    @Test
    void rotationsOfTwoQubits() {
        double cos = Math.cos(0.35);
        double sin = Math.sin(0.35);
        check(NativeGates.RZZ, new double[] {0.7}, new double[][] {
            {cos, -sin, 0, 0, 0, 0, 0, 0},
            {0, 0, cos, sin, 0, 0, 0, 0},
            {0, 0, 0, 0, cos, sin, 0, 0},
            {0, 0, 0, 0, 0, 0, cos, -sin}
        });
        check(NativeGates.RXX, new double[] {0.7}, new double[][] {
            {cos, 0, 0, 0, 0, 0, 0, -sin},
            {0, 0, cos, 0, 0, -sin, 0, 0},
            {0, 0, 0, -sin, cos, 0, 0, 0},
            {0, -sin, 0, 0, 0, 0, cos, 0}
        });
    }
}
