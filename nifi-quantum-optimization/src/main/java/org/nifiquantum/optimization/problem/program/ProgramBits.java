// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.model.BinaryModel;
import org.nifiquantum.optimization.problem.model.LinearConstraint;
import org.nifiquantum.optimization.problem.model.ModelBuilder;
import org.nifiquantum.optimization.problem.model.Slack;

/** A program whose whole numbers are sums of weighted bits. */
final class ProgramBits {
    private final IntegerProgram program;
    private final List<Map<Integer, Double>> weights = new ArrayList<>();
    private final BinaryModel model;

    private ProgramBits(IntegerProgram program) {
        this.program = program;
        ModelBuilder builder = program.sense() == Sense.MINIMIZE ? BinaryModel.minimize() : BinaryModel.maximize();
        program.numbers().forEach(number -> weights.add(bits(number, builder)));
        addObjective(builder);
        program.constraints().forEach(constraint -> builder.constraint(overBits(constraint)));
        this.model = builder.build(program.wishedPenalty());
    }

    static ProgramBits of(IntegerProgram program) {
        return new ProgramBits(program);
    }

    BinaryModel model() {
        return model;
    }

    /** The value of a variable. */
    long value(int variable, BitString bits) {
        long value = program.numbers().get(variable).lower();
        for (Map.Entry<Integer, Double> weight : weights.get(variable).entrySet()) {
            value += bits.get(weight.getKey()) ? weight.getValue().longValue() : 0;
        }
        return value;
    }

    /** The bits of these values, slack included. */
    BitString bits(long[] values) {
        boolean[] bits = new boolean[model.given()];
        for (int variable = 0; variable < values.length; variable++) {
            long left = values[variable] - program.numbers().get(variable).lower();
            List<Map.Entry<Integer, Double>> descending = weights.get(variable).entrySet().stream()
                    .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                    .toList();
            for (Map.Entry<Integer, Double> weight : descending) {
                if (left >= weight.getValue()) {
                    left -= weight.getValue().longValue();
                    bits[weight.getKey()] = true;
                }
            }
        }
        return model.withSlack(bits);
    }

    private static Map<Integer, Double> bits(IntegerVariable number, ModelBuilder builder) {
        if (number.isBinary()) {
            return Map.of(builder.variable(number.name()), 1.0);
        }
        Map<Integer, Double> bits = new HashMap<>();
        for (long weight : Slack.weights(number.upper() - number.lower())) {
            bits.put(builder.variable(number.name() + " bit " + (bits.size() + 1)), (double) weight);
        }
        return bits;
    }

    private void addObjective(ModelBuilder builder) {
        builder.objective().constant(program.offset());
        for (int i = 0; i < program.numbers().size(); i++) {
            addLinear(builder, i, program.linear().get(i));
            builder.objective()
                    .constant(program.linear().get(i) * program.numbers().get(i).lower());
        }
        for (PairTerm pair : program.quadratic()) {
            double first = program.numbers().get(pair.first()).lower();
            double second = program.numbers().get(pair.second()).lower();
            builder.objective().constant(pair.value() * first * second);
            addLinear(builder, pair.first(), pair.value() * second);
            addLinear(builder, pair.second(), pair.value() * first);
            weights.get(pair.first())
                    .forEach((bit, weight) -> weights.get(pair.second())
                            .forEach((other, otherWeight) ->
                                    builder.objective().product(bit, other, pair.value() * weight * otherWeight)));
        }
    }

    private void addLinear(ModelBuilder builder, int variable, double coefficient) {
        weights.get(variable).forEach((bit, weight) -> builder.objective().linear(bit, coefficient * weight));
    }

    private LinearConstraint overBits(LinearConstraint constraint) {
        Map<Integer, Double> overBits = new HashMap<>();
        double atLowerBounds = 0;
        for (Map.Entry<Integer, Double> term : constraint.weights().entrySet()) {
            atLowerBounds +=
                    term.getValue() * program.numbers().get(term.getKey()).lower();
            weights.get(term.getKey()).forEach((bit, weight) -> overBits.put(bit, term.getValue() * weight));
        }
        return new LinearConstraint(
                constraint.name(), overBits, constraint.relation(), constraint.bound() - atLowerBounds);
    }
}
