// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nifiquantum.engine.simulation.gradient.ShiftRule.Shift;

class ShiftRuleTest {
    @Test
    void hasThePublishedShiftsAndCoefficients() {
        Shift two = ShiftRule.TWO_TERMS.shifts().get(0);
        assertEquals(Math.PI / 2, two.angle(), 1e-15);
        assertEquals(0.5, two.coefficient(), 1e-15);
        // G. Anselmetti et al., New J. Phys. 23, 113010 (2021): (sqrt 2 +- 1) / (4 sqrt 2) at pi/2 and 3 pi/2.
        double root = Math.sqrt(2);
        Shift first = ShiftRule.FOUR_TERMS.shifts().get(0);
        Shift second = ShiftRule.FOUR_TERMS.shifts().get(1);
        assertEquals(Math.PI / 2, first.angle(), 1e-15);
        assertEquals((root + 1) / (4 * root), first.coefficient(), 1e-15);
        assertEquals(3 * Math.PI / 2, second.angle(), 1e-14);
        assertEquals(-(root - 1) / (4 * root), second.coefficient(), 1e-15);
    }

    @Test
    void differentiatesTrigonometricPolynomialsExactly() {
        Random random = new Random(5);
        double[][] cases = {{1}, {0.5, 1}, {1, 2, 3, 4, 5}, {0.3, 1.7}, {1, 2.3, 0.7, 3.1}, {2}, {1, 3}};
        for (double[] frequencies : cases) {
            ShiftRule rule = ShiftRule.forFrequencies(frequencies);
            assertEquals(frequencies.length, rule.shifts().size());
            double x = random.nextDouble(-3, 3);
            double[] sines = random.doubles(frequencies.length, -1, 1).toArray();
            double[] cosines = random.doubles(frequencies.length, -1, 1).toArray();
            double expected = 0;
            for (int index = 0; index < frequencies.length; index++) {
                double angle = frequencies[index] * x;
                expected += frequencies[index] * (sines[index] * Math.cos(angle) - cosines[index] * Math.sin(angle));
            }
            double actual = 0;
            for (Shift shift : rule.shifts()) {
                actual += shift.coefficient()
                        * (value(frequencies, sines, cosines, x + shift.angle())
                                - value(frequencies, sines, cosines, x - shift.angle()));
            }
            assertEquals(expected, actual, 1e-11);
        }
    }

    private static double value(double[] frequencies, double[] sines, double[] cosines, double x) {
        double value = 0.7;
        for (int index = 0; index < frequencies.length; index++) {
            value +=
                    sines[index] * Math.sin(frequencies[index] * x) + cosines[index] * Math.cos(frequencies[index] * x);
        }
        return value;
    }

    @Test
    void refusesWhatAreNoFrequencies() {
        assertThrows(IllegalArgumentException.class, () -> ShiftRule.forFrequencies(0, 1));
        assertThrows(IllegalArgumentException.class, () -> ShiftRule.forFrequencies(1, 1));
        assertThrows(IllegalArgumentException.class, () -> ShiftRule.forFrequencies(Double.NaN));
    }
}
