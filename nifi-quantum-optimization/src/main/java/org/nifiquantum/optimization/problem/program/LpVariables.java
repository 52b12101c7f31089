// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.model.LinearConstraint;
import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.problem.program.LpReader.LpConstraint;
import org.nifiquantum.optimization.problem.program.LpTokens.Kind;
import org.nifiquantum.optimization.problem.program.LpTokens.Token;

/** The variables of an LP file as they are met, with what is said of each. */
final class LpVariables {
    private final Map<String, Facts> variables = new LinkedHashMap<>();

    private static final class Facts {
        private double lower;
        private double upper = Double.POSITIVE_INFINITY;
        private boolean whole;
    }

    /** Meets a variable in the objective or a constraint. */
    void use(String name) {
        variables.putIfAbsent(name, new Facts());
    }

    void binary(Token name) {
        Facts facts = known(name);
        facts.whole = true;
        facts.lower = Math.max(facts.lower, 0);
        facts.upper = Math.min(facts.upper, 1);
    }

    void general(Token name) {
        known(name).whole = true;
    }

    void bound(Token name, Relation relation, double value) {
        Facts facts = known(name);
        if (relation != Relation.AT_MOST) {
            facts.lower = value;
        }
        if (relation != Relation.AT_LEAST) {
            facts.upper = value;
        }
    }

    private Facts known(Token name) {
        Facts facts = variables.get(name.text());
        if (name.kind() != Kind.NAME || facts == null) {
            throw name.error(
                    "'" + name.text() + "' is no variable of the objective or a constraint.",
                    "Correct the name, or remove it.");
        }
        return facts;
    }

    IntegerProgram program(
            Sense sense, LpExpression objective, List<LpConstraint> constraints, OptionalDouble penalty) {
        List<IntegerVariable> numbers = new ArrayList<>();
        Map<String, Integer> indices = new HashMap<>();
        variables.forEach((name, facts) -> {
            indices.put(name, numbers.size());
            numbers.add(number(name, facts));
        });
        List<Double> linear = numbers.stream()
                .map(number -> objective.linear().getOrDefault(number.name(), 0.0))
                .toList();
        List<PairTerm> quadratic = objective.quadratic().entrySet().stream()
                .map(term -> new PairTerm(
                        indices.get(term.getKey().first()),
                        indices.get(term.getKey().second()),
                        term.getValue()))
                .toList();
        return new IntegerProgram(
                sense,
                numbers,
                linear,
                quadratic,
                objective.constant(),
                constraints.stream()
                        .map(constraint -> constraint(constraint, indices, numbers))
                        .toList(),
                penalty);
    }

    private static IntegerVariable number(String name, Facts facts) {
        if (!facts.whole) {
            throw new ProblemFormatException(
                    "variable " + name,
                    "It is continuous: neither among the Binaries nor the Generals.",
                    "Only whole numbers become bits; declare it so, or solve the program with an LP solver.");
        }
        if (!Double.isFinite(facts.lower) || !Double.isFinite(facts.upper)) {
            throw new ProblemFormatException(
                    "variable " + name,
                    "Its bounds are " + facts.lower + " and " + facts.upper + ".",
                    "Give both in the Bounds: each possible value takes room in bits.");
        }
        return new IntegerVariable(name, (long) Math.ceil(facts.lower), (long) Math.floor(facts.upper));
    }

    private static LinearConstraint constraint(
            LpConstraint constraint, Map<String, Integer> indices, List<IntegerVariable> numbers) {
        Map<Integer, Double> weights = new HashMap<>();
        constraint.weights().forEach((name, weight) -> weights.put(indices.get(name), weight));
        LinearConstraint read =
                new LinearConstraint(constraint.name(), weights, constraint.relation(), constraint.bound());
        try {
            IntegerProgram.requirePossible("", read, numbers);
            return read;
        } catch (ProblemFormatException e) {
            throw constraint.start().error(e.explanation());
        }
    }
}
