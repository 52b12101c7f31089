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

/** Linear programs over whole numbers by ojAlgo, with the bound of the program over all numbers. */
final class LinearProgramSolver {
    private static final String METHOD = "branch-and-cut";
    /** What the linear solver may be off by. */
    private static final double TOLERANCE = 1e-6;

    private final IntegerProgram program;
    private final SolverBudget budget;
    private final SolverBudget.Clock clock;

    private LinearProgramSolver(IntegerProgram program, SolverBudget budget) {
        this.program = program;
        this.budget = budget;
        this.clock = budget.start();
    }

    /** Empty if it found no answer in time. */
    static Optional<ClassicalAnswer> solve(IntegerProgram program, SolverBudget budget) {
        return new LinearProgramSolver(program, budget).solve();
    }

    private Optional<ClassicalAnswer> solve() {
        Optional<Optimisation.Result> relaxed = optimum(false);
        if (relaxed.map(Optimisation.Result::getState).equals(Optional.of(Optimisation.State.INFEASIBLE))) {
            return Optional.of(infeasible());
        }
        Optional<Optimisation.Result> found = optimum(true);
        if (found.map(Optimisation.Result::getState).equals(Optional.of(Optimisation.State.INFEASIBLE))) {
            return Optional.of(infeasible());
        }
        return found.filter(result -> result.getState().isFeasible())
                .map(this::answer)
                .map(answer -> answer.provenOptimal()
                        ? answer
                        : bound(relaxed).map(answer::boundedBy).orElse(answer));
    }

    private Optional<Optimisation.Result> optimum(boolean whole) {
        ExpressionsBasedModel model = model(whole);
        return Interruptible.solve(model, program.sense() == Sense.MINIMIZE ? model::minimise : model::maximise, clock);
    }

    private ClassicalAnswer answer(Optimisation.Result result) {
        long[] values = new long[program.numbers().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(result.doubleValue(i));
        }
        BitString bits = ProgramBits.of(program).bits(values);
        return ClassicalAnswer.of(program, bits, METHOD, result.getState().isOptimal());
    }

    /** No answer over whole numbers is better than the best over all numbers. */
    private Optional<Double> bound(Optional<Optimisation.Result> relaxed) {
        double sign = program.sense() == Sense.MINIMIZE ? 1 : -1;
        return relaxed.filter(result -> result.getState().isOptimal()).map(result -> {
            double value = sign * (result.getValue() + program.offset());
            double safe = value - TOLERANCE * Math.max(1, Math.abs(value));
            boolean whole = program.offset() == Math.rint(program.offset())
                    && program.linear().stream().allMatch(weight -> weight == Math.rint(weight));
            return sign * (whole ? Math.ceil(safe) : safe);
        });
    }

    private ExpressionsBasedModel model(boolean whole) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < program.numbers().size(); i++) {
            IntegerVariable number = program.numbers().get(i);
            // By index: names may be anything.
            variables.add(model.newVariable("x" + i)
                    .integer(whole)
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
    private ClassicalAnswer infeasible() {
        ClassicalAnswer least = program.overBits(budget.within(clock.left()));
        List<String> violations =
                new ArrayList<>(List.of("the program is infeasible: no answer keeps all constraints"));
        violations.addAll(least.answer().violations());
        Map<String, Object> details = least.answer().details();
        Answer answer = new Answer(least.answer().objective(), violations, details);
        return new ClassicalAnswer(
                answer, Optional.of(least.bits().orElseThrow()), METHOD, false, OptionalDouble.empty());
    }
}
