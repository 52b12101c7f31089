// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.nifi.distributed.cache.client.AtomicCacheEntry;
import org.apache.nifi.distributed.cache.client.AtomicDistributedMapCacheClient;
import org.apache.nifi.distributed.cache.client.Deserializer;
import org.apache.nifi.distributed.cache.client.DistributedMapCacheClient;
import org.apache.nifi.distributed.cache.client.Serializer;
import org.apache.nifi.logging.ComponentLog;
import org.nifiquantum.run.cache.AnswerStore;

/**
 * Answers in one of NiFi's map caches. No run fails for its sake: what goes wrong is a warning, which NiFi shows as a bulletin,
 * and then the cache is left alone for a while, lest every run wait for its time-out.
 */
final class MapCacheStore implements AnswerStore {

    static final Duration PAUSE = Duration.ofSeconds(10);

    /** Of two that write at once the slower looks again; more often only if many do. */
    private static final int MOST_ATTEMPTS = 5;

    private static final Serializer<String> KEY = (key, out) -> out.write(key.getBytes(StandardCharsets.UTF_8));
    private static final Serializer<byte[]> VALUE = (value, out) -> out.write(value);
    /** A cache without the key gives no bytes. */
    private static final Deserializer<Optional<byte[]>> FOUND =
            bytes -> bytes == null || bytes.length == 0 ? Optional.empty() : Optional.of(bytes);

    private final Supplier<DistributedMapCacheClient> client;
    private final ComponentLog log;
    private final InstantSource clock;
    private volatile Instant pausedUntil = Instant.MIN;

    @FunctionalInterface
    private interface Use<T> {
        T of(DistributedMapCacheClient client) throws IOException;
    }

    MapCacheStore(Supplier<DistributedMapCacheClient> client, ComponentLog log, InstantSource clock) {
        this.client = client;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return use(cache -> present(cache, key), Optional.empty());
    }

    @Override
    public void update(String key, UnaryOperator<Optional<byte[]>> change) {
        use(
                cache -> {
                    if (cache instanceof AtomicDistributedMapCacheClient<?> atomic) {
                        return replace(atomic, key, change);
                    }
                    Optional<byte[]> changed = change.apply(present(cache, key));
                    if (changed.isPresent()) {
                        cache.put(key, changed.get(), KEY, VALUE);
                    }
                    return true;
                },
                false);
    }

    private static Optional<byte[]> present(DistributedMapCacheClient cache, String key) throws IOException {
        Optional<byte[]> found = cache.get(key, KEY, FOUND);
        return found == null ? Optional.empty() : found;
    }

    private <R> boolean replace(
            AtomicDistributedMapCacheClient<R> cache, String key, UnaryOperator<Optional<byte[]>> change)
            throws IOException {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            AtomicCacheEntry<String, Optional<byte[]>, R> present = cache.fetch(key, KEY, FOUND);
            Optional<byte[]> old =
                    present == null || present.getValue() == null ? Optional.empty() : present.getValue();
            Optional<byte[]> changed = change.apply(old);
            if (changed.isEmpty()) {
                return true;
            }
            R revision = present == null ? null : present.getRevision().orElse(null);
            if (cache.replace(new AtomicCacheEntry<>(key, changed.get(), revision), KEY, VALUE)) {
                return true;
            }
        }
        log.warn("Answer Cache: {} is changed by so many others that this answer is not kept", key);
        return false;
    }

    private <T> T use(Use<T> use, T otherwise) {
        if (clock.instant().isBefore(pausedUntil)) {
            return otherwise;
        }
        try {
            return use.of(client.get());
        } catch (IOException | RuntimeException e) {
            pausedUntil = clock.instant().plus(PAUSE);
            log.warn("Answer Cache does not answer; for {} s runs go on without it", PAUSE.toSeconds(), e);
            return otherwise;
        }
    }
}
