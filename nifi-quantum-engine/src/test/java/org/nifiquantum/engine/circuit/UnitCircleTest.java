// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitCircleTest {

    /** The results of {@link Math} are within 1 ulp, 1.1e-16 here. */
    @Test
    void agreesWithTheMathLibrary() {
        long seed = 11;
        Random random = new Random(seed);
        for (double bound : new double[] {1e-9, 1, 10, 2e4, 1e9}) {
            for (int repetition = 0; repetition < 20_000; repetition++) {
                double angle = random.nextDouble(-bound, bound);
                double[] point = point(angle);
                assertEquals(Math.cos(angle), point[0], 4e-16, () -> "cos %s, seed %d".formatted(angle, seed));
                assertEquals(Math.sin(angle), point[1], 4e-16, () -> "sin %s, seed %d".formatted(angle, seed));
            }
        }
    }

    @Test
    void smallAnglesKeepAllDigits() {
        for (double angle = 1e-3; angle > 1e-300; angle /= 7) {
            assertEquals(Math.sin(angle), point(angle)[1], 2e-16 * angle, "sin " + angle);
        }
    }

    @Test
    void multiplesOfARightAngleAreAsExactAsTheAngle() {
        assertArrayEquals(new double[] {1, 0}, point(0));
        for (int quarters = -9; quarters <= 9; quarters++) {
            double angle = quarters * Math.PI / 2;
            assertArrayEquals(new double[] {Math.cos(angle), Math.sin(angle)}, point(angle), 1e-22);
        }
    }

    @Test
    void whatHasNoSineIsNotANumber() {
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, point(Double.NaN));
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, point(Double.POSITIVE_INFINITY));
    }

    private static double[] point(double angle) {
        double[] numbers = {7, 7, 7, 7};
        UnitCircle.point(angle, numbers, 1);
        assertEquals(7, numbers[0]);
        assertEquals(7, numbers[3]);
        return new double[] {numbers[1], numbers[2]};
    }
}
