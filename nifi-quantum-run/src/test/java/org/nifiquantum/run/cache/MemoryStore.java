// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A store without a network. */
public final class MemoryStore implements AnswerStore {

    final Map<String, byte[]> entries = new LinkedHashMap<>();

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void update(String key, UnaryOperator<Optional<byte[]>> change) {
        change.apply(get(key)).ifPresent(value -> entries.put(key, value));
    }
}
