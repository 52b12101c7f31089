// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Points of several parameters, in the parameters' order. */
public final class Sweeps {
    /** More evaluations in one submission are refused. */
    public static final int MOST_POINTS = 100_000;

    private Sweeps() {}

    /**
     * All combinations; the last parameter turns fastest.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST_POINTS}
     */
    public static List<List<Double>> grid(List<Range> ranges) {
        long points = 1;
        for (Range range : ranges) {
            points *= range.points();
            requireFew(points);
        }
        List<List<Double>> grid = new ArrayList<>(List.of(List.of()));
        for (Range range : ranges) {
            List<List<Double>> longer = new ArrayList<>();
            for (List<Double> point : grid) {
                for (int i = 0; i < range.points(); i++) {
                    List<Double> next = new ArrayList<>(point);
                    next.add(range.value(i));
                    longer.add(next);
                }
            }
            grid = longer;
        }
        return grid;
    }

    /**
     * A Latin hypercube: each range is cut into as many equal parts as there are points, and each part has just one of them, at
     * random within it. M. McKay, R. Beckman, W. Conover, Technometrics 21, 239 (1979).
     *
     * @throws IllegalArgumentException if there are none or more than {@link #MOST_POINTS}
     */
    public static List<List<Double>> latinHypercube(List<Range> ranges, int points, long seed) {
        if (points < 1) {
            throw new IllegalArgumentException("A Latin hypercube needs at least 1 point, not " + points + ".");
        }
        requireFew(points);
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Double>> hypercube = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            hypercube.add(new ArrayList<>());
        }
        for (Range range : ranges) {
            int[] parts = shuffled(points, random);
            for (int i = 0; i < points; i++) {
                double share = (parts[i] + random.nextDouble()) / points;
                hypercube.get(i).add(range.from() + (range.to() - range.from()) * share);
            }
        }
        return hypercube;
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            numbers[i] = numbers[other];
            numbers[other] = i;
        }
        return numbers;
    }

    private static void requireFew(long points) {
        if (points > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "The sweep has more than " + MOST_POINTS + " points; take fewer of some parameter.");
        }
    }
}
