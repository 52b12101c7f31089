// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;

/** The plans of the programs that a backend has met lately: a loop evaluates one program again and again. Thread-safe. */
public final class CountsPlans {

    private static final int KEPT = 100;

    private final Cache<Key, CountsPlan> plans =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** All of a request that a plan depends on. */
    private record Key(String programSha256, Optional<Observable> observable, Set<Output> outputs, boolean exact) {}

    /**
     * What a request takes: its circuits, each measured equally often.
     *
     * @param circuits evaluation by evaluation, for {@link CountsPlan#evaluations}
     * @param shots of each circuit
     */
    public record Work(CountsPlan plan, List<BoundCircuit> circuits, int shots) {

        public Work {
            circuits = List.copyOf(circuits);
        }

        /** Refuses what a backend cannot run, before anything is sent and paid. */
        public void requireFits(String backend, int qubits, int mostShots) throws BackendException {
            if (circuits.isEmpty()) {
                throw new BackendException(Kind.REJECTED, "The request has no bindings, so there is nothing to run");
            }
            if (plan.qubits() > qubits) {
                throw new BackendException(
                        Kind.REJECTED,
                        "The circuit has %d qubits, but %s has %d; choose a wider backend"
                                .formatted(plan.qubits(), backend, qubits));
            }
            if (shots > mostShots) {
                throw new BackendException(
                        Kind.REJECTED,
                        "%s takes at most %d shots, not %d; lower Shots".formatted(backend, mostShots, shots));
            }
        }
    }

    /** The work of a request. */
    public Work work(JobRequest request) throws BackendException {
        CountsPlan plan = plan(request);
        return new Work(plan, plan.circuits(request), plan.shotsPerCircuit(request.shots()));
    }

    private CountsPlan plan(JobRequest request) throws BackendException {
        Key key = new Key(request.programSha256(), request.observable(), request.outputs(), request.shots() == 0);
        CountsPlan known = plans.getIfPresent(key);
        if (known != null) {
            return known;
        }
        CountsPlan made = CountsPlan.of(request);
        plans.put(key, made);
        return made;
    }
}
