// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nifiquantum.services.api.EvaluationResult;

/** The energies that one evaluation measured, lowest first, each with the share of measurements that gave it. */
final class Tail {

    /** Probabilities that miss more than this are of the most likely bitstrings only. */
    private static final double ROUNDING = 1e-9;

    private record Level(double energy, double share) {}

    /** An estimate and its standard error, empty where it is exact or not known. */
    record Estimate(double value, OptionalDouble standardError) {}

    private final List<Level> levels;
    private final long shots;

    private Tail(List<Level> levels, long shots) {
        this.levels = levels.stream()
                .sorted(Comparator.comparingDouble(Level::energy))
                .toList();
        this.shots = shots;
    }

    /**
     * The energies of what was measured.
     *
     * @throws IllegalArgumentException if nothing was measured, or not all that could have been
     */
    static Tail of(EvaluationResult evaluation, DiagonalEnergy energy) {
        List<Level> levels = new ArrayList<>();
        long shots =
                evaluation.counts().values().stream().mapToLong(Long::longValue).sum();
        double total = 0;
        for (Map.Entry<String, Long> count : evaluation.counts().entrySet()) {
            levels.add(new Level(energy.of(count.getKey()), (double) count.getValue() / shots));
        }
        if (shots == 0) {
            for (Map.Entry<String, Double> probability :
                    evaluation.probabilities().entrySet()) {
                levels.add(new Level(energy.of(probability.getKey()), probability.getValue()));
                total += probability.getValue();
            }
            if (total < 1 - ROUNDING) {
                throw new IllegalArgumentException(
                        "needs counts, or the probability of every bitstring, and those given"
                                + " sum to %s; set Shots above 0".formatted(total));
            }
        }
        return new Tail(levels, shots);
    }

    /** The lowest energy. */
    double lowest() {
        return levels.getFirst().energy();
    }

    /**
     * The mean over the lowest share alpha. With the quantile q it is q - E[max(q - X, 0)] / alpha (R. T. Rockafellar, S.
     * Uryasev, J. Risk 2, 21 (2000)), so its standard error is that mean's.
     */
    Estimate cvar(double alpha) {
        double quantile = quantile(alpha);
        double mean = 0;
        double square = 0;
        for (Level level : levels) {
            double below = Math.max(quantile - level.energy(), 0);
            mean += level.share() * below;
            square += level.share() * below * below;
        }
        double value = quantile - mean / alpha;
        double variance = Math.max(square - mean * mean, 0);
        return new Estimate(
                value, shots == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance / shots) / alpha));
    }

    private double quantile(double alpha) {
        double share = 0;
        for (Level level : levels) {
            share += level.share();
            if (share >= alpha - ROUNDING) {
                return level.energy();
            }
        }
        return levels.getLast().energy();
    }
}
