// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.nifiquantum.optimization.optimizer.AskTell;
import org.nifiquantum.run.document.Optimization;

/**
 * Optimisations kept in memory from one step of a run to its next, found again by all that determines them: optimiser,
 * settings and history. One that is not found is taken up from the document, so this is about speed only.
 *
 * <p>Thread-safe. When it is full the oldest goes.
 */
public final class WarmOptimizations implements AutoCloseable {

    private record Key(String optimizer, Optimization.Settings settings, String historySha256) {}

    private final int capacity;
    private final SequencedMap<Key, AskTell> waiting = new LinkedHashMap<>();

    /**
     * @param capacity how many runs are kept warm; none if zero
     */
    public WarmOptimizations(int capacity) {
        this.capacity = capacity;
    }

    /** The optimisation that has been told exactly this history; it is the caller's alone from now on. */
    synchronized Optional<AskTell> take(Optimization told) {
        return Optional.ofNullable(waiting.remove(key(told)));
    }

    /** Keeps an optimisation that waits for what follows this history. */
    synchronized void keep(Optimization told, AskTell optimization) {
        AskTell twin = waiting.put(key(told), optimization);
        if (twin != null) {
            twin.close();
        }
        while (waiting.size() > capacity) {
            waiting.pollFirstEntry().getValue().close();
        }
    }

    private static Key key(Optimization told) {
        return new Key(told.optimizer(), told.settings(), told.evaluations().sha256());
    }

    /** Gives up all that wait. */
    @Override
    public synchronized void close() {
        waiting.values().forEach(AskTell::close);
        waiting.clear();
    }
}
