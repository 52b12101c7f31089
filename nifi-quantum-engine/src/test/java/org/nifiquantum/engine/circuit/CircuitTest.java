// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CircuitTest {
    @Test
    void countsDepthAlongTheLongestPath() {
        Circuit circuit = Circuit.builder(3)
                .bits(3)
                .gate(StandardGate.H, 0)
                .gate(StandardGate.CX, 0, 1)
                .gate(StandardGate.H, 2)
                .gate(StandardGate.H, 2)
                .gate(StandardGate.CCX, 0, 1, 2)
                .measureAll()
                .build();
        assertEquals(3, circuit.depth());
        assertEquals(2, circuit.twoQubitGates());
        assertEquals(Map.of("h", 3, "cx", 1, "ccx", 1), circuit.gateCounts());
    }

    @Test
    void alignsAtBarriersWithoutCountingThem() {
        Circuit apart = Circuit.builder(2)
                .gate(StandardGate.X, 0)
                .barrier()
                .gate(StandardGate.X, 1)
                .build();
        assertEquals(2, apart.depth());
        assertEquals(0, Circuit.builder(2).barrier().barrier().build().depth());
    }

    @Test
    void refusesWhatDoesNotFit() {
        CircuitBuilder builder = Circuit.builder(2).bits(1).parameter("a");
        assertThrows(IllegalArgumentException.class, () -> builder.gate(StandardGate.H, 2));
        assertThrows(IllegalArgumentException.class, () -> builder.gate(StandardGate.CX, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.gate(StandardGate.CX, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.gate(StandardGate.RX, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.measure(0, 1));
        assertThrows(IllegalArgumentException.class, () -> builder.parameter("a"));
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.gate(StandardGate.RX, List.of(Expression.parameter("b")), 0));
        assertTrue(builder.build().operations().isEmpty());
    }

    @Test
    void refusesGatesAfterMeasurementOnlyWhereItIsSimulated() {
        Circuit circuit = Circuit.builder(2)
                .bits(2)
                .measure(0, 0)
                .gate(StandardGate.X, 1)
                .gate(StandardGate.H, 0)
                .build();
        assertEquals(
                "Gate h acts on qubit 0 after its measurement; only measurements at the end of the circuit can be simulated",
                assertThrows(IllegalArgumentException.class, () -> MeasurementMap.of(circuit))
                        .getMessage());
    }

    @Test
    void readsUnmeasuredBitsAs0AndNoMeasurementAsAll() {
        Circuit measured = Circuit.builder(3).bits(3).measure(2, 0).build();
        assertEquals("001", MeasurementMap.of(measured).read(0b100).toString());
        assertEquals("000", MeasurementMap.of(measured).read(0b011).toString());
        assertEquals(
                "011", MeasurementMap.of(Circuit.builder(3).build()).read(0b011).toString());
    }

    @Test
    void numbersLaterRegistersHigher() {
        Circuit circuit = Circuit.builder(2)
                .register("low", 1)
                .register("high", 2)
                .measure(0, 0)
                .measure(1, 2)
                .build();
        assertEquals(new Register("high", 1, 2), circuit.registers().get(1));
        assertEquals("101", MeasurementMap.of(circuit).read(0b11).toString());
    }
}
