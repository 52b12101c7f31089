// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import de.xypron.jcobyla.CobylaExitStatus;

/**
 * Powell's COBYLA: linear models on a simplex inside a shrinking trust region, no derivatives. A good default for
 * few parameters and little noise.
 *
 * <p>M. J. D. Powell, "A direct search optimization method that models the objective and constraint functions by
 * linear interpolation", in Advances in Optimization and Numerical Analysis (Kluwer, 1994), 51-67. Bounds are its
 * constraints; it may step over them on its way.
 */
final class Cobyla implements Algorithm {
    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        double[] point = Points.toArray(settings.start());
        CobylaExitStatus status = de.xypron.jcobyla.Cobyla.findMinimum(
                (variables, constraints, parameters, slack) -> {
                    settings.bounds().slack(parameters, slack);
                    return objective.value(parameters.clone());
                },
                point.length,
                2 * settings.bounds().lower().size(),
                point,
                settings.initialStep(),
                settings.tolerance(),
                de.xypron.jcobyla.Cobyla.IPRINT_NONE,
                settings.maximumEvaluations());
        return switch (status) {
            case MAX_ITERATIONS_REACHED -> StopReason.MAXIMUM_EVALUATIONS;
            case NORMAL -> StopReason.CONVERGED;
            case DIVERGING_ROUNDING_ERRORS -> StopReason.NUMERICAL_LIMIT;
        };
    }
}
