// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.IsingModel;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.PairTerm;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.VariableRules;
import org.nifiquantum.optimization.problem.model.BinaryModel;
import org.nifiquantum.optimization.problem.model.LinearConstraint;
import org.nifiquantum.optimization.problem.model.Penalties;
import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.solver.SolverBudget;

/**
 * A linear or quadratic program over bounded whole numbers, most often 0 and 1, with linear constraints. A binary variable is
 * one bit, any other is its lower bound plus weighted bits. The penalty, unless one is wished, is above all that the objective
 * can differ by within the bounds, so that no broken constraint pays.
 *
 * @param sense whether the objective is to be small or large
 * @param numbers the variables, at least one, names all different
 * @param linear the coefficient of each variable in the objective
 * @param quadratic the coefficients of products; a variable with itself is its square
 * @param offset what is added to each objective
 * @param constraints over the variables by index
 * @param wishedPenalty of a constraint broken by one step; empty for one from the bounds
 */
public record IntegerProgram(
        Sense sense,
        List<IntegerVariable> numbers,
        List<Double> linear,
        List<PairTerm> quadratic,
        double offset,
        List<LinearConstraint> constraints,
        OptionalDouble wishedPenalty)
        implements BinaryProblem {
    /** The name of this kind of problem in documents. */
    public static final String TYPE = "integer-program";

    /** A wider range is refused: its square is no longer exact in a double. */
    private static final long WIDEST = 1L << 30;

    private static final VariableRules CONSTRAINTS = new VariableRules("/constraints", "constraint");
    private static final VariableRules VARIABLES = new VariableRules("/variables", "variable");

    /**
     * Checks.
     *
     * @throws ProblemFormatException naming what cannot be used, as a JSON pointer; a constraint that no answer keeps among them
     */
    public IntegerProgram {
        numbers = List.copyOf(numbers);
        quadratic = List.copyOf(quadratic);
        constraints = List.copyOf(constraints);
        List<String> names =
                VARIABLES.checked(numbers.stream().map(IntegerVariable::name).toList());
        linear = List.copyOf(linear);
        Penalties.check(wishedPenalty);
        double total = VARIABLES.totalSize("/linear", names, linear, offset);
        for (PairTerm pair : quadratic) {
            total += Math.abs(pair.value());
        }
        if (!Double.isFinite(total)) {
            throw new ProblemFormatException(
                    "/quadratic", "The sum of the sizes of all coefficients is too large.", "Give smaller ones.");
        }
        for (int i = 0; i < names.size(); i++) {
            IntegerVariable variable = numbers.get(i);
            if (variable.lower() > variable.upper()
                    || Math.max(Math.abs(variable.lower()), Math.abs(variable.upper())) > WIDEST) {
                throw new ProblemFormatException(
                        "/variables/" + i,
                        "The bounds of '" + variable.name() + "' are " + variable.lower() + " and " + variable.upper()
                                + ".",
                        "Give two whole numbers of at most " + WIDEST + ", the lower first.");
            }
        }
        if (!constraints.isEmpty()) {
            CONSTRAINTS.checked(constraints.stream().map(LinearConstraint::name).toList());
        }
        for (int i = 0; i < constraints.size(); i++) {
            requirePossible("/constraints/" + i, constraints.get(i), numbers);
        }
    }

    /** Refuses a constraint that no values within the bounds keep. */
    static void requirePossible(String place, LinearConstraint constraint, List<IntegerVariable> numbers) {
        double lowest = 0;
        double highest = 0;
        for (Map.Entry<Integer, Double> term : constraint.weights().entrySet()) {
            double atLower = term.getValue() * numbers.get(term.getKey()).lower();
            double atUpper = term.getValue() * numbers.get(term.getKey()).upper();
            lowest += Math.min(atLower, atUpper);
            highest += Math.max(atLower, atUpper);
        }
        boolean finite = Double.isFinite(constraint.bound()) && Double.isFinite(highest - lowest);
        boolean tooSmall = constraint.relation() != Relation.AT_MOST && highest < constraint.bound();
        boolean tooLarge = constraint.relation() != Relation.AT_LEAST && lowest > constraint.bound();
        if (!finite || tooSmall || tooLarge) {
            throw new ProblemFormatException(
                    place,
                    "No answer keeps constraint '" + constraint.name() + "': within the bounds its left side is from "
                            + lowest + " to " + highest + ", not "
                            + constraint.relation().text() + " "
                            + constraint.bound() + ".",
                    "Correct its right side, or the bounds.");
        }
    }

    @Override
    public String type() {
        return TYPE;
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
        return constraints.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(model().penalty());
    }

    BinaryModel model() {
        return ProgramBits.of(this).model();
    }

    @Override
    public Answer decode(BitString bits) {
        ProgramBits program = ProgramBits.of(this);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            values.put(numbers.get(i).name(), program.value(i, bits));
        }
        return new Answer(program.model().objective(bits), program.model().violations(bits), Map.of("values", values));
    }

    /** A linear program by ojAlgo's branch and cut; a quadratic one over its bits. */
    @Override
    public Optional<ClassicalAnswer> solveExactly(SolverBudget budget) {
        return quadratic.isEmpty() ? LinearProgramSolver.solve(this, budget) : BinaryProblem.super.solveExactly(budget);
    }

    /** A linear program by the same, which is better at constraints than their penalties are; over its bits where that finds nothing. */
    @Override
    public ClassicalAnswer searchHeuristically(SolverBudget budget) {
        SolverBudget.Clock clock = budget.start();
        Optional<ClassicalAnswer> found =
                quadratic.isEmpty() ? LinearProgramSolver.solve(this, budget) : Optional.empty();
        return found.orElseGet(() -> overBits(budget.within(clock.left())));
    }

    /** By annealing. */
    ClassicalAnswer overBits(SolverBudget budget) {
        return BinaryProblem.super.searchHeuristically(budget);
    }
}
