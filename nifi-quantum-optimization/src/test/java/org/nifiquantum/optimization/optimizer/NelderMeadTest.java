// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NelderMeadTest {
    private static final Optimizer NELDER_MEAD = OptimizerMethod.NELDER_MEAD.optimizer();

    @Test
    void findsTheBottomOfABowl() {
        OptimizerSettings settings = Drive.settings(0.5, 1e-6, 2000, 1.0, -1.0, 0.5, 0.3);
        Drive.Outcome outcome = Drive.toTheEnd(NELDER_MEAD, settings, Drive::bowl);
        assertEquals(StopReason.CONVERGED, outcome.end().reason());
        for (int i = 0; i < 4; i++) {
            assertEquals(i / 10.0, outcome.end().best().parameters().get(i), 1e-4);
        }
    }

    @Test
    void followsTheValleyOfRosenbrock() {
        OptimizerSettings settings = Drive.settings(0.5, 1e-5, 800, 1.0, 1.0);
        Drive.Outcome outcome = Drive.toTheEnd(NELDER_MEAD, settings, Drive::rosenbrock);
        assertEquals(-1, outcome.end().best().parameters().get(0), 1e-3);
        assertEquals(1, outcome.end().best().parameters().get(1), 2e-3);
    }

    /** Nelder and Mead by hand on x + 10 y from (1, 1): the worst corner is reflected, and twice as far since that is best. */
    @Test
    void beginsAsTheirPaperSays() {
        OptimizerSettings settings = Drive.settings(0.5, 1e-5, 5, 1.0, 1.0);
        List<Evaluation> history = Drive.toTheEnd(NELDER_MEAD, settings, point -> point[0] + 10 * point[1])
                .history();
        assertEquals(
                List.of(List.of(1.0, 1.0), List.of(1.5, 1.0), List.of(1.0, 1.5), List.of(1.5, 0.5), List.of(1.75, 0.0)),
                history.stream().map(Evaluation::parameters).toList());
    }

    @Test
    void convergesOnceTheSimplexIsSmallerThanTheTolerance() {
        Drive.Outcome coarse = Drive.toTheEnd(NELDER_MEAD, Drive.settings(0.5, 0.05, 2000, 1.0, -1.0), Drive::bowl);
        Drive.Outcome fine = Drive.toTheEnd(NELDER_MEAD, Drive.settings(0.5, 5e-4, 2000, 1.0, -1.0), Drive::bowl);
        assertEquals(StopReason.CONVERGED, coarse.end().reason());
        assertTrue(
                coarse.history().size() < fine.history().size(),
                coarse.history().size() + " and " + fine.history().size());
        assertEquals(0, coarse.end().best().parameters().get(0), 0.1);
        assertEquals(0, fine.end().best().parameters().get(0), 0.001);
    }
}
