// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.ProblemFormatException;

/**
 * A constraint in whole numbers, as an equation: sum of weights x + slack = target, the slack from 0 to its range.
 *
 * @param weights whole numbers without a common divisor
 * @param range 0 of an equation
 */
record SlackedConstraint(LinearConstraint origin, Map<Integer, Double> weights, double target, long range) {
    /** Beyond 2^40 the square of a whole number is no longer exact in a double, and no penalty fits all. */
    private static final double LARGEST = 1L << 40;

    private static final int MOST_DECIMALS = 9;

    static SlackedConstraint of(LinearConstraint constraint) {
        if (!constraint.possible()) {
            throw new ProblemFormatException(
                    constraint.name(),
                    "No answer keeps this constraint: the sum is between " + constraint.lowest() + " and "
                            + constraint.highest() + ", not "
                            + constraint.relation().text() + " " + constraint.bound()
                            + ".",
                    "Correct its bound, or leave the constraint out.");
        }
        double scale = scale(constraint);
        // An upper bound between two steps is the lower of them, a lower bound the upper one.
        double sign = constraint.relation() == Relation.AT_LEAST ? -1 : 1;
        double bound = sign * constraint.bound() * scale;
        double target = constraint.relation() == Relation.EQUAL ? Math.rint(bound) : Math.floor(bound + 1e-6);
        Map<Integer, Double> weights = new TreeMap<>();
        constraint.weights().forEach((variable, weight) -> weights.put(variable, Math.rint(sign * weight * scale)));
        if (constraint.relation() == Relation.EQUAL) {
            return new SlackedConstraint(constraint, weights, target, 0);
        }
        double lowest = weights.values().stream()
                .mapToDouble(weight -> Math.min(weight, 0))
                .sum();
        double highest = weights.values().stream()
                .mapToDouble(weight -> Math.max(weight, 0))
                .sum();
        // Where the sum is never above the target there is nothing to penalise: range 0 and no weights.
        return highest <= target
                ? new SlackedConstraint(constraint, Map.of(), 0, 0)
                : new SlackedConstraint(constraint, weights, target, (long) (target - lowest));
    }

    /** What makes all weights whole numbers without a common divisor. */
    private static double scale(LinearConstraint constraint) {
        List<Double> numbers = new ArrayList<>(constraint.weights().values());
        if (constraint.relation() == Relation.EQUAL) {
            numbers.add(constraint.bound());
        }
        int decimals = numbers.stream()
                .mapToInt(number ->
                        BigDecimal.valueOf(number).stripTrailingZeros().scale())
                .max()
                .orElse(0);
        double scale = Math.pow(10, Math.max(decimals, 0));
        double largest = scale * Math.max(Math.abs(constraint.bound()), constraint.highest() - constraint.lowest());
        if (decimals > MOST_DECIMALS || largest > LARGEST) {
            throw new ProblemFormatException(
                    constraint.name(),
                    "Its numbers have " + Math.max(decimals, 0) + " decimals and, without the point, reach " + largest
                            + "; a penalty needs whole numbers up to " + LARGEST + ".",
                    "Round the numbers of this constraint.");
        }
        return scale / commonDivisor(numbers, scale);
    }

    private static double commonDivisor(Collection<Double> numbers, double scale) {
        long divisor = 0;
        for (double number : numbers) {
            long other = Math.abs(Math.round(number * scale));
            while (other != 0) {
                long rest = divisor % other;
                divisor = other;
                other = rest;
            }
        }
        return Math.max(divisor, 1);
    }

    /** True of a constraint that needs no slack bits and no square. */
    boolean isShaped() {
        return penalizedByShape(new QuadraticForm(), 1);
    }

    /** Adds the penalty of a constraint that has a quadratic form of its own; false if it has none. */
    boolean penalizedByShape(QuadraticForm energy, double penalty) {
        if (weights.isEmpty()) {
            return true;
        }
        if (origin.relation() == Relation.EQUAL) {
            return false;
        }
        List<Integer> variables = List.copyOf(weights.keySet());
        if (target == 1 && weights.values().stream().allMatch(weight -> weight == 1)) {
            for (int i = 0; i < variables.size(); i++) {
                for (int j = i + 1; j < variables.size(); j++) {
                    energy.product(variables.get(i), variables.get(j), penalty);
                }
            }
            return true;
        }
        return variables.size() == 2 && penalizedAsPair(energy, penalty, variables.get(0), variables.get(1));
    }

    /** a x + b x' &lt;= target with weights of 1 and -1. */
    private boolean penalizedAsPair(QuadraticForm energy, double penalty, int first, int second) {
        double a = weights.get(first);
        double b = weights.get(second);
        if (a == -1 && b == -1 && target == -1) {
            energy.constant(penalty)
                    .linear(first, -penalty)
                    .linear(second, -penalty)
                    .product(first, second, penalty);
            return true;
        }
        if (a * b == -1 && target == 0) {
            int implying = a == 1 ? first : second;
            energy.linear(implying, penalty).product(first, second, -penalty);
            return true;
        }
        return false;
    }

    List<Long> slackWeights() {
        return Slack.weights(range);
    }

    /** The slack that comes nearest to making bits keep the equation. */
    long slackOf(BitString bits) {
        double sum = 0;
        for (Map.Entry<Integer, Double> weight : weights.entrySet()) {
            sum += bits.get(weight.getKey()) ? weight.getValue() : 0;
        }
        return (long) Math.clamp(target - sum, 0, (double) range);
    }
}
