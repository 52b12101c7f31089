// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nifiquantum.optimization.solver.SolverBudget;

class OneTreeBoundTest {
    private static final SolverBudget AMPLE = SolverBudget.ofTime(Duration.ofMinutes(1), 1);

    private static double[][] random(int cities, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(cities, 0, 1000).toArray();
        double[] y = random.doubles(cities, 0, 1000).toArray();
        double[][] distances = new double[cities][cities];
        for (int i = 0; i < cities; i++) {
            for (int j = 0; j < cities; j++) {
                distances[i][j] = Math.rint(Math.hypot(x[i] - x[j], y[i] - y[j]));
            }
        }
        return distances;
    }

    private static double length(double[][] distances, int[] tour) {
        double length = 0;
        for (int place = 0; place < tour.length; place++) {
            length += distances[tour[place]][tour[(place + 1) % tour.length]];
        }
        return length;
    }

    @Test
    void noTourIsShorterAndTheShortestIsNear() {
        for (long seed = 0; seed < 30; seed++) {
            double[][] distances = random(3 + (int) seed % 10, seed);
            double shortest = length(
                    distances, HeldKarp.shortest(distances, AMPLE.start()).orElseThrow());
            double bound = OneTreeBound.of(distances, 1.2 * shortest, AMPLE.start());
            assertTrue(bound <= shortest, () -> "bound " + bound + " of " + shortest);
            assertTrue(bound >= 0.95 * shortest, () -> "bound " + bound + " of " + shortest);
        }
    }

    /** Four cities at the corners of a square: the tree is the tour. */
    @Test
    void aSquareIsItsOwnBound() {
        double[][] square = {{0, 1, 2, 1}, {1, 0, 1, 2}, {2, 1, 0, 1}, {1, 2, 1, 0}};
        assertEquals(4, OneTreeBound.of(square, 6, AMPLE.start()));
    }

    @Test
    void stoppedAtOnceItIsABoundStill() {
        double[][] distances = random(12, 5);
        double shortest =
                length(distances, HeldKarp.shortest(distances, AMPLE.start()).orElseThrow());
        SolverBudget none = new SolverBudget(Duration.ofMinutes(1), () -> true, 1);
        double bound = OneTreeBound.of(distances, shortest, none.start());
        assertTrue(bound > 0 && bound <= shortest, () -> "bound " + bound);
    }
}
