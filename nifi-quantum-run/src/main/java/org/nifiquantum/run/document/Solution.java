// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer in the problem's own words.
 *
 * @param assignment the value, 0 or 1, of each variable by name
 * @param objective in the user's measure and sense
 * @param source which road it came by: {@code quantum}, {@code exact}, {@code annealing}
 * @param reason why this road
 * @param provenOptimal whether no better answer exists
 */
public record Solution(
        Map<String, Integer> assignment,
        double objective,
        boolean feasible,
        String source,
        String reason,
        boolean provenOptimal) {

    public static final String QUANTUM = "quantum";

    public Solution {
        assignment = Collections.unmodifiableMap(new LinkedHashMap<>(assignment));
        requireNonNull(source, "source");
        requireNonNull(reason, "reason");
    }
}
