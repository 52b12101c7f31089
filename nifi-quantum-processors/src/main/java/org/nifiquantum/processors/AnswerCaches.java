// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.time.InstantSource;
import java.util.Optional;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.distributed.cache.client.DistributedMapCacheClient;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.nifiquantum.run.cache.AnswerCache;

/** The cache of answers that a processor is given. */
final class AnswerCaches {

    static final PropertyDescriptor ANSWER_CACHE = new PropertyDescriptor.Builder()
            .name("Answer Cache")
            .description("Keeps the best answer found so far to each problem, by a hash of the problem; several"
                    + " processors, flows and nodes may share one. One that is down is a warning, never a failure.")
            .required(false)
            .identifiesControllerService(DistributedMapCacheClient.class)
            .build();

    private AnswerCaches() {}

    /** Empty where none is set. */
    static Optional<AnswerCache> of(ProcessContext context, ComponentLog log, InstantSource clock) {
        PropertyValue service = context.getProperty(ANSWER_CACHE);
        if (!service.isSet()) {
            return Optional.empty();
        }
        MapCacheStore store =
                new MapCacheStore(() -> service.asControllerService(DistributedMapCacheClient.class), log, clock);
        return Optional.of(new AnswerCache(store, clock, complaint -> log.warn("Answer Cache: {}", complaint)));
    }
}
