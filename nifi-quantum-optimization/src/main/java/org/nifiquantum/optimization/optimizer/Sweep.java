// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.nifiquantum.engine.simulation.Seeds;

/**
 * Points that do not depend on values: to see a landscape, or to find where to start. Between the bounds, or within half a turn of the
 * start where there are none. The start comes first.
 *
 * @param pattern which points
 */
record Sweep(Pattern pattern) implements Algorithm {
    private static final double HALF_TURN = Math.PI;
    /** A submission should not be so large that a target or a budget could not stop the sweep. */
    private static final int POINTS_PER_SUBMISSION = 64;

    /** The choice of points. */
    enum Pattern {
        GRID,
        RANDOM
    }

    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        double[] start = Points.toArray(settings.start());
        Bounds region = settings.bounds().orAround(settings.start(), HALF_TURN);
        int room = settings.maximumEvaluations() - 1;
        return switch (pattern) {
            case GRID -> {
                int perAxis = perAxis(start.length, room);
                int points = (int) Math.pow(perAxis, start.length);
                submit(objective, start, points, index -> region.at(gridFractions(index, perAxis, start.length)));
                yield StopReason.SWEEP_COMPLETE;
            }
            case RANDOM -> {
                submit(
                        objective,
                        start,
                        room,
                        index -> region.at(new SplittableRandom(Seeds.derive(settings.seed(), index))
                                .doubles(start.length)
                                .toArray()));
                yield StopReason.MAXIMUM_EVALUATIONS;
            }
        };
    }

    private static void submit(Objective objective, double[] start, int points, IntFunction<double[]> point) {
        List<double[]> batch = new ArrayList<>(List.of(start));
        for (int index = 0; index < points; index++) {
            batch.add(point.apply(index));
            if (batch.size() == POINTS_PER_SUBMISSION) {
                objective.evaluations(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            objective.evaluations(batch);
        }
    }

    /** The most values of each parameter whose combinations there is room for. */
    private static int perAxis(int parameters, int room) {
        // The root may be off by rounding.
        int perAxis = (int) Math.pow(room, 1.0 / parameters);
        while (Math.pow(perAxis + 1.0, parameters) <= room) {
            perAxis++;
        }
        while (Math.pow(perAxis, parameters) > room) {
            perAxis--;
        }
        return perAxis;
    }

    /** The middles of equal parts, so that a period is sampled evenly and its ends not twice; the first parameter changes fastest. */
    private static double[] gridFractions(int index, int perAxis, int parameters) {
        double[] fractions = new double[parameters];
        int rest = index;
        for (int i = 0; i < parameters; i++) {
            fractions[i] = (rest % perAxis + 0.5) / perAxis;
            rest /= perAxis;
        }
        return fractions;
    }
}
