// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nifiquantum.optimization.problem.Sense;

/** Collects a {@link BinaryModel}. Not thread-safe. */
public final class ModelBuilder {
    private final Sense sense;
    private final List<String> variables = new ArrayList<>();
    private final QuadraticForm objective = new QuadraticForm();
    private final List<LinearConstraint> constraints = new ArrayList<>();

    ModelBuilder(Sense sense) {
        this.sense = sense;
    }

    /** A further variable; its index. */
    public int variable(String name) {
        variables.add(name);
        return variables.size() - 1;
    }

    /** Further variables with these names. */
    public ModelBuilder variables(List<String> names) {
        variables.addAll(names);
        return this;
    }

    /** What is to be small or large, to be added to. */
    public QuadraticForm objective() {
        return objective;
    }

    public ModelBuilder constraint(LinearConstraint constraint) {
        constraints.add(constraint);
        return this;
    }

    /** A sum of weights that are all 1. */
    public ModelBuilder count(String name, Relation relation, int bound, int... counted) {
        Map<Integer, Double> weights = new HashMap<>();
        Arrays.stream(counted).forEach(variable -> weights.put(variable, 1.0));
        return constraint(new LinearConstraint(name, weights, relation, bound));
    }

    /**
     * The model with the penalty that the user wishes, or with one known to be enough.
     *
     * @param wished the user's
     * @param enough breaking a constraint by one must cost more than it can gain; known of the kind of problem
     */
    public BinaryModel build(OptionalDouble wished, double enough) {
        return new BinaryModel(sense, variables, objective, constraints, wished.orElse(enough));
    }

    /** The model with the penalty that the user wishes, or with one above all that the objective can differ by. */
    public BinaryModel build(OptionalDouble wished) {
        double range = objective.range();
        return build(wished, range == 0 ? 1 : 1.01 * range);
    }
}
