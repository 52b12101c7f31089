// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.document.Solution;

/** Answers as the document holds them, whichever road they came by. */
final class Solutions {

    private Solutions() {}

    static Solution ofQuantum(Answer answer, Map<String, Integer> assignment, String reason) {
        return new Solution(
                assignment,
                answer.details(),
                answer.objective(),
                answer.feasible(),
                answer.violations(),
                Solution.QUANTUM,
                reason,
                false,
                OptionalDouble.empty());
    }

    static Solution of(Problem problem, ClassicalAnswer found, String reason, double wallMillis) {
        Answer answer = found.answer();
        return new Solution(
                assignment(problem, found.bits()),
                answer.details(),
                answer.objective(),
                answer.feasible(),
                answer.violations(),
                found.method(),
                reason,
                found.provenOptimal(),
                found.bound(),
                OptionalDouble.of(wallMillis),
                Optional.empty());
    }

    private static Map<String, Integer> assignment(Problem problem, Optional<BitString> bits) {
        return problem instanceof BinaryProblem binary && bits.isPresent() ? assignment(binary, bits.get()) : Map.of();
    }

    /** The value, 0 or 1, of each variable by name. */
    static Map<String, Integer> assignment(BinaryProblem problem, BitString bits) {
        Map<String, Integer> assignment = new LinkedHashMap<>();
        List<String> variables = problem.variables();
        for (int i = 0; i < variables.size(); i++) {
            assignment.put(variables.get(i), bits.get(i) ? 1 : 0);
        }
        return assignment;
    }
}
