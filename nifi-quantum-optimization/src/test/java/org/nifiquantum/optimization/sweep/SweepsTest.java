// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepsTest {
    private static final List<Range> RANGES = List.of(new Range(0, 1, 3), new Range(-2, 2, 2));

    @Test
    void aGridHasAllCombinations() {
        assertEquals(
                List.of(
                        List.of(0.0, -2.0),
                        List.of(0.0, 2.0),
                        List.of(0.5, -2.0),
                        List.of(0.5, 2.0),
                        List.of(1.0, -2.0),
                        List.of(1.0, 2.0)),
                Sweeps.grid(RANGES));
        assertEquals(List.of(List.of(7.0)), Sweeps.grid(List.of(new Range(7, 9, 1))));
    }

    @Test
    void aLatinHypercubeHasOnePointInEachPartOfEachRange() {
        List<List<Double>> points = Sweeps.latinHypercube(RANGES, 10, 1);
        for (int parameter = 0; parameter < 2; parameter++) {
            Range range = RANGES.get(parameter);
            int at = parameter;
            assertEquals(
                    IntStream.range(0, 10).boxed().toList(),
                    points.stream()
                            .map(point ->
                                    (int) Math.floor(10 * (point.get(at) - range.from()) / (range.to() - range.from())))
                            .sorted()
                            .toList());
        }
        assertEquals(points, Sweeps.latinHypercube(RANGES, 10, 1));
        assertNotEquals(points, Sweeps.latinHypercube(RANGES, 10, 2));
    }

    @Test
    void tooManyPointsAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Sweeps.grid(List.of(new Range(0, 1, 1000), new Range(0, 1, 1000))));
        assertThrows(IllegalArgumentException.class, () -> Sweeps.latinHypercube(RANGES, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Range(0, Double.NaN, 1));
    }
}
