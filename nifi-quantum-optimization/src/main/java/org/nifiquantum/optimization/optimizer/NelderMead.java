// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.Arrays;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The simplex that reflects its worst corner, stretches, and shrinks towards its best. It compares values only, so it
 * bears a rough landscape; noise as large as the differences between corners makes it shrink too early.
 *
 * <p>J. A. Nelder, R. Mead, "A simplex method for function minimization", The Computer Journal 7, 308-313 (1965), with
 * their coefficients 1, 2, 1/2 and 1/2, as in Apache Commons Math. The first simplex has the start as one corner; at each
 * other one parameter is changed by the initial step. It has converged when no corner is further than the tolerance
 * from the best in any parameter.
 */
final class NelderMead implements Algorithm {
    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        NelderMeadSimplex simplex =
                new NelderMeadSimplex(corners(settings.start().size(), settings.initialStep()));
        SimplexOptimizer optimizer = new SimplexOptimizer(
                (iteration, previous, current) -> extent(simplex.getPoints()) <= settings.tolerance());
        try {
            optimizer.optimize(
                    GoalType.MINIMIZE,
                    new ObjectiveFunction(point -> objective.value(point.clone())),
                    new InitialGuess(Points.toArray(settings.start())),
                    new MaxEval(settings.maximumEvaluations()),
                    simplex);
            return StopReason.CONVERGED;
        } catch (TooManyEvaluationsException e) {
            return StopReason.MAXIMUM_EVALUATIONS;
        }
    }

    /** Relative to the first, which is the start. */
    private static double[][] corners(int parameters, double step) {
        double[][] corners = new double[parameters + 1][parameters];
        for (int i = 0; i < parameters; i++) {
            corners[i + 1][i] = step;
        }
        return corners;
    }

    /** The largest distance of a corner from the first in one parameter; between iterations the first is the best. */
    private static double extent(PointValuePair[] corners) {
        double[] best = corners[0].getPointRef();
        return Arrays.stream(corners)
                .mapToDouble(corner -> Points.distance(corner.getPointRef(), best))
                .max()
                .orElseThrow();
    }
}
