// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/** What a provider's {@code Retry-After} means for everybody who uses the service, not only for whose call it answered. */
final class Pause {

    private final AtomicReference<Deadline> end = new AtomicReference<>(Deadline.in(Duration.ZERO));

    void after(BackendException refusal) {
        if (refusal.kind() == Kind.RATE_LIMITED) {
            refusal.retryAfter().map(Deadline::in).ifPresent(asked -> end.accumulateAndGet(asked, Pause::later));
        }
    }

    void check(String provider) throws BackendException {
        Duration remaining = end.get().remaining();
        if (!remaining.isZero()) {
            throw BackendException.rateLimited(
                    "%s asked to wait; %d ms are left".formatted(provider, remaining.toMillis()), remaining);
        }
    }

    private static Deadline later(Deadline one, Deadline other) {
        return one.nanoTime() - other.nanoTime() > 0 ? one : other;
    }
}
