// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.nifiquantum.services.api.BackendException;

/**
 * What a provider says of its device, asked for again when it is old. Where it cannot be asked, the old answer holds: a device does
 * not change while its provider is out of order.
 *
 * @param <T> the description
 */
public final class CachedDescription<T> {

    private final ProviderCall<T> question;
    private final Duration largestAge;
    private final InstantSource clock;
    private final AtomicReference<Optional<Aged<T>>> known = new AtomicReference<>(Optional.empty());

    /**
     * A description and when it was asked for.
     *
     * @param asked when the provider was last asked, with or without success
     */
    public record Aged<T>(T description, Instant asOf, Instant asked) {}

    public CachedDescription(ProviderCall<T> question, Duration largestAge, InstantSource clock) {
        this.question = question;
        this.largestAge = largestAge;
        this.clock = clock;
    }

    public Aged<T> get() throws BackendException {
        Instant now = clock.instant();
        Optional<Aged<T>> old = known.get();
        if (old.isPresent() && now.isBefore(old.get().asked().plus(largestAge))) {
            return old.get();
        }
        Aged<T> answer;
        try {
            answer = new Aged<>(question.make(), now, now);
        } catch (BackendException e) {
            if (old.isEmpty()) {
                throw e;
            }
            answer = new Aged<>(old.get().description(), old.get().asOf(), now);
        }
        known.set(Optional.of(answer));
        return answer;
    }
}
