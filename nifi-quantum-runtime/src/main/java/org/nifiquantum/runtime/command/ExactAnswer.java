// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import java.nio.file.Path;
import java.time.Duration;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.solver.ExactSolver;
import org.nifiquantum.optimization.solver.SolverBudget;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.InputFormat;
import org.nifiquantum.runtime.flow.FlowException;

/**
 * The optimum of a small problem, by looking at every answer.
 *
 * @param objective in the problem's own measure
 * @param millis how long it took
 */
record ExactAnswer(BinaryProblem problem, double objective, double millis) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    static ExactAnswer to(Path file) {
        BinaryProblem problem = read(file);
        long start = System.nanoTime();
        double objective = problem.objective(new ExactSolver()
                .solve(problem.ising(), SolverBudget.ofTime(LIMIT, 0))
                .bits());
        return new ExactAnswer(problem, objective, (System.nanoTime() - start) / 1e6);
    }

    private static BinaryProblem read(Path file) {
        if (ProblemFile.read(file, InputFormat.AUTOMATIC) instanceof Input.OfProblem given
                && given.problem() instanceof BinaryProblem binary) {
            return binary;
        }
        throw new FlowException("%s is not a problem.".formatted(file));
    }
}
