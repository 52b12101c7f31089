// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nifiquantum.optimization.solver.SolverBudget;

class HeldKarpTest {
    /** Cities on a line, as far apart as their numbers. */
    private static double[][] line(int cities) {
        double[][] distances = new double[cities][cities];
        for (int i = 0; i < cities; i++) {
            int from = i;
            Arrays.setAll(distances[i], to -> Math.abs(from - to));
        }
        return distances;
    }

    @Test
    void goesAlongALineAndBack() {
        SolverBudget ample = SolverBudget.ofTime(Duration.ofMinutes(1), 1);
        double[][] distances = line(9);
        int[] tour = HeldKarp.shortest(distances, ample.start()).orElseThrow();
        double length = distances[tour[8]][tour[0]];
        for (int place = 1; place < 9; place++) {
            length += distances[tour[place - 1]][tour[place]];
        }
        assertEquals(16, length);
    }

    @Test
    void stopsWhenItIsToldTo() {
        SolverBudget stopped = new SolverBudget(Duration.ofMinutes(1), () -> true, 1);
        assertTrue(
                HeldKarp.shortest(line(HeldKarp.MOST_CITIES), stopped.start()).isEmpty());
    }
}
