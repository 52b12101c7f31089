// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpsaTest {
    private static final Optimizer SPSA = OptimizerMethod.SPSA.optimizer();
    private static final List<Double> START = List.of(1.0, -1.0, 0.8, 0.9, -0.7, 1.3);

    @Test
    void goesDownThroughNoise() {
        double startValue = Drive.bowl(Points.toArray(START));
        for (long seed = 1; seed <= 20; seed++) {
            Random noise = new Random(seed);
            Drive.Outcome outcome =
                    Drive.toTheEnd(SPSA, settings(seed, 400), point -> Drive.bowl(point) + 0.1 * noise.nextGaussian());
            double endValue =
                    Drive.bowl(Points.toArray(outcome.history().getLast().parameters()));
            assertTrue(endValue < startValue / 50, "seed " + seed + ": from " + startValue + " to " + endValue);
        }
    }

    @Test
    void convergesWithoutNoise() {
        Drive.Outcome outcome = Drive.toTheEnd(SPSA, OptimizerSettings.of(START, 0.2, 0.01, 4000, 1), Drive::bowl);
        assertEquals(StopReason.CONVERGED, outcome.end().reason());
        assertTrue(outcome.end().best().value() < 0.05, "at " + outcome.end().best());
    }

    /** c_k = c / (k + 1)^0.101, and all components of a direction are +1 or -1. */
    @Test
    void pairsLieAsSpallSays() {
        List<Evaluation> history =
                Drive.toTheEnd(SPSA, settings(3, 101), Drive::bowl).history();
        for (int k = 0; k < 49; k++) {
            List<Double> plus = history.get(1 + 2 * k).parameters();
            List<Double> minus = history.get(2 + 2 * k).parameters();
            double expected = 0.2 * Math.exp(-0.101 * Math.log(k + 1));
            for (int i = 0; i < plus.size(); i++) {
                assertEquals(expected, Math.abs(plus.get(i) - minus.get(i)) / 2, 1e-12, "pair " + k);
            }
        }
    }

    @Test
    void firstStepIsTheInitialStep() {
        List<Evaluation> history =
                Drive.toTheEnd(SPSA, settings(3, 101), Drive::bowl).history();
        for (int i = 0; i < START.size(); i++) {
            double centre = (history.get(3).parameters().get(i)
                            + history.get(4).parameters().get(i))
                    / 2;
            assertEquals(0.2, Math.abs(centre - START.get(i)), 1e-12);
        }
    }

    @Test
    void submitsTheStartWithTheFirstPairThenPairs() {
        OptimizerSettings settings = settings(3, 101);
        assertEquals(3, points(settings, List.of()));
        List<Evaluation> history = Drive.toTheEnd(SPSA, settings, Drive::bowl).history();
        assertEquals(2, points(settings, history.subList(0, 3)));
        assertEquals(1, points(settings, history.subList(0, history.size() - 1)));
    }

    @Test
    void directionsDependOnTheSeed() {
        assertNotEquals(SPSA.next(settings(1, 101), List.of()), SPSA.next(settings(2, 101), List.of()));
    }

    private static int points(OptimizerSettings settings, List<Evaluation> history) {
        return ((Decision.Evaluate) SPSA.next(settings, history)).points().size();
    }

    private static OptimizerSettings settings(long seed, int maximumEvaluations) {
        return OptimizerSettings.of(START, 0.2, 1e-6, maximumEvaluations, seed);
    }
}
