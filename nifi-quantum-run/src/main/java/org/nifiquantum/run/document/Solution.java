// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer in the problem's own words.
 *
 * @param assignment the value, 0 or 1, of each variable by name; empty where there are no variables, or too many to list
 * @param answer what the answer says beyond them, by the names of its kind of problem: a tour, groups, a schedule
 * @param objective in the user's measure and sense
 * @param violations which constraints the answer breaks, a sentence each
 * @param source which road it came by: quantum, cache, exact, annealing
 * @param reason why this road
 * @param provenOptimal whether no better answer exists
 * @param bound no answer has a better objective than this; empty where nothing is known
 * @param wallMillis how long the classical search for it took; empty where there was none
 * @param cached where it was found before; empty where it is new
 */
public record Solution(
        Map<String, Integer> assignment,
        Map<String, Object> answer,
        double objective,
        boolean feasible,
        List<String> violations,
        String source,
        String reason,
        boolean provenOptimal,
        OptionalDouble bound,
        OptionalDouble wallMillis,
        Optional<Cached> cached) {

    public static final String QUANTUM = "quantum";
    public static final String CACHE = "cache";

    /**
     * An answer that was found before.
     *
     * @param source which road it came by then
     * @param foundAt when
     * @param ageMillis how long before it was given again
     */
    public record Cached(String source, Instant foundAt, double ageMillis) {

        public Cached {
            requireNonNull(source, "source");
            requireNonNull(foundAt, "foundAt");
        }
    }

    public Solution {
        assignment = Collections.unmodifiableMap(new LinkedHashMap<>(assignment));
        answer = Collections.unmodifiableMap(new LinkedHashMap<>(answer));
        violations = List.copyOf(violations);
        requireNonNull(source, "source");
        requireNonNull(reason, "reason");
        requireNonNull(bound, "bound");
        requireNonNull(wallMillis, "wallMillis");
        requireNonNull(cached, "cached");
    }

    /** An answer that no classical search found. */
    public Solution(
            Map<String, Integer> assignment,
            Map<String, Object> answer,
            double objective,
            boolean feasible,
            List<String> violations,
            String source,
            String reason,
            boolean provenOptimal,
            OptionalDouble bound) {
        this(
                assignment,
                answer,
                objective,
                feasible,
                violations,
                source,
                reason,
                provenOptimal,
                bound,
                OptionalDouble.empty(),
                Optional.empty());
    }

    /** The same assignment in the order of the variables. */
    public static Map<String, Integer> inOrder(List<String> variables, Map<String, Integer> assignment) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        variables.forEach(variable -> ordered.put(variable, assignment.get(variable)));
        return ordered;
    }
}
