// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.budget;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.nifi.components.state.Scope;
import org.apache.nifi.components.state.StateManager;
import org.apache.nifi.components.state.StateMap;

/** NiFi's state of one node, with that of a cluster shared with others; it fails, and lets others in between, when it is told to. */
final class FakeState implements StateManager {

    private final Shared shared;
    private Map<String, String> own = Map.of();
    private Supplier<Fault> faults = () -> Fault.NONE;
    private Runnable meanwhile = () -> {};

    /** What becomes of a call. */
    enum Fault {
        NONE,
        /** It fails and has done nothing. */
        BEFORE,
        /** It is done, and fails. */
        AFTER
    }

    /** The state of the cluster. */
    static final class Shared {
        private Map<String, String> map = Map.of();
        private long version;
        private int writes;

        Map<String, String> map() {
            return map;
        }

        int writes() {
            return writes;
        }
    }

    private record Seen(Map<String, String> map, long version) implements StateMap {

        @Override
        public Optional<String> getStateVersion() {
            return version == 0 ? Optional.empty() : Optional.of(Long.toString(version));
        }

        @Override
        public String get(String key) {
            return map.get(key);
        }

        @Override
        public Map<String, String> toMap() {
            return map;
        }
    }

    FakeState(Shared shared) {
        this.shared = shared;
    }

    FakeState() {
        this(new Shared());
    }

    void failAs(Supplier<Fault> next) {
        faults = next;
    }

    /** What others do before each of this node's reads and writes of the cluster's state. */
    void meanwhile(Runnable others) {
        meanwhile = others;
    }

    Map<String, String> own() {
        return own;
    }

    /** As if the disk were gone. */
    void lose() {
        own = Map.of();
    }

    @Override
    public void setState(Map<String, String> map, Scope scope) throws IOException {
        if (scope != Scope.LOCAL) {
            throw new AssertionError("the cluster's state may only be compared and set");
        }
        run(() -> own = Map.copyOf(map));
    }

    @Override
    public StateMap getState(Scope scope) throws IOException {
        if (scope == Scope.LOCAL) {
            return new Seen(own, 1);
        }
        meanwhile.run();
        run(() -> {});
        return new Seen(shared.map, shared.version);
    }

    @Override
    public boolean replace(StateMap old, Map<String, String> map, Scope scope) throws IOException {
        meanwhile.run();
        if (((Seen) old).version() != shared.version) {
            return false;
        }
        run(() -> {
            shared.map = Map.copyOf(map);
            shared.version++;
            shared.writes++;
        });
        return true;
    }

    @Override
    public void clear(Scope scope) {
        throw new UnsupportedOperationException();
    }

    private void run(Runnable action) throws IOException {
        Fault fault = faults.get();
        if (fault == Fault.BEFORE) {
            throw new IOException("before");
        }
        action.run();
        if (fault == Fault.AFTER) {
            throw new IOException("after");
        }
    }
}
