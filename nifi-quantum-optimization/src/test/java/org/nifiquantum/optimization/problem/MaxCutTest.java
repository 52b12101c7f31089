// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.Graphs;

class MaxCutTest {
    private static final List<String> NAMES = List.of("a", "b", "c");

    static Stream<Arguments> knownCuts() {
        return Stream.of(
                Arguments.of(Graphs.complete(7), 12),
                Arguments.of(Graphs.complete(8), 16),
                Arguments.of(Graphs.cycle(9), 8),
                Arguments.of(Graphs.cycle(10), 10),
                Arguments.of(Graphs.completeBipartite(3, 5), 15),
                Arguments.of(Graphs.petersen(), 12),
                Arguments.of(Graphs.of(1, List.of()), 0));
    }

    @ParameterizedTest
    @MethodSource("knownCuts")
    void bestObjectiveIsTheKnownCut(MaxCut problem, double known) {
        double best = 0;
        for (long index = 0; index < 1L << problem.nodes().size(); index++) {
            best = Math.max(
                    best,
                    problem.objective(BitString.ofIndex(index, problem.nodes().size())));
        }
        assertEquals(known, best);
    }

    @Test
    void energyIsTheNegativeObjective() {
        for (long seed = 1; seed <= 20; seed++) {
            MaxCut problem = Graphs.randomWeighted(8, 0.5, new Random(seed));
            for (long index = 0; index < 256; index++) {
                BitString bits = BitString.ofIndex(index, 8);
                assertEquals(-problem.objective(bits), problem.ising().energy(bits), 1e-12, "seed " + seed);
            }
        }
    }

    @Test
    void bitOfANodeIsItsSide() {
        MaxCut problem = new MaxCut(NAMES, List.of(new Edge(0, 1, 4), new Edge(1, 2, 1)));
        assertEquals(4, problem.objective(BitString.parse("001")));
        assertEquals(1, problem.objective(BitString.parse("100")));
        assertEquals(5, problem.objective(BitString.parse("010")));
        assertTrue(problem.feasible(BitString.parse("010")));
        assertEquals(Sense.MAXIMIZE, problem.sense());
        assertEquals(NAMES, problem.variables());
    }

    @Test
    void parallelEdgesAddUp() {
        MaxCut problem = new MaxCut(NAMES, List.of(new Edge(0, 1, 2), new Edge(2, 1, 1), new Edge(1, 0, 0.5)));
        assertEquals(List.of(new Edge(0, 1, 2.5), new Edge(1, 2, 1)), problem.edges());
    }

    @Test
    void edgesThatCancelLeaveNoCoupling() {
        MaxCut problem = new MaxCut(NAMES, List.of(new Edge(0, 1, 2), new Edge(0, 1, -2)));
        assertTrue(problem.ising().couplings().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void weightMustBeFinite(double weight) {
        assertRefused("/edges/1/weight", NAMES, new Edge(0, 1, 1), new Edge(0, 2, weight));
    }

    @Test
    void refusesWhatIsNoGraph() {
        assertRefused("/nodes", List.of());
        assertRefused("/nodes/2", List.of("a", "b", "a"));
        assertRefused("/nodes/1", List.of("a", " "));
        assertRefused("/edges/0", NAMES, new Edge(1, 1, 1));
        assertRefused("/edges/1", NAMES, new Edge(0, 1, 1), new Edge(0, 3, 1));
        assertRefused("/edges/0", NAMES, new Edge(-1, 0, 1));
        assertRefused("/edges/1/weight", NAMES, new Edge(0, 1, 1e308), new Edge(1, 2, -1e308));
    }

    @Test
    void answerMustHaveABitForEachNode() {
        MaxCut problem = Graphs.cycle(4);
        assertThrows(IllegalArgumentException.class, () -> problem.objective(BitString.parse("001")));
    }

    private static void assertRefused(String place, List<String> nodes, Edge... edges) {
        ProblemFormatException refused =
                assertThrows(ProblemFormatException.class, () -> new MaxCut(nodes, List.of(edges)));
        assertEquals(place, refused.place());
        assertTrue(refused.getMessage().startsWith(place + ": "), refused.getMessage());
    }
}
