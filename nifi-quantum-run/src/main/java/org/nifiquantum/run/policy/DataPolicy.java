// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.policy;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which data may go to a quantum backend.
 *
 * @param allowed classifications; empty for all data, that without one included
 */
public record DataPolicy(Set<String> allowed) {

    public static final DataPolicy ALL = new DataPolicy(Set.of());

    public DataPolicy {
        allowed = Set.copyOf(allowed);
    }

    /** Why data must not leave; empty if it may. */
    public Optional<String> objection(Optional<String> classification) {
        if (allowed.isEmpty() || classification.filter(allowed::contains).isPresent()) {
            return Optional.empty();
        }
        String data = classification.map("data classified [%s]"::formatted).orElse("data without a classification");
        return Optional.of("%s may not leave; allowed are %s".formatted(data, new TreeSet<>(allowed)));
    }
}
