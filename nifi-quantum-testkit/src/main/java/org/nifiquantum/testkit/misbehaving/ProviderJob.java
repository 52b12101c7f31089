// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.simulation.Counts;

/**
 * A job that was taken, and will be paid.
 *
 * @param key what the client marked it with, if anything
 * @param counts of each circuit, every qubit i measured into bit i
 * @param completedAt when it is over, in the future perhaps
 * @param failure why it cannot run
 * @param cancelled whether it was stopped before it was over
 */
public record ProviderJob(
        String id,
        Optional<String> key,
        List<Circuit> circuits,
        int shots,
        List<Counts> counts,
        Instant submittedAt,
        Instant completedAt,
        Optional<String> failure,
        boolean cancelled) {

    public ProviderJob {
        circuits = List.copyOf(circuits);
        counts = List.copyOf(counts);
    }

    ProviderJob stopped() {
        return new ProviderJob(id, key, circuits, shots, List.of(), submittedAt, completedAt, failure, true);
    }

    /** The id of the part of the job that is one circuit. */
    public String childId(int circuit) {
        return "%s-%d".formatted(id, circuit);
    }
}
