// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.dynamic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;

class DynamicSimulatorTest {
    /** Seven measurements, each of which decides about the next gate; 2^7 ways. */
    private static final String WALK = """
            qubit[3] q; bit[7] c;
            for int i in [0:6] {
              ry(0.3 + i) q[i % 3];
              cx q[i % 3], q[(i + 1) % 3];
              c[i] = measure q[i % 3];
              if (c[i]) ry(1.1) q[(i + 1) % 3]; else h q[(i + 2) % 3];
            }
            """;

    private static DynamicSimulator simulator() {
        return new DynamicSimulator(MemoryBudget.halfOfHeap(), Duration.ofMinutes(1));
    }

    private static Program.Dynamic read(String source) {
        return (Program.Dynamic) OpenQasmReader.readProgram(source);
    }

    @Test
    void countsFollowTheProbabilities() {
        long seed = 3;
        int shots = 100_000;
        SortedMap<BitString, Double> probabilities = simulator().probabilities(read(WALK));
        assertEquals(
                1,
                probabilities.values().stream().mapToDouble(Double::doubleValue).sum(),
                1e-12);
        Map<BitString, Integer> counts =
                simulator().run(read(WALK), shots, seed).byOutcome();
        double chiSquare = 0;
        int cells = 0;
        for (Map.Entry<BitString, Double> entry : probabilities.entrySet()) {
            double expected = shots * entry.getValue();
            if (expected >= 5) {
                chiSquare += Math.pow(counts.getOrDefault(entry.getKey(), 0) - expected, 2) / expected;
                cells++;
            }
        }
        // Mean cells - 1, deviation sqrt(2 (cells - 1)); 4 deviations are about p = 1e-4.
        assertTrue(cells > 50, "cells " + cells);
        assertTrue(chiSquare < cells - 1 + 4 * Math.sqrt(2.0 * (cells - 1)), "chi^2 " + chiSquare + " of " + cells);
    }

    @Test
    void aShotGoesTheSameWayWhicheverOthersGoWithIt() {
        Map<BitString, Integer> few = simulator().run(read(WALK), 500, 9).byOutcome();
        Map<BitString, Integer> more = simulator().run(read(WALK), 1000, 9).byOutcome();
        assertEquals(500, few.values().stream().mapToInt(Integer::intValue).sum());
        few.forEach((outcome, count) -> assertTrue(more.get(outcome) >= count, outcome + " of " + few + more));
        assertEquals(few, simulator().run(read(WALK), 500, 9).byOutcome());
    }

    /** Where no state can be kept each way is gone from the start, with the same result. */
    @Test
    void memoryChangesNothing() {
        DynamicSimulator small =
                new DynamicSimulator(new MemoryBudget(MemoryBudget.bytesForQubits(3)), Duration.ofMinutes(1));
        assertEquals(
                simulator().run(read(WALK), 1000, 4).byOutcome(),
                small.run(read(WALK), 1000, 4).byOutcome());
        SortedMap<BitString, Double> expected = simulator().probabilities(read(WALK));
        small.probabilities(read(WALK))
                .forEach((outcome, probability) -> assertEquals(expected.get(outcome), probability, 1e-12));
    }

    @Test
    void resetForgetsOneHalfOfAPair() {
        Program.Dynamic pair = read("qubit[2] q; bit[2] c; h q[0]; cx q[0], q[1]; reset q[0]; c = measure q;");
        SortedMap<BitString, Double> outcomes = simulator().probabilities(pair);
        assertEquals(0.5, outcomes.get(BitString.parse("00")), 1e-12);
        assertEquals(0.5, outcomes.get(BitString.parse("10")), 1e-12);
    }

    @Test
    void becomesACircuitOnceItsInputsAreKnown() {
        Program.Dynamic program = read("input int n; qubit[3] q; for int i in [1:n] h q[0]; bit[3] c = measure q;");
        Counts counts = simulator().run(program, 64, 1, 2);
        assertEquals(Map.of(BitString.parse("000"), 64), counts.byOutcome());
        assertTrue(program.bind(2) instanceof Program.Static);
        assertThrows(IllegalArgumentException.class, () -> program.bind());
    }

    @Test
    void refusesWhatTakesTooLongOrTooMuch() {
        DynamicSimulator hurried = new DynamicSimulator(MemoryBudget.halfOfHeap(), Duration.ZERO);
        TimeLimitException late = assertThrows(TimeLimitException.class, () -> hurried.run(read(WALK), 10, 1));
        assertTrue(late.getMessage().contains("takes longer than 0 s"), late.getMessage());
        Program.Dynamic wide = read("qubit[60] q; bit c; c = measure q[0]; if (c) x q[1];");
        assertThrows(MemoryBudgetException.class, () -> simulator().run(wide, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> simulator().run(read(WALK), 0, 1));
        Program.Dynamic manyWays = read("qubit q; bit c; for int i in [1:20] { h q; c = measure q; }");
        IllegalArgumentException tooMany =
                assertThrows(IllegalArgumentException.class, () -> simulator().probabilities(manyWays));
        assertTrue(tooMany.getMessage().contains("ask for shots"), tooMany.getMessage());
    }
}
