// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CobylaTest {
    private static final Optimizer COBYLA = OptimizerMethod.COBYLA.optimizer();

    @Test
    void findsTheBottomOfABowl() {
        OptimizerSettings settings = Drive.settings(0.5, 1e-6, 1000, 1.0, -1.0, 0.5, 0.3, -0.7);
        Drive.Outcome outcome = Drive.toTheEnd(COBYLA, settings, Drive::bowl);
        assertEquals(StopReason.CONVERGED, outcome.end().reason());
        for (int i = 0; i < 5; i++) {
            assertEquals(i / 10.0, outcome.end().best().parameters().get(i), 1e-4);
        }
    }

    @Test
    void followsTheValleyOfRosenbrock() {
        OptimizerSettings settings = Drive.settings(0.5, 1e-5, 800, 1.0, 1.0);
        Drive.Outcome outcome = Drive.toTheEnd(COBYLA, settings, Drive::rosenbrock);
        assertEquals(-1, outcome.end().best().parameters().get(0), 0.02);
        assertEquals(1, outcome.end().best().parameters().get(1), 0.04);
    }

    @Test
    void asksForTheSamePointsAsTheLibraryInOneGo() {
        assertSameAsOneGo(Drive.settings(0.5, 1e-5, 400, 1.0, -1.0, 0.5, 0.3), Drive::bowl);
        assertSameAsOneGo(Drive.settings(0.3, 1e-6, 300, 1.0, 1.0), Drive::rosenbrock);
    }

    private static void assertSameAsOneGo(OptimizerSettings settings, ToDoubleFunction<double[]> function) {
        List<List<Double>> asked = new ArrayList<>();
        double[] point = Points.toArray(settings.start());
        de.xypron.jcobyla.Cobyla.findMinimum(
                (n, m, x, constraints) -> {
                    asked.add(Points.toList(x));
                    return function.applyAsDouble(x);
                },
                point.length,
                0,
                point,
                settings.initialStep(),
                settings.tolerance(),
                0,
                settings.maximumEvaluations());
        List<Evaluation> history = Drive.toTheEnd(COBYLA, settings, function).history();
        assertTrue(asked.size() > 20, "only " + asked.size());
        assertEquals(asked, history.stream().map(Evaluation::parameters).toList());
    }
}
