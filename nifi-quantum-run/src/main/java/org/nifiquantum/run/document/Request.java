// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import java.util.List;
import java.util.Set;
import org.nifiquantum.services.api.Output;

/**
 * What the next submission asks for.
 *
 * @param iteration how many submissions of this run came before
 * @param bindings parameter values of each evaluation, radians, in the order the program declares them
 * @param shots measurements per evaluation; 0 is exact
 * @param seed of this submission, derived from the run's seed and the iteration
 * @param runSeed the seed of the whole run
 * @param outputs what to compute
 */
public record Request(
        int iteration, List<List<Double>> bindings, int shots, long seed, long runSeed, Set<Output> outputs) {

    public Request {
        bindings = bindings.stream().map(List::copyOf).toList();
        outputs = Set.copyOf(outputs);
        if (iteration < 0) {
            throw new IllegalArgumentException("iteration must not be negative");
        }
        if (shots < 0) {
            throw new IllegalArgumentException("shots must be 0 (exact) or positive");
        }
        if (!bindings.stream().flatMap(List::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("bindings must be finite numbers, not " + bindings);
        }
    }
}
