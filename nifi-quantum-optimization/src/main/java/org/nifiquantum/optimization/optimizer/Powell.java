// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.optimizer;

import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.PowellOptimizer;

/**
 * One line search after the other along directions that become conjugate, without derivatives. Each point follows from the
 * last, and a line search trusts its values: for exact ones.
 *
 * <p>M. J. D. Powell, "An efficient method for finding the minimum of a function of several variables without calculating
 * derivatives", The Computer Journal 7, 155-162 (1964); each line by Brent's method, as in Apache Commons Math. It has
 * converged when a whole round of directions moves no parameter by more than the tolerance, or the value by nothing.
 */
final class Powell implements Algorithm {
    /** Values this close are equal: only rounding is between them. */
    private static final double VALUE_TOLERANCE = 1e-13;

    /** Relative to its bracket: a line needs to be no finer than the round it belongs to. */
    private static final double LINE_TOLERANCE = 1e-3;

    @Override
    public StopReason minimize(OptimizerSettings settings, Objective objective) {
        double step = settings.initialStep();
        double[] start = Points.toArray(settings.start());
        // The library brackets a line with a first step of 1: its unit is the initial step, its origin the start.
        PowellOptimizer optimizer = new PowellOptimizer(
                VALUE_TOLERANCE,
                Double.MIN_NORMAL,
                LINE_TOLERANCE,
                settings.tolerance() / step,
                (iteration, previous, current) ->
                        Points.distance(previous.getPointRef(), current.getPointRef()) * step <= settings.tolerance());
        try {
            optimizer.optimize(
                    GoalType.MINIMIZE,
                    new ObjectiveFunction(point -> objective.value(Points.moved(start, step, point))),
                    new InitialGuess(new double[start.length]),
                    new MaxEval(settings.maximumEvaluations()));
            return StopReason.CONVERGED;
        } catch (TooManyEvaluationsException e) {
            return StopReason.MAXIMUM_EVALUATIONS;
        }
    }
}
