// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;
import org.nifiquantum.optimization.Graphs;

class SolversTest {
    @Test
    void looksAtAllStatesWhereTheTimeIsEnough() {
        Solution solution = Solvers.solveExactly(
                        Graphs.petersen().ising(), SolverBudget.ofTime(Duration.ofSeconds(1), 1))
                .orElseThrow();
        assertEquals(-12, solution.energy());
        assertTrue(solution.provenOptimal());
    }

    @Test
    void doesNotBeginWhatTakesTooLong() {
        IsingModel model = BruteForce.randomModel(28, true, new Random(1));
        assertTrue(Solvers.solveExactly(model, SolverBudget.ofTime(Duration.ofMillis(500), 1))
                .isEmpty());
        IsingModel larger = BruteForce.randomModel(29, true, new Random(1));
        assertTrue(Solvers.solveExactly(larger, SolverBudget.ofTime(Duration.ofDays(1), 1))
                .isEmpty());
    }

    @Test
    void whatIsSparseMayBeLarge() {
        IsingModelBuilder chain = IsingModel.builder(200).field(0, 1);
        for (int spin = 1; spin < 200; spin++) {
            chain.coupling(spin - 1, spin, 1);
        }
        Solution solution = Solvers.solveExactly(chain.build(), SolverBudget.ofTime(Duration.ofSeconds(1), 1))
                .orElseThrow();
        assertEquals(-200, solution.energy());
        assertTrue(solution.provenOptimal());
    }

    @Test
    void aBudgetNeedsTime() {
        assertThrows(IllegalArgumentException.class, () -> SolverBudget.ofTime(Duration.ZERO, 1));
        assertThrows(IllegalArgumentException.class, () -> SolverBudget.ofTime(Duration.ofSeconds(-1), 1));
    }
}
