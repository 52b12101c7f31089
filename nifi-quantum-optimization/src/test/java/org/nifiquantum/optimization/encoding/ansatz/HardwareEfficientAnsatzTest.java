// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.ansatz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;

class HardwareEfficientAnsatzTest {

    @ParameterizedTest
    @CsvSource({
        "RY,    LINEAR,   0, 1011, 4, 0",
        "RY,    LINEAR,   3, 1011, 16, 9",
        "RY_RZ, LINEAR,   1, 0110, 16, 3",
        "RY,    CIRCULAR, 2, 01101, 15, 10",
        "RY,    CIRCULAR, 2, 01, 6, 2",
        "RY_RZ, FULL,     2, 11010, 30, 20",
        "RY,    FULL,     1, 1, 2, 0"
    })
    void withoutAnglesItIsTheReference(
            RotationLayer rotations, Entanglement entanglement, int layers, String reference, int angles, int pairs) {
        Circuit circuit =
                new HardwareEfficientAnsatz(rotations, entanglement, layers).circuit(BitString.parse(reference));
        assertEquals(angles, circuit.parameters().size());
        assertEquals(pairs, circuit.twoQubitGates());
        assertEquals(1, probabilities(circuit, new double[angles])[Integer.parseInt(reference, 2)], 1e-12);
    }

    /** RY gives each qubit its own bit, the CX adds bit 0 to bit 1, and the last RY turn what then is a basis state's sum. */
    @Test
    void entanglesBetweenTheRotations() {
        Circuit circuit =
                new HardwareEfficientAnsatz(RotationLayer.RY, Entanglement.LINEAR, 1).circuit(BitString.parse("00"));
        double a = 0.4;
        double b = 1.1;
        double[] probabilities = probabilities(circuit, a, b, 0, Math.PI);
        double one = Math.pow(Math.sin(a / 2), 2);
        double two = Math.pow(Math.sin(b / 2), 2);
        assertEquals((1 - one) * (1 - two), probabilities[0b10], 1e-12);
        assertEquals(one * (1 - two), probabilities[0b01], 1e-12);
        assertEquals(one * two, probabilities[0b11], 1e-12);
    }

    private static double[] probabilities(Circuit circuit, double... bindings) {
        try (Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1)) {
            return simulator.evaluate(
                    CompiledCircuit.compile(circuit),
                    bindings,
                    state -> Arrays.copyOf(state.probabilities(), 1 << circuit.qubits()));
        }
    }
}
