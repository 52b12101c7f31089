// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.Graphs;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.problem.MaxCut;
import org.nifiquantum.optimization.problem.QedcGraphReader;

class ExactSolverTest {
    private static final SolverBudget MINUTE = SolverBudget.ofTime(Duration.ofMinutes(1), 1);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsWhatBruteForceFinds(boolean fields) {
        for (long seed = 1; seed <= 120; seed++) {
            Random random = new Random(seed);
            int spins = 1 + (int) (seed % 12);
            assertSameAsBruteForce(BruteForce.randomModel(spins, fields, random), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsWhatBruteForceFindsAcrossBlocks(boolean fields) {
        for (int spins = 16; spins <= 19; spins++) {
            assertSameAsBruteForce(BruteForce.randomModel(spins, fields, new Random(spins)), "seed " + spins);
        }
    }

    private static void assertSameAsBruteForce(IsingModel model, String message) {
        BruteForce.Lowest lowest = BruteForce.of(model);
        Solution solution = new ExactSolver().solve(model, MINUTE);
        assertEquals(lowest.energy(), solution.energy(), message);
        assertEquals(BitString.ofIndex(lowest.state(), model.spins()), solution.bits(), message);
        assertEquals(lowest.energy(), model.energy(solution.bits()), message);
        assertTrue(solution.provenOptimal(), message);
        assertFalse(solution.interrupted(), message);
        assertEquals("exact", solution.method());
    }

    static Stream<Arguments> knownCuts() {
        return Stream.of(
                Arguments.of(Graphs.complete(19), 90),
                Arguments.of(Graphs.cycle(21), 20),
                Arguments.of(Graphs.completeBipartite(6, 13), 78),
                Arguments.of(Graphs.petersen(), 12),
                Arguments.of(Graphs.heawood(), 21),
                Arguments.of(Graphs.of(1, List.of()), 0));
    }

    @ParameterizedTest
    @MethodSource("knownCuts")
    void findsKnownCuts(MaxCut problem, double known) {
        Solution solution = new ExactSolver().solve(problem.ising(), MINUTE);
        assertEquals(known, problem.objective(solution.bits()));
        assertEquals(0 - known, solution.energy());
    }

    @Test
    void refusesWhatIsTooLarge() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new ExactSolver().solve(IsingModel.builder(29).build(), MINUTE));
        assertTrue(refused.getMessage().contains("28") && refused.getMessage().contains("29"), refused.getMessage());
    }

    @Test
    void aCancelledSearchAnswersAndSaysSo() {
        IsingModel model = BruteForce.randomModel(24, true, new Random(5));
        Solution solution = new ExactSolver().solve(model, new SolverBudget(Duration.ofMinutes(1), () -> true, 1));
        assertTrue(solution.interrupted());
        assertFalse(solution.provenOptimal());
        assertEquals(model.energy(solution.bits()), solution.energy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"004_003", "006_003", "008_003", "010_003", "012_003", "016_003", "020_003", "008_005", "012_009"
            })
    void findsPublishedCuts(String name) throws IOException {
        String file = "maxcut/qedc/mc_" + name + "_000";
        String published = Files.readAllLines(SharedData.path(file + ".sol")).getFirst();
        MaxCut problem = QedcGraphReader.read(Files.readString(SharedData.path(file + ".txt")));
        Solution solution = new ExactSolver().solve(problem.ising(), MINUTE);
        assertEquals(Double.parseDouble(published), problem.objective(solution.bits()));
    }
}
