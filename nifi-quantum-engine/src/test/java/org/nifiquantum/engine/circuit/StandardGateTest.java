// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nifiquantum.engine.DenseReference;
import org.nifiquantum.engine.LibraryMatrices;

class StandardGateTest {
    @ParameterizedTest
    @EnumSource
    void hasTheMatrixOfTheLibrary(StandardGate gate) {
        double[] parameters =
                new Random(4).doubles(gate.parameterCount(), -7, 7).toArray();
        double[][][] expected = LibraryMatrices.of(gate, parameters);
        UnitaryMatrix matrix = gate.matrix(parameters);
        assertEquals(expected.length, matrix.dimension());
        for (int row = 0; row < expected.length; row++) {
            for (int column = 0; column < expected.length; column++) {
                assertEquals(expected[row][column][0], matrix.real(row, column), 1e-14, row + ", " + column);
                assertEquals(expected[row][column][1], matrix.imaginary(row, column), 1e-14, row + ", " + column);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isUndoneByItsInverse(StandardGate gate) {
        List<Expression> parameters = Arrays.stream(
                        new Random(5).doubles(gate.parameterCount(), -7, 7).toArray())
                .mapToObj(Expression::constant)
                .toList();
        GateOperation operation = new GateOperation(
                gate, parameters, IntStream.range(0, gate.qubits()).boxed().toList());
        Circuit circuit = Circuit.builder(gate.qubits())
                .add(operation)
                .add(operation.inverse())
                .build();
        for (int start = 0; start < 1 << gate.qubits(); start++) {
            double[] amplitude = DenseReference.run(circuit, Map.of(), start)[start];
            assertEquals(1, amplitude[0], 1e-14);
            assertEquals(0, amplitude[1], 1e-14);
        }
    }

    @Test
    void isFoundByName() {
        assertEquals(StandardGate.CX, StandardGate.named("cx").orElseThrow());
        assertEquals(StandardGate.LEGACY_CX, StandardGate.named("CX").orElseThrow());
        assertFalse(StandardGate.named("cnot").isPresent());
        assertThrows(IllegalArgumentException.class, () -> StandardGate.RX.matrix());
    }
}
