// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.QaoaCircuits;
import org.nifiquantum.engine.circuit.Circuit;

class MemoryBudgetTest {
    @Test
    void knowsHowManyQubitsFit() {
        // 16 bytes for each amplitude.
        assertEquals(20, MemoryBudget.ofBytes(16 << 20).maximumQubits());
        assertEquals(19, MemoryBudget.ofBytes((16 << 20) - 1).maximumQubits());
        assertEquals(-1, MemoryBudget.ofBytes(15).maximumQubits());
        assertEquals(30, MemoryBudget.ofBytes(Long.MAX_VALUE).maximumQubits());
    }

    @Test
    void refusesBeforeItTakesMemory() {
        MemoryBudget budget = MemoryBudget.ofBytes(16 << 20);
        Circuit tooWide = Circuit.builder(40).build();
        MemoryBudgetException compiling =
                assertThrows(MemoryBudgetException.class, () -> CompiledCircuit.compile(tooWide, budget));
        assertEquals(
                "A state vector of 40 qubits needs 16777216 MiB; the memory budget of 16 MiB holds at most 20 qubits",
                compiling.getMessage());
        assertEquals(40, compiling.requestedQubits());
        assertEquals(20, compiling.maximumQubits());

        CompiledCircuit compiled = CompiledCircuit.compile(Circuit.builder(21).build());
        try (Simulator simulator = new Simulator(budget, 1)) {
            assertThrows(MemoryBudgetException.class, () -> simulator.run(compiled));
        }
        assertThrows(
                MemoryBudgetException.class,
                () -> CompiledCircuit.compile(Circuit.builder(10_000).build()));
    }

    @Test
    void computesThePhasesOnTheWayWhereNoTableFits() {
        List<QaoaCircuits.Edge> edges = QaoaCircuits.randomGraph(11, 0.6, 4);
        Circuit circuit = QaoaCircuits.circuit(11, edges, 2);
        MemoryBudget tight = MemoryBudget.ofBytes(MemoryBudget.bytesForQubits(11));
        double[] angles = {0.3, 0.5, 0.7, 0.2};
        try (Simulator simulator = new Simulator(tight, 1)) {
            double[] without = simulator
                    .run(CompiledCircuit.compile(circuit, tight), angles)
                    .probabilities();
            double[] with =
                    simulator.run(CompiledCircuit.compile(circuit), angles).probabilities();
            assertArrayEquals(with, without, 1e-13);
        }
    }
}
