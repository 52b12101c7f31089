// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The answer in the problem's own words.
 *
 * @param assignment the value, 0 or 1, of each variable by name; empty where there are no variables, or too many to list
 * @param answer what the answer says beyond them, by the names of its kind of problem: a tour, groups, a schedule
 * @param objective in the user's measure and sense
 * @param violations which constraints the answer breaks, a sentence each
 * @param source which road it came by: {@code quantum}, {@code exact}, {@code annealing}
 * @param reason why this road
 * @param provenOptimal whether no better answer exists
 * @param bound no answer has a better objective than this; empty where nothing is known
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
        OptionalDouble bound) {

    public static final String QUANTUM = "quantum";

    public Solution {
        assignment = Collections.unmodifiableMap(new LinkedHashMap<>(assignment));
        answer = Collections.unmodifiableMap(new LinkedHashMap<>(answer));
        violations = List.copyOf(violations);
        requireNonNull(source, "source");
        requireNonNull(reason, "reason");
        requireNonNull(bound, "bound");
    }
}
