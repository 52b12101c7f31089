// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer in the user's own words.
 *
 * @param objective in the user's measure and sense, whether or not the answer is feasible
 * @param violations which constraints it breaks, a sentence each; empty if it is feasible
 * @param details what it says by name, in the words of its kind of problem: values are strings, numbers, lists and maps
 */
public record Answer(double objective, List<String> violations, Map<String, Object> details) {
    /** More violations are counted, not listed. */
    private static final int MOST_VIOLATIONS = 20;

    public Answer {
        violations = shortened(violations);
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** A feasible answer of which there is no more to say than its variables do. */
    public static Answer of(double objective) {
        return new Answer(objective, List.of(), Map.of());
    }

    public boolean feasible() {
        return violations.isEmpty();
    }

    private static List<String> shortened(List<String> violations) {
        if (violations.size() <= MOST_VIOLATIONS + 1) {
            return List.copyOf(violations);
        }
        List<String> shortened = new ArrayList<>(violations.subList(0, MOST_VIOLATIONS));
        shortened.add((violations.size() - MOST_VIOLATIONS) + " more");
        return List.copyOf(shortened);
    }
}
