// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.finance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.Matrix;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.VariableRules;
import org.nifiquantum.optimization.problem.model.BinaryModel;
import org.nifiquantum.optimization.problem.model.ModelBuilder;
import org.nifiquantum.optimization.problem.model.Penalties;
import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * Chooses assets: minimises lambda x'Sx - mu'x over bits x, with just k of them 1 where a number is set (H. Markowitz, J.
 * Finance 7, 77 (1952), with a cardinality). The penalty: v assets too many or too few cost penalty v^2, and each is mended by
 * one change of a bit; so any penalty above the most that a bit can change the objective by is enough.
 *
 * @param assets the names, at least one, all different
 * @param returns the mean return mu of each
 * @param covariance the matrix S, symmetric
 * @param riskAversion lambda, 0 or more
 * @param choose k; empty for any number
 * @param wishedPenalty of one asset too many or too few; empty for one that is known to be enough
 */
public record Portfolio(
        List<String> assets,
        List<Double> returns,
        Matrix covariance,
        double riskAversion,
        OptionalInt choose,
        OptionalDouble wishedPenalty)
        implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "portfolio";

    private static final VariableRules ASSETS = new VariableRules("/assets", "asset");

    /**
     * Checks and copies.
     *
     * @throws ProblemFormatException naming what cannot be used, as a JSON pointer
     */
    public Portfolio {
        assets = ASSETS.checked(assets);
        returns = List.copyOf(returns);
        Penalties.check(wishedPenalty);
        ASSETS.totalSize("/returns", assets, returns, 0);
        covariance = Covariances.checked("/covariance", covariance, assets.size());
        if (!(riskAversion >= 0) || !Double.isFinite(riskAversion * Covariances.total(covariance))) {
            throw new ProblemFormatException(
                    "/riskAversion", "It is " + riskAversion + ".", "Give a finite number of 0 or more.");
        }
        if (choose.isPresent() && (choose.getAsInt() < 1 || choose.getAsInt() > assets.size())) {
            throw new ProblemFormatException(
                    "/choose",
                    choose.getAsInt() + " of " + assets.size() + " assets cannot be chosen.",
                    "Give a number from 1 to " + assets.size() + ".");
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Sense sense() {
        return Sense.MINIMIZE;
    }

    @Override
    public List<String> variables() {
        return assets;
    }

    @Override
    public IsingModel ising() {
        return model().ising();
    }

    @Override
    public OptionalDouble penalty() {
        return choose.isPresent() ? OptionalDouble.of(model().penalty()) : OptionalDouble.empty();
    }

    private BinaryModel model() {
        ModelBuilder model = BinaryModel.minimize().variables(assets);
        double most = 0;
        for (int i = 0; i < assets.size(); i++) {
            model.objective().linear(i, -returns.get(i));
            double change = Math.abs(returns.get(i));
            for (int j = 0; j < assets.size(); j++) {
                model.objective().product(i, j, riskAversion * covariance.get(i, j));
                change += (i == j ? 1 : 2) * riskAversion * Math.abs(covariance.get(i, j));
            }
            most = Math.max(most, change);
        }
        if (choose.isPresent()) {
            int[] all = IntStream.range(0, assets.size()).toArray();
            model.count("number of assets", Relation.EQUAL, choose.getAsInt(), all);
        }
        return model.build(wishedPenalty, most == 0 ? 1 : 1.125 * most);
    }

    /** The chosen assets, and what equal shares in them would bring: the mean return and its variance. */
    @Override
    public Answer decode(BitString bits) {
        BinaryModel model = model();
        int[] chosen = IntStream.range(0, assets.size()).filter(bits::get).toArray();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("assets", Arrays.stream(chosen).mapToObj(assets::get).toList());
        if (chosen.length > 0) {
            details.put(
                    "equalSharesReturn",
                    Arrays.stream(chosen).mapToDouble(returns::get).average().orElseThrow());
            details.put(
                    "equalSharesVariance",
                    Covariances.sum(covariance, chosen) / ((double) chosen.length * chosen.length));
        }
        return new Answer(model.objective(bits), model.violations(bits), details);
    }

    /** All selections, as far as the time goes. */
    @Override
    public Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        return new SelectionSearch(this, budget).all().map(bits -> ClassicalAnswer.of(this, bits, "exact", true));
    }

    /** By exchanges, from many beginnings. */
    @Override
    public ClassicalAnswer searchHeuristically(SolverBudget budget) {
        return ClassicalAnswer.of(this, new SelectionSearch(this, budget).byExchanges(), "tabu", false);
    }
}
