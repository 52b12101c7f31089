// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Covariance matrix adaptation: a cloud of points that learns the shape of the valley. A generation is one submission; it
 * compares values only and averages over many, so it bears noise and several minima.
 *
 * <p>N. Hansen, "The CMA evolution strategy: a tutorial", arXiv:1604.00772. The start comes with the first generation, and the
 * last mean is evaluated alone: under noise it is a better guess than the point that looked best. It has converged when
 * the cloud is narrower than the tolerance, or generations differ by rounding only.
 */
final class CmaEs implements Algorithm {
    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        int parameters = settings.start().size();
        int population = settings.tuning().population().orElse(4 + (int) (3 * StrictMath.log(parameters)));
        Cloud cloud = new Cloud(Points.toArray(settings.start()), settings.initialStep(), population);
        // The algorithm of Random is part of its specification, that of newer generators is not.
        Random random = new Random(settings.seed());
        Flatness flatness = new Flatness(10 + 30 * parameters / population);
        boolean first = true;
        while (cloud.widest() >= settings.tolerance() && !flatness.lasts()) {
            List<double[]> generation = cloud.draw(random);
            List<double[]> batch = new ArrayList<>(generation);
            if (first) {
                batch.addFirst(cloud.mean());
            }
            double[] values = objective.values(batch);
            double[] ofGeneration = first ? Arrays.copyOfRange(values, 1, values.length) : values;
            first = false;
            flatness.add(ofGeneration);
            cloud.learn(ranked(generation, ofGeneration));
        }
        objective.value(cloud.mean());
        return StopReason.CONVERGED;
    }

    private static List<double[]> ranked(List<double[]> generation, double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .map(generation::get)
                .toList();
    }

    /** Whether the values of the last generations differ at all: Hansen's TolFun. */
    private static final class Flatness {
        private static final double ROUNDING = 1e-13;

        private final int generations;
        private final Deque<double[]> recent = new ArrayDeque<>();

        Flatness(int generations) {
            this.generations = generations;
        }

        void add(double[] values) {
            recent.addLast(values);
            if (recent.size() > generations) {
                recent.removeFirst();
            }
        }

        boolean lasts() {
            if (recent.size() < generations) {
                return false;
            }
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (double[] values : recent) {
                for (double value : values) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
            return highest - lowest <= ROUNDING * Math.max(Math.abs(lowest), Math.abs(highest));
        }
    }
}
