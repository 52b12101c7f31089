// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The smallest variance that shares of assets can have at a mean return: what any selection stands beside. Shares are 0 or
 * more and add up to 1 (H. Markowitz, J. Finance 7, 77 (1952)). Solved by ojAlgo's convex solver.
 */
public final class EfficientFrontier {
    private final Portfolio portfolio;
    private final double variances;
    private final double returns;

    public EfficientFrontier(Portfolio portfolio) {
        this.portfolio = portfolio;
        // The solver's tolerances are for numbers of order 1; variances of monthly returns are of order 1e-3.
        this.variances = 1
                / positive(IntStream.range(0, portfolio.assets().size())
                        .mapToDouble(i -> portfolio.covariance().get(i, i))
                        .average()
                        .orElse(1));
        this.returns = 1
                / positive(portfolio.returns().stream()
                        .mapToDouble(Math::abs)
                        .max()
                        .orElse(1));
    }

    private static double positive(double value) {
        return value > 0 ? value : 1;
    }

    /** The smallest variance at a mean return; empty if no shares have it. */
    public OptionalDouble variance(double meanReturn) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> shares = new ArrayList<>();
        Expression all = model.newExpression("shares").level(1);
        Expression mean = model.newExpression("return").level(meanReturn * returns);
        Expression variance = model.newExpression("variance").weight(1);
        for (int i = 0; i < portfolio.assets().size(); i++) {
            shares.add(model.newVariable("x" + i).lower(0));
            all.set(shares.get(i), 1);
            mean.set(shares.get(i), portfolio.returns().get(i) * returns);
        }
        for (int i = 0; i < shares.size(); i++) {
            for (int j = 0; j < shares.size(); j++) {
                variance.set(
                        shares.get(i), shares.get(j), portfolio.covariance().get(i, j) * variances);
            }
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            return OptionalDouble.empty();
        }
        double[] found = IntStream.range(0, shares.size())
                .mapToDouble(result::doubleValue)
                .toArray();
        double sum = 0;
        for (int i = 0; i < found.length; i++) {
            for (int j = 0; j < found.length; j++) {
                sum += found[i] * found[j] * portfolio.covariance().get(i, j);
            }
        }
        return OptionalDouble.of(sum);
    }
}
