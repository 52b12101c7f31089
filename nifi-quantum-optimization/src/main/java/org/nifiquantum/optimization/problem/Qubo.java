// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.engine.operator.IsingModelBuilder;
import org.nifiquantum.optimization.problem.format.Entry;

/**
 * Quadratic unconstrained binary optimisation: make offset + sum_i a_i x_i + sum_{i&lt;j} b_ij x_i x_j smallest or largest
 * over bits x. Of a matrix Q, as in x'Qx, a_i is Q_ii and b_ij is Q_ij + Q_ji.
 *
 * <p>A pair of a variable with itself is refused: for bits x x = x, so it belongs to the linear coefficients. The values
 * of equal pairs add up, so {@link #quadratic()} holds each pair at most once, the smaller index first, in the order of
 * first appearance.
 *
 * @param sense whether the objective is to be small or large
 * @param variables the names of the variables, at least one, all different
 * @param linear the coefficient a of each variable
 * @param quadratic the coefficients b by index; none is allowed
 * @param offset what is added to each objective
 */
public record Qubo(Sense sense, List<String> variables, List<Double> linear, List<PairTerm> quadratic, double offset)
        implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "qubo";

    private static final VariableRules VARIABLES = new VariableRules("/variables", "variable");
    private static final PairRules PAIRS = new PairRules(
            "/quadratic", "value", "variable", "Add its value to the linear coefficient: of a bit, x x is x.");

    /**
     * Checks and joins.
     *
     * @throws ProblemFormatException naming the first variable or coefficient that cannot be used, as a JSON pointer
     */
    public Qubo {
        Objects.requireNonNull(sense, "sense");
        variables = VARIABLES.checked(variables);
        linear = List.copyOf(linear);
        double size = VARIABLES.totalSize("/linear", variables, linear, offset);
        quadratic = PAIRS.joined(variables.size(), size, List.copyOf(quadratic));
    }

    /** To be minimised: entries of the diagonal are linear, all others are multiplied by the factor. */
    static Qubo ofEntries(List<String> variables, List<Entry> entries, double factor) {
        Double[] linear = new Double[variables.size()];
        Arrays.fill(linear, 0.0);
        List<PairTerm> quadratic = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.row() == entry.column()) {
                linear[entry.row()] += entry.value();
            } else {
                quadratic.add(new PairTerm(entry.row(), entry.column(), factor * entry.value()));
            }
        }
        return new Qubo(Sense.MINIMIZE, variables, List.of(linear), quadratic, 0);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /**
     * With x = (1 - s) / 2 a linear term a x is a/2 - a/2 s, a pair b x x' is b/4 (1 - s - s' + s s'); all with the other
     * sign where the objective is to be large.
     */
    @Override
    public IsingModel ising() {
        double sign = switch (sense) {
            case MINIMIZE -> 1;
            case MAXIMIZE -> -1;
        };
        IsingModelBuilder model = IsingModel.builder(variables.size()).constant(sign * offset);
        for (int i = 0; i < variables.size(); i++) {
            double half = sign * linear.get(i) / 2;
            model.field(i, -half).constant(half);
        }
        for (PairTerm pair : quadratic) {
            double quarter = sign * pair.value() / 4;
            model.field(pair.first(), -quarter)
                    .field(pair.second(), -quarter)
                    .coupling(pair.first(), pair.second(), quarter)
                    .constant(quarter);
        }
        return model.build();
    }

    @Override
    public double objective(BitString bits) {
        VARIABLES.requireBits(bits, variables.size());
        double value = offset;
        for (int i = 0; i < variables.size(); i++) {
            if (bits.get(i)) {
                value += linear.get(i);
            }
        }
        for (PairTerm pair : quadratic) {
            if (bits.get(pair.first()) && bits.get(pair.second())) {
                value += pair.value();
            }
        }
        return value;
    }

    /** There are no constraints, and the variables say it all. */
    @Override
    public Answer decode(BitString bits) {
        return Answer.of(objective(bits));
    }
}
