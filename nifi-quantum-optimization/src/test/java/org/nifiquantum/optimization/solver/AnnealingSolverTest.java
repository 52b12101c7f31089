// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.operator.Coupling;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.problem.RudyReader;

class AnnealingSolverTest {
    private static final Duration AMPLE = Duration.ofMinutes(2);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsWhatBruteForceFinds(boolean fields) {
        for (long seed = 1; seed <= 40; seed++) {
            IsingModel model = BruteForce.randomModel(1 + (int) (seed % 12), fields, new Random(seed));
            Solution solution = AnnealingSolver.withRestarts(25).solve(model, SolverBudget.ofTime(AMPLE, seed));
            assertEquals(BruteForce.of(model).energy(), solution.energy(), "seed " + seed);
            assertEquals(model.energy(solution.bits()), solution.energy(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1, 1e9})
    void servesWeightsOfAnySize(double factor) {
        IsingModel model = BruteForce.randomModel(16, true, new Random(7));
        IsingModelBuilder scaled = IsingModel.builder(16).constant(factor * model.constant());
        for (int spin = 0; spin < 16; spin++) {
            scaled.field(spin, factor * model.field(spin));
        }
        for (Coupling coupling : model.couplings()) {
            scaled.coupling(coupling.first(), coupling.second(), factor * coupling.strength());
        }
        Solution solution = AnnealingSolver.withRestarts(25).solve(scaled.build(), SolverBudget.ofTime(AMPLE, 7));
        assertEquals(factor * BruteForce.of(model).energy(), solution.energy(), 1e-9 * factor);
    }

    @Test
    void theSeedDecidesTheAnswer() {
        IsingModel model = BruteForce.randomModel(60, true, new Random(3));
        AnnealingSolver solver = AnnealingSolver.withRestarts(30);
        Solution first = solver.solve(model, SolverBudget.ofTime(AMPLE, 11));
        assertEquals(first, solver.solve(model, SolverBudget.ofTime(AMPLE, 11)));
        assertFalse(first.interrupted());
        assertFalse(first.provenOptimal());
        assertEquals("annealing", first.method());
    }

    @Test
    void aCancelledSearchAnswersAndSaysSo() {
        IsingModel model = BruteForce.randomModel(300, false, new Random(3));
        Solution solution = new AnnealingSolver().solve(model, new SolverBudget(AMPLE, () -> true, 1));
        assertTrue(solution.interrupted());
        assertEquals(model.energy(solution.bits()), solution.energy());
    }

    @Test
    void isCancelledOnTheWay() {
        AtomicInteger asked = new AtomicInteger();
        IsingModel model = BruteForce.randomModel(100, false, new Random(3));
        Solution solution =
                new AnnealingSolver().solve(model, new SolverBudget(AMPLE, () -> asked.incrementAndGet() > 1000, 1));
        assertTrue(solution.interrupted());
    }

    @Test
    void stopsAtTheTimeLimit() {
        IsingModel model = BruteForce.randomModel(400, false, new Random(3));
        long start = System.nanoTime();
        Solution solution = new AnnealingSolver().solve(model, SolverBudget.ofTime(Duration.ofMillis(100), 1));
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis >= 100 && millis < 5_000, millis + " ms");
        assertFalse(solution.interrupted());
    }

    @Test
    void aModelWithoutCouplingsFollowsItsFields() {
        IsingModel model = IsingModel.builder(3).field(0, 2).field(2, -1).build();
        Solution solution = AnnealingSolver.withRestarts(1).solve(model, SolverBudget.ofTime(AMPLE, 1));
        assertEquals(-3, solution.energy());
        assertTrue(solution.bits().get(0));
        assertFalse(solution.bits().get(2));
    }

    @Test
    void needsARestart() {
        assertThrows(IllegalArgumentException.class, () -> AnnealingSolver.withRestarts(0));
    }

    @ParameterizedTest
    @CsvSource({
        "maxcut/biqmac-rudy/g05_60.0.mc, 536, 100",
        "maxcut/biqmac-rudy/g05_60.1.mc, 532, 100",
        "maxcut/biqmac-rudy/pm1s_80.0.mc, 79, 100",
        "maxcut/biqmac-rudy/pm1d_80.0.mc, 227, 100",
        "maxcut/biqmac-rudy/w01_100.0.mc, 651, 100",
        "maxcut/biqmac-rudy/pw01_100.0.mc, 2019, 100",
        "maxcut/ci-qube/strongly_regular_16_0.txt, 64, 20",
        "ising/biqmac/t2g10_5555.mc, 6049461, 150",
        "ising/biqmac/ising2.5-100_5555.mc, 2460049, 300",
        "maxcut/gset/G11.txt, 562, 100",
        "maxcut/gset/G1.txt, 11610, 50"
    })
    void reachesPublishedCuts(String file, double cut, int restarts) {
        IsingModel model = RudyReader.read(SharedData.text(file)).ising();
        Solution solution = AnnealingSolver.withRestarts(restarts).solve(model, SolverBudget.ofTime(AMPLE, 1));
        assertTrue(-solution.energy() >= cut - 1e-6, file + ": " + -solution.energy());
    }
}
