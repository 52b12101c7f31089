// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.Graphs;

class SolversTest {
    @Test
    void searchesExactlyWhatCanBeSearchedInTime() {
        SolverChoice choice = Solvers.choose(IsingModel.builder(20).build(), Duration.ofSeconds(1));
        assertInstanceOf(ExactSolver.class, choice.solver());
        assertTrue(choice.reason().startsWith("exact"), choice.reason());
    }

    @Test
    void annealsWhatTakesTooLong() {
        SolverChoice choice = Solvers.choose(IsingModel.builder(28).build(), Duration.ofMillis(500));
        assertInstanceOf(AnnealingSolver.class, choice.solver());
        assertTrue(choice.reason().contains("500 ms"), choice.reason());
    }

    @Test
    void annealsWhatIsTooLarge() {
        SolverChoice choice = Solvers.choose(IsingModel.builder(29).build(), Duration.ofDays(1));
        assertInstanceOf(AnnealingSolver.class, choice.solver());
        assertTrue(choice.reason().contains("29"), choice.reason());
    }

    @Test
    void solves() {
        Solution solution = Solvers.solve(Graphs.petersen().ising(), SolverBudget.ofTime(Duration.ofSeconds(1), 1));
        assertEquals(-12, solution.energy());
    }

    @Test
    void anExactSearchThatWasCutShortIsNotTheLastWord() {
        AtomicInteger asked = new AtomicInteger();
        IsingModel model = BruteForce.randomModel(20, true, new Random(5));
        // Out of time for the 15 blocks after the first of the exact search, and no longer.
        SolverBudget budget = new SolverBudget(Duration.ofMinutes(1), () -> asked.incrementAndGet() <= 15, 1);
        Solution solution = Solvers.solve(model, budget);
        assertEquals(BruteForce.of(model).energy(), solution.energy());
        assertEquals("annealing", solution.method());
    }

    @Test
    void aBudgetNeedsTime() {
        assertThrows(IllegalArgumentException.class, () -> SolverBudget.ofTime(Duration.ZERO, 1));
        assertThrows(IllegalArgumentException.class, () -> SolverBudget.ofTime(Duration.ofSeconds(-1), 1));
    }
}
