// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;

/**
 * An objective over bits and linear constraints, as one energy: the objective, negated if it is to be large, plus the
 * penalty times what each constraint is broken by. The forms of the constraints are those of F. Glover, G. Kochenberger, Y.
 * Du, "Quantum bridge analytics I", 4OR 17, 335 (2019), table 1:
 *
 * <ul>
 *   <li>of bits that exclude each other: P x x' for each pair;
 *   <li>x + x' &gt;= 1: P (1 - x)(1 - x'); x &lt;= x': P x (1 - x');
 *   <li>an equation: P times the square of the difference, in units of the smallest step that its weights make;
 *   <li>any other inequality: the same with slack bits, whose names begin with "slack".
 * </ul>
 */
public final class BinaryModel {
    /** Which share of the objective's range energies must tell apart. */
    private static final double RESOLUTION = 1e-7;

    private final List<String> variables;
    private final int given;
    private final QuadraticForm objective;
    private final List<LinearConstraint> constraints;
    private final double penalty;
    private final QuadraticForm energy;

    BinaryModel(
            Sense sense,
            List<String> variables,
            QuadraticForm objective,
            List<LinearConstraint> constraints,
            double penalty) {
        Penalties.check(OptionalDouble.of(penalty));
        this.given = variables.size();
        this.objective = objective;
        this.constraints = List.copyOf(constraints);
        this.penalty = penalty;
        this.energy = new QuadraticForm().add(objective, sense == Sense.MINIMIZE ? 1 : -1);
        List<String> withSlack = new ArrayList<>(variables);
        this.constraints.forEach(constraint -> penalize(constraint, withSlack));
        this.variables = List.copyOf(withSlack);
    }

    public static ModelBuilder minimize() {
        return new ModelBuilder(Sense.MINIMIZE);
    }

    public static ModelBuilder maximize() {
        return new ModelBuilder(Sense.MAXIMIZE);
    }

    /** The names of all variables, those of slack bits last. */
    public List<String> variables() {
        return variables;
    }

    /** How many variables there are without the slack bits. */
    public int given() {
        return given;
    }

    public double penalty() {
        return penalty;
    }

    public List<LinearConstraint> constraints() {
        return constraints;
    }

    /**
     * The energy over spins.
     *
     * @throws ProblemFormatException if weights and penalty are so large that a double tells objectives apart no more
     */
    public IsingModel ising() {
        double rounding = Math.ulp(energy.range());
        double resolution = objective.range() == 0 ? penalty : objective.range();
        if (rounding > RESOLUTION * resolution) {
            throw new ProblemFormatException(
                    "/penalty",
                    "With a penalty of " + penalty + " energies reach " + energy.range()
                            + ", and no longer tell objectives apart.",
                    "Give weights in larger units, or a smaller penalty; classical search does without.");
        }
        return energy.ising(variables.size());
    }

    /** In the user's sense, without penalties. */
    public double objective(BitString bits) {
        requireBits(bits);
        return objective.value(bits);
    }

    /** The constraints that bits break, a sentence each; slack bits do not matter. */
    public List<String> violations(BitString bits) {
        requireBits(bits);
        return constraints.stream()
                .filter(constraint -> !constraint.holds(bits))
                .map(constraint -> constraint.violation(bits))
                .toList();
    }

    /** The bits of the given variables with the slack bits that suit them best. */
    public BitString withSlack(boolean... bits) {
        boolean[] all = Arrays.copyOf(bits, variables.size());
        BitString withoutSlack = BitString.of(all);
        int next = given;
        for (LinearConstraint constraint : constraints) {
            SlackedConstraint slacked = SlackedConstraint.of(constraint);
            if (!slacked.isShaped()) {
                long slack = slacked.slackOf(withoutSlack);
                List<Long> weights = slacked.slackWeights();
                for (int bit = weights.size() - 1; bit >= 0; bit--) {
                    if (slack >= weights.get(bit)) {
                        slack -= weights.get(bit);
                        all[next + bit] = true;
                    }
                }
                next += weights.size();
            }
        }
        return BitString.of(all);
    }

    private void penalize(LinearConstraint constraint, List<String> names) {
        SlackedConstraint slacked = SlackedConstraint.of(constraint);
        if (slacked.penalizedByShape(energy, penalty)) {
            return;
        }
        Map<Integer, Double> weights = new HashMap<>(slacked.weights());
        int number = 0;
        for (long weight : slacked.slackWeights()) {
            names.add("slack " + ++number + " of " + constraint.name());
            weights.put(names.size() - 1, (double) weight);
        }
        energy.square(penalty, weights, slacked.target());
    }

    private void requireBits(BitString bits) {
        if (bits.length() != variables.size()) {
            throw new IllegalArgumentException(
                    "An answer over " + variables.size() + " variables needs as many bits, not " + bits.length() + ".");
        }
    }
}
