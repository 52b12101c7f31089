// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.distributed.cache.client.AtomicCacheEntry;
import org.apache.nifi.distributed.cache.client.AtomicDistributedMapCacheClient;
import org.apache.nifi.distributed.cache.client.Deserializer;
import org.apache.nifi.distributed.cache.client.DistributedMapCacheClient;
import org.apache.nifi.distributed.cache.client.Serializer;

/** A map cache without a server, which may be down. */
class FakeMapCache extends AbstractControllerService implements DistributedMapCacheClient {

    final Map<String, byte[]> entries = new LinkedHashMap<>();
    boolean down;
    int calls;

    /** One that knows revisions. */
    static final class Atomic extends FakeMapCache implements AtomicDistributedMapCacheClient<Long> {

        private final Map<String, Long> revisions = new LinkedHashMap<>();
        /** How often somebody else is faster from now on. */
        int conflicts;

        @Override
        public <K, V> AtomicCacheEntry<K, V, Long> fetch(K key, Serializer<K> keys, Deserializer<V> values)
                throws IOException {
            V value = get(key, keys, values);
            return entries.containsKey(text(key, keys))
                    ? new AtomicCacheEntry<>(key, value, revisions.getOrDefault(text(key, keys), 0L))
                    : null;
        }

        @Override
        public <K, V> boolean replace(AtomicCacheEntry<K, V, Long> entry, Serializer<K> keys, Serializer<V> values)
                throws IOException {
            String key = text(entry.getKey(), keys);
            boolean current = entry.getRevision()
                    .orElse(-1L)
                    .equals(entries.containsKey(key) ? revisions.getOrDefault(key, 0L) : -1L);
            if (conflicts > 0) {
                conflicts--;
                return false;
            }
            if (current) {
                put(entry.getKey(), entry.getValue(), keys, values);
                revisions.merge(key, 1L, Long::sum);
            }
            return current;
        }
    }

    private static <T> byte[] bytes(T value, Serializer<T> serializer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        serializer.serialize(value, out);
        return out.toByteArray();
    }

    static <T> String text(T value, Serializer<T> serializer) throws IOException {
        return new String(bytes(value, serializer), StandardCharsets.UTF_8);
    }

    private void requireUp() throws IOException {
        calls++;
        if (down) {
            throw new IOException("Connection refused");
        }
    }

    @Override
    public <K, V> V get(K key, Serializer<K> keys, Deserializer<V> values) throws IOException {
        requireUp();
        return values.deserialize(entries.getOrDefault(text(key, keys), new byte[0]));
    }

    @Override
    public <K, V> void put(K key, V value, Serializer<K> keys, Serializer<V> values) throws IOException {
        requireUp();
        entries.put(text(key, keys), bytes(value, values));
    }

    @Override
    public <K, V> boolean putIfAbsent(K key, V value, Serializer<K> keys, Serializer<V> values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <K, V> V getAndPutIfAbsent(K key, V value, Serializer<K> keys, Serializer<V> values, Deserializer<V> read) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <K> boolean containsKey(K key, Serializer<K> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <K> boolean remove(K key, Serializer<K> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
