// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.optimization.problem.Answer;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.Sense;
import org.nifiquantum.run.document.Solution;
import org.nifiquantum.run.document.Totals;

/**
 * An answer as it is kept.
 *
 * @param schema the version of this form
 * @param foundAt when it was found
 * @param assignment the value, 0 or 1, of each variable by name
 * @param objective as the problem says it; a stored one is checked against it
 * @param source which road it came by
 * @param provenOptimal whether no better answer exists
 * @param bound no answer is better, where that is known
 */
record CachedAnswer(
        String schema,
        Instant foundAt,
        Map<String, Integer> assignment,
        double objective,
        boolean feasible,
        String source,
        boolean provenOptimal,
        OptionalDouble bound) {

    static final String SCHEMA = "nifi-quantum/answer/1";

    private static final double ROUNDING = 1e-9;
    private static final String METHOD_NAME = "[a-z0-9-]{1,40}";

    CachedAnswer {
        requireNonNull(schema, "schema");
        requireNonNull(foundAt, "foundAt");
        requireNonNull(source, "source");
        requireNonNull(bound, "bound");
        assignment = Map.copyOf(assignment);
    }

    static CachedAnswer of(Solution solution, Instant foundAt) {
        return new CachedAnswer(
                SCHEMA,
                foundAt,
                solution.assignment(),
                solution.objective(),
                solution.feasible(),
                solution.source(),
                solution.provenOptimal(),
                solution.bound());
    }

    /**
     * What this answers a problem, worked out anew.
     *
     * @throws IllegalArgumentException if it is no answer to this problem, or not what it says it is
     */
    Answer checkedBy(BinaryProblem problem) {
        require(schema.equals(SCHEMA), "it has the schema " + schema + ", not " + SCHEMA);
        require(source.matches(METHOD_NAME), "its source is no method's name");
        Answer answer = problem.decode(bits(problem.variables()));
        require(
                isClose(answer.objective(), objective) && answer.feasible() == feasible,
                "its objective or feasibility is not that of its assignment");
        require(
                bound.isEmpty()
                        || (Double.isFinite(bound.getAsDouble()) && isPossible(problem.sense(), bound.getAsDouble())),
                "it is better than its bound");
        return answer;
    }

    private BitString bits(List<String> variables) {
        require(
                assignment.size() == variables.size() && assignment.keySet().containsAll(variables),
                "it has other variables than the problem");
        require(assignment.values().stream().allMatch(value -> value == 0 || value == 1), "a value is not 0 or 1");
        boolean[] bits = new boolean[variables.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = assignment.get(variables.get(i)) == 1;
        }
        return BitString.of(bits);
    }

    private static boolean isClose(double one, double other) {
        return Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(one));
    }

    private boolean isPossible(Sense sense, double limit) {
        return isClose(objective, limit) || sense.isBetter(limit, objective);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Whether this shall take the place of another: not if that is better, or as good and proven where this is not. */
    boolean replaces(CachedAnswer other, Sense sense) {
        if (feasible != other.feasible) {
            return feasible;
        }
        return isClose(objective, other.objective)
                ? provenOptimal || !other.provenOptimal
                : sense.isBetter(objective, other.objective);
    }

    /** How old it is; clocks of two machines may differ. */
    Duration age(Instant now) {
        Duration age = Duration.between(foundAt, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** As the answer of a run: all but who found it, when, and what is proven comes from the problem. */
    Solution toSolution(Answer answer, List<String> variables, String reason, Instant now) {
        return new Solution(
                Solution.inOrder(variables, assignment),
                answer.details(),
                answer.objective(),
                answer.feasible(),
                answer.violations(),
                Solution.CACHE,
                reason,
                provenOptimal,
                bound,
                OptionalDouble.empty(),
                Optional.of(new Solution.Cached(source, foundAt, Totals.millis(age(now)))));
    }
}
