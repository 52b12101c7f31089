// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.List;

/**
 * Keeps an algorithm that knows no bounds inside them: each bound is a mirror, so that a point beyond stands for the one
 * as far inside. The landscape stays continuous and has no other minima.
 */
record Mirrored(Algorithm algorithm) implements Algorithm {
    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        if (settings.bounds().isNone()) {
            return algorithm.minimize(settings, objective);
        }
        return algorithm.minimize(settings, new Mirror(settings.bounds(), objective));
    }

    private record Mirror(Bounds bounds, Objective objective) implements Objective {
        @Override
        public List<Evaluation> evaluations(List<double[]> batch) {
            return objective.evaluations(batch.stream().map(bounds::mirrored).toList());
        }

        @Override
        public Evaluation slope(double[] point) {
            throw new UnsupportedOperationException("The gradient of a mirror image has other signs.");
        }
    }
}
