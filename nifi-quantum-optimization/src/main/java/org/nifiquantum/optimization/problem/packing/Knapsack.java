// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.PairRules;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.VariableRules;
import org.nifiquantum.optimization.problem.model.BinaryModel;
import org.nifiquantum.optimization.problem.model.LinearConstraint;
import org.nifiquantum.optimization.problem.model.ModelBuilder;
import org.nifiquantum.optimization.problem.model.Penalties;
import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * The 0/1 knapsack: the items of the largest profit that keep one or more capacities, with profits of pairs in the quadratic
 * knapsack. One bit for each item, then slack bits for each capacity.
 *
 * <p>The penalty: a knapsack too heavy by v becomes feasible by taking out at most v items, weights being whole numbers, and
 * costs at least penalty v^2. So any penalty above the largest profit of an item with all its pairs is enough. A. Lucas,
 * Front. Phys. 2:5 (2014), section 5.2.
 *
 * @param items at least one, names all different, profits of 0 or more, weights of 0 or more
 * @param capacities one or more, 0 or more
 * @param pairs profits, 0 or more, that two items bring together; usually none
 * @param wishedPenalty of one unit too heavy; empty for one that is known to be enough
 */
public record Knapsack(List<Item> items, List<Long> capacities, List<PairTerm> pairs, OptionalDouble wishedPenalty)
        implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "knapsack";

    /** Squares of larger sums are no longer exact in a double. */
    static final long LARGEST_WEIGHT = 1L << 40;

    private static final VariableRules ITEMS = new VariableRules("/items", "item");
    private static final PairRules PAIRS =
            new PairRules("/pairs", "value", "item", "Add its value to the profit of the item.");

    /**
     * Checks.
     *
     * @throws ProblemFormatException naming the first item, capacity or pair that cannot be used, as a JSON pointer
     */
    public Knapsack {
        items = List.copyOf(items);
        capacities = List.copyOf(capacities);
        Penalties.check(wishedPenalty);
        ITEMS.checked(items.stream().map(Item::name).toList());
        if (capacities.isEmpty()) {
            throw new ProblemFormatException("/capacities", "There is no capacity.", "Give at least one.");
        }
        for (int i = 0; i < capacities.size(); i++) {
            KnapsackRules.requireWeight("/capacities/" + i, "The capacity", capacities.get(i));
        }
        double profit = 0;
        for (int i = 0; i < items.size(); i++) {
            KnapsackRules.requireItem("/items/" + i, items.get(i), capacities.size());
            profit += items.get(i).profit();
        }
        if (!Double.isFinite(profit)) {
            throw new ProblemFormatException("/items", "The sum of all profits is too large.", "Give smaller ones.");
        }
        KnapsackRules.requireSums(items, capacities.size());
        pairs = PAIRS.joined(items.size(), profit, List.copyOf(pairs));
        KnapsackRules.requirePairs(pairs);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Sense sense() {
        return Sense.MAXIMIZE;
    }

    @Override
    public List<String> variables() {
        return model().variables();
    }

    @Override
    public IsingModel ising() {
        return model().ising();
    }

    @Override
    public OptionalDouble penalty() {
        return OptionalDouble.of(model().penalty());
    }

    BinaryModel model() {
        ModelBuilder model =
                BinaryModel.maximize().variables(items.stream().map(Item::name).toList());
        double[] most = new double[items.size()];
        for (int i = 0; i < items.size(); i++) {
            model.objective().linear(i, items.get(i).profit());
            most[i] = items.get(i).profit();
        }
        for (PairTerm pair : pairs) {
            model.objective().product(pair.first(), pair.second(), pair.value());
            most[pair.first()] += pair.value();
            most[pair.second()] += pair.value();
        }
        for (int k = 0; k < capacities.size(); k++) {
            Map<Integer, Double> weights = new HashMap<>();
            for (int i = 0; i < items.size(); i++) {
                weights.put(i, items.get(i).weights().get(k).doubleValue());
            }
            String name = capacities.size() == 1 ? "capacity" : "capacity " + (k + 1);
            model.constraint(new LinearConstraint(name, weights, Relation.AT_MOST, capacities.get(k)));
        }
        return model.build(wishedPenalty, Arrays.stream(most).max().orElse(0) + 1);
    }

    @Override
    public Answer decode(BitString bits) {
        BinaryModel model = model();
        List<Item> packed = IntStream.range(0, items.size())
                .filter(bits::get)
                .mapToObj(items::get)
                .toList();
        List<Long> loads = new ArrayList<>();
        for (int k = 0; k < capacities.size(); k++) {
            int capacity = k;
            loads.add(packed.stream()
                    .mapToLong(item -> item.weights().get(capacity))
                    .sum());
        }
        return new Answer(
                model.objective(bits),
                model.violations(bits),
                Map.of("packed", packed.stream().map(Item::name).toList(), "weights", loads, "capacities", capacities));
    }

    /** Branch and bound; not of the quadratic knapsack. */
    @Override
    public Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        return pairs.isEmpty() ? Optional.of(new KnapsackSearch(this, budget).solve()) : Optional.empty();
    }

    /** Annealing. */
    @Override
    public ClassicalAnswer searchHeuristically(SolverBudget budget) {
        return answer(new KnapsackAnnealing(this, budget).run(), "annealing", false);
    }

    ClassicalAnswer answer(boolean[] packed, String method, boolean proven) {
        return ClassicalAnswer.of(this, model().withSlack(packed), method, proven);
    }
}
