// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.optimization.problem.model.LinearConstraint;
import org.nifiquantum.optimization.problem.model.Relation;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Linear programs over whole numbers, by ojAlgo. */
final class LinearProgramSolver {
    private static final String METHOD = "branch-and-cut";

    private LinearProgramSolver() {}

    /** Empty if it found no answer in time. */
    static Optional<ClassicalAnswer> solve(IntegerProgram program, SolverBudget budget) {
        ExpressionsBasedModel model = model(program);
        model.options.time_abort = Math.max(1, budget.timeLimit().toMillis());
        Optimisation.Result result = program.sense() == Sense.MINIMIZE ? model.minimise() : model.maximise();
        if (result.getState() == Optimisation.State.INFEASIBLE) {
            return Optional.of(infeasible(program, budget));
        }
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        long[] values = new long[program.numbers().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(result.doubleValue(i));
        }
        BitString bits = ProgramBits.of(program).bits(values);
        return Optional.of(
                ClassicalAnswer.of(program, bits, METHOD, result.getState().isOptimal()));
    }

    private static ExpressionsBasedModel model(IntegerProgram program) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < program.numbers().size(); i++) {
            IntegerVariable number = program.numbers().get(i);
            // By index: names may be anything.
            variables.add(model.newVariable("x" + i)
                    .integer(true)
                    .lower(number.lower())
                    .upper(number.upper())
                    .weight(program.linear().get(i)));
        }
        for (LinearConstraint constraint : program.constraints()) {
            Expression expression = model.newExpression("c" + model.countExpressions());
            constraint.weights().forEach((variable, weight) -> expression.set(variables.get(variable), weight));
            if (constraint.relation() != Relation.AT_LEAST) {
                expression.upper(constraint.bound());
            }
            if (constraint.relation() != Relation.AT_MOST) {
                expression.lower(constraint.bound());
            }
        }
        return model;
    }

    /** The answer that breaks the constraints least, and that none keeps them all. */
    private static ClassicalAnswer infeasible(IntegerProgram program, SolverBudget budget) {
        ClassicalAnswer least = program.searchHeuristically(budget);
        List<String> violations =
                new ArrayList<>(List.of("the program is infeasible: no answer keeps all constraints"));
        violations.addAll(least.answer().violations());
        Map<String, Object> details = least.answer().details();
        Answer answer = new Answer(least.answer().objective(), violations, details);
        return new ClassicalAnswer(
                answer, Optional.of(least.bits().orElseThrow()), METHOD, false, OptionalDouble.empty());
    }
}
