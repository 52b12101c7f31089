// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is first asked for, once. Thread-safe. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile Optional<T> value = Optional.empty();

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        Optional<T> made = value;
        return made.isPresent() ? made.get() : make();
    }

    private synchronized T make() {
        if (value.isEmpty()) {
            value = Optional.of(maker.get());
        }
        return value.get();
    }
}
