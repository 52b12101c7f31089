// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

class CachedDescriptionTest {

    private static final Duration AGE = Duration.ofMinutes(10);

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private int questions;
    private boolean away;
    private final CachedDescription<String> description =
            new CachedDescription<>(this::ask, AGE, (InstantSource) () -> now);

    @Test
    void isAskedForAgainWhenItIsOld() throws BackendException {
        assertEquals("answer 1", description.get().description());
        now = now.plus(AGE).minusMillis(1);
        assertEquals("answer 1", description.get().description());
        now = now.plusMillis(1);
        assertEquals("answer 2", description.get().description());
        assertEquals(now, description.get().asOf());
    }

    /** Nor is a provider that is away asked at every trigger. */
    @Test
    void theOldOneHoldsWhileTheProviderIsAway() throws BackendException {
        Instant start = now;
        description.get();
        away = true;
        now = now.plus(AGE);
        for (int i = 0; i < 5; i++) {
            assertEquals("answer 1", description.get().description());
        }
        assertEquals(start, description.get().asOf());
        assertEquals(2, questions);
        away = false;
        now = now.plus(AGE);
        assertEquals("answer 3", description.get().description());
    }

    @Test
    void withoutAnOldOneTheErrorIsTold() {
        away = true;
        assertEquals(
                Kind.UNAVAILABLE,
                assertThrows(BackendException.class, description::get).kind());
    }

    private String ask() throws BackendException {
        questions++;
        if (away) {
            throw new BackendException(Kind.UNAVAILABLE, "away");
        }
        return "answer " + questions;
    }
}
