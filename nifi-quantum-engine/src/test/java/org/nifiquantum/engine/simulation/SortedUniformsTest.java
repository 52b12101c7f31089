// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedUniformsTest {
    @Test
    void takesLogarithms() {
        Random random = new Random(20261121);
        for (int index = 0; index < 200_000; index++) {
            // Of all sizes, not only those near 1.
            requireLogarithm(Math.scalb(1 - random.nextDouble(), -random.nextInt(53)));
        }
        requireLogarithm(1);
        requireLogarithm(Math.nextDown(1.0));
        requireLogarithm(0x1p-53);
        requireLogarithm(Math.sqrt(0.5));
        requireLogarithm(Math.nextUp(Math.sqrt(0.5)));
    }

    private static void requireLogarithm(double value) {
        double expected = StrictMath.log(value);
        assertEquals(expected, SortedUniforms.log(value), 2 * Math.ulp(expected), "the logarithm of " + value);
    }

    @Test
    void areSortedAndEvenlySpread() {
        int count = 100_000;
        double[] uniforms = SortedUniforms.below(3, count, 7);
        double largestGap = 0;
        for (int index = 0; index < count; index++) {
            double before = index == 0 ? 0 : uniforms[index - 1];
            assertTrue(uniforms[index] > before && uniforms[index] < 3, "number " + index);
            largestGap = Math.max(largestGap, Math.abs(uniforms[index] / 3 - (index + 1.0) / count));
        }
        // Kolmogorov and Smirnov: p = 2 exp(-2 * 2.3^2) = 5e-5.
        assertTrue(Math.sqrt(count) * largestGap < 2.3, "Kolmogorov-Smirnov distance " + largestGap);
    }
}
