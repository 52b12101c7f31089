// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import java.util.Arrays;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * Powell's BOBYQA: a quadratic model in a trust region, within bounds, no derivatives. Few evaluations where the
 * landscape is smooth; needs at least two parameters.
 *
 * <p>M. J. D. Powell, "The BOBYQA algorithm for bound constrained optimization without derivatives", report DAMTP
 * 2009/NA06, Cambridge (2009), with its 2n + 1 interpolation points, as in Apache Commons Math.
 */
final class Bobyqa implements Algorithm {
    private static final int LEAST_PARAMETERS = BOBYQAOptimizer.MINIMUM_PROBLEM_DIMENSION;

    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        double[] start = Points.toArray(settings.start());
        if (start.length < LEAST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "BOBYQA needs at least " + LEAST_PARAMETERS + " parameters, not " + start.length + "; use COBYLA.");
        }
        // BOBYQA moves a start that is close to a bound; a run begins with its start all the same.
        double atStart = objective.value(start);
        BOBYQAOptimizer optimizer =
                new BOBYQAOptimizer(2 * start.length + 1, settings.initialStep(), settings.tolerance());
        try {
            optimizer.optimize(
                    GoalType.MINIMIZE,
                    new ObjectiveFunction(
                            point -> Arrays.equals(point, start) ? atStart : objective.value(point.clone())),
                    new InitialGuess(start),
                    bounds(settings),
                    new MaxEval(settings.maximumEvaluations()));
            return StopReason.CONVERGED;
        } catch (TooManyEvaluationsException e) {
            return StopReason.MAXIMUM_EVALUATIONS;
        } catch (MathIllegalStateException e) {
            // Noise or rounding made its model of no use.
            return StopReason.NUMERICAL_LIMIT;
        }
    }

    private static SimpleBounds bounds(OptimizerSettings settings) {
        Bounds bounds = settings.bounds();
        return bounds.isNone()
                ? SimpleBounds.unbounded(settings.start().size())
                : new SimpleBounds(Points.toArray(bounds.lower()), Points.toArray(bounds.upper()));
    }
}
