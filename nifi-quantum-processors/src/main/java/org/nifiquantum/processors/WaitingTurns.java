// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.nifi.flowfile.FlowFile;

/** Since when runs have been waiting for their turn where the rate of calls is limited. Thread-safe. */
final class WaitingTurns {

    private final Map<String, Instant> since = new ConcurrentHashMap<>();

    /**
     * Whether a run may wait on; the first time it has waited since it came into the queue.
     *
     * @param key of its submission
     */
    boolean mayWait(String key, FlowFile flowFile, Duration longest, Instant now) {
        Instant first = since.computeIfAbsent(key, unknown -> queuedAt(flowFile, now));
        return now.isBefore(first.plus(longest));
    }

    /** It has had its turn, or has left. */
    void forget(String key) {
        since.remove(key);
    }

    void forgetAll() {
        since.clear();
    }

    private static Instant queuedAt(FlowFile flowFile, Instant now) {
        Long millis = flowFile.getLastQueueDate();
        return millis == null || millis <= 0 ? now : Instant.ofEpochMilli(millis);
    }
}
