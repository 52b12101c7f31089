// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.SharedData;

class RudyReaderTest {
    private static final MaxCut PATH =
            new MaxCut(List.of("1", "2", "3"), List.of(new Edge(0, 1, 2), new Edge(1, 2, -0.5)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 2\n1 2 2\n2 3 -0.5\n",
                "3 2\n1 2 2\n2 3 -0.5",
                "3 2 \r\n1 2 2\r\n2 3 -0.5\r\n",
                "\n 3 2\n\n1 2  +2.0e0 \n \n\t2   3\t-.5\n\n"
            })
    void readsTheFormatWithItsQuirks(String text) {
        assertEquals(PATH, RudyReader.read(text));
    }

    /** Nodes counted from 0 would put the weight 5 elsewhere, or nowhere. */
    @Test
    void nodesAreCountedFromOne() {
        MaxCut problem = RudyReader.read("3 2\n1 2 5\n2 3 7\n");
        assertEquals(5, problem.objective(BitString.parse("001")));
        assertEquals(7, problem.objective(BitString.parse("100")));
        assertEquals(12, problem.objective(BitString.parse("010")));
    }

    /** Of a triangle of weight 1 two edges are cut at best: not 4 (both directions), not 1 (halved), not -1 (an energy). */
    @Test
    void eachEdgeIsCountedOnce() {
        assertEquals(2, best(RudyReader.read("3 3\n1 2 1\n1 3 1\n2 3 1\n")));
    }

    @Test
    void weightsOfRepeatedEdgesAddUp() {
        assertEquals(
                List.of(new Edge(0, 1, 1.5)),
                RudyReader.read("2 3\n1 2 2\n2 1 -1\n1 2 0.5\n").edges());
    }

    @Test
    void edgesListedInBothDirectionsCountTwiceAsRepeatedOnesDo() {
        assertEquals(4, best(RudyReader.read("3 3\n1 2 1\n1 3 1\n2 1 1\n2 3 1\n3 1 1\n3 2 1\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 2\n1 2 1\n2 3 1\n1 2 1\n2 3 1\n",
                "3 2\n1 2 1\n2 1 1\n2 3 1\n1 3 1\n",
                "3 2\n1 2 1\n2 1 9\n2 3 1\n3 2 1\n",
                "3 2\n1 2 1\n2 1 1\n2 3 1\n"
            })
    void otherNumbersOfLinesAreRefused(String text) {
        ProblemFormatException refused = assertThrows(ProblemFormatException.class, () -> RudyReader.read(text));
        assertEquals("line 1", refused.place());
        long lines = text.lines().count() - 1;
        assertTrue(
                refused.getMessage().contains("2 lines") && refused.getMessage().contains(lines + " follow"),
                refused.getMessage());
    }

    @Test
    void graphMayHaveNoEdges() {
        assertEquals(new MaxCut(List.of("1", "2"), List.of()), RudyReader.read("2 0\n"));
    }

    @Test
    void readsAMillionEdges() {
        StringBuilder text = new StringBuilder("2000 1000000\n");
        for (int i = 0; i < 1000; i++) {
            for (int j = 1000; j < 2000; j++) {
                text.append(i + 1).append(' ').append(j + 1).append(" 2\n");
            }
        }
        MaxCut problem = RudyReader.read(text.toString());
        assertEquals(1_000_000, problem.edges().size());
        boolean[] sides = new boolean[2000];
        for (int i = 0; i < 1000; i++) {
            sides[i] = true;
        }
        assertEquals(2_000_000, problem.objective(BitString.of(sides)));
    }

    /** The value and how many strings have it, as the data's README says; each of its 48 edges is listed twice. */
    @Test
    void theStronglyRegularGraphHasItsKnownCuts() {
        MaxCut problem = RudyReader.read(SharedData.text("maxcut/ci-qube/strongly_regular_16_0.txt"));
        double[] cuts = LongStream.range(0, 1 << 16)
                .mapToDouble(index -> problem.objective(BitString.ofIndex(index, 16)))
                .toArray();
        double best = LongStream.range(0, 1 << 16)
                .mapToDouble(index -> cuts[(int) index])
                .max()
                .orElseThrow();
        assertEquals(64, best);
        assertEquals(
                90,
                LongStream.range(0, 1 << 16)
                        .filter(index -> cuts[(int) index] == best)
                        .count());
    }

    private static double best(MaxCut problem) {
        int size = problem.nodes().size();
        return LongStream.range(0, 1L << size)
                .mapToDouble(index -> problem.objective(BitString.ofIndex(index, size)))
                .max()
                .orElseThrow();
    }
}
