// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;
import java.util.SplittableRandom;
import org.nifiquantum.engine.simulation.Seeds;

/**
 * Runs an algorithm from several starts, one after the other, each with an equal share of the evaluations. What one
 * leaves of its share the last may use.
 */
record MultiStart(Algorithm algorithm) implements Algorithm {
    /** Where no bounds say otherwise, other starts are within half a turn of the first. */
    private static final double HALF_TURN = Math.PI;

    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        int starts = settings.tuning().starts();
        if (starts == 1) {
            return algorithm.minimize(settings, objective);
        }
        int used = 0;
        StopReason reason = StopReason.CONVERGED;
        for (int start = 0; start < starts; start++) {
            int left = settings.maximumEvaluations() - used;
            if (left < 1) {
                return StopReason.MAXIMUM_EVALUATIONS;
            }
            int fair = Math.max(1, settings.maximumEvaluations() / starts);
            int share = start == starts - 1 ? left : Math.min(left, fair);
            Share counted = new Share(objective, share);
            reason = minimize(
                    settings.from(startPoint(settings, start), share, Seeds.derive(settings.seed(), start)), counted);
            used += counted.used;
        }
        return reason;
    }

    private StopReason minimize(OptimizerSettings settings, Share share) {
        try {
            return algorithm.minimize(settings, share);
        } catch (UsedUp usedUp) {
            return StopReason.MAXIMUM_EVALUATIONS;
        }
    }

    private static List<Double> startPoint(OptimizerSettings settings, int start) {
        if (start == 0) {
            return settings.start();
        }
        Bounds region = settings.bounds().orAround(settings.start(), HALF_TURN);
        SplittableRandom random = new SplittableRandom(Seeds.derive(~settings.seed(), start));
        double[] fractions = random.doubles(settings.start().size()).toArray();
        return Points.toList(region.at(fractions));
    }

    /** An objective that ends an algorithm after its share of evaluations. */
    private static final class Share implements Objective {
        private final Objective objective;
        private final int share;
        private int used;

        Share(Objective objective, int share) {
            this.objective = objective;
            this.share = share;
        }

        @Override
        public List<Evaluation> evaluations(List<double[]> batch) {
            int taken = Math.min(batch.size(), share - used);
            used += taken;
            List<Evaluation> known = taken == 0 ? List.of() : objective.evaluations(batch.subList(0, taken));
            if (taken < batch.size()) {
                throw new UsedUp();
            }
            return known;
        }

        @Override
        public Evaluation slope(double[] point) {
            if (used == share) {
                throw new UsedUp();
            }
            used++;
            return objective.slope(point);
        }
    }

    /** Ends an algorithm whose share is used up. Not an error, so without a stack trace. */
    private static final class UsedUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsedUp() {
            super("the share of evaluations is used up", null, false, false);
        }
    }
}
