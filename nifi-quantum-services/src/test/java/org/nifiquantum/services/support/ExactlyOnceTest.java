// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.nifi.util.MockComponentLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.Output;

@Timeout(60)
class ExactlyOnceTest {

    private static final JobRequest REQUEST =
            new JobRequest("key", "", "", List.of(), Optional.empty(), 1, 1, Set.of(Output.COUNTS));
    private static final JobHandle JOB = new JobHandle("job", Instant.EPOCH, REQUEST);

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void anAnswerThatComesIsNotLookedUp() throws BackendException {
        assertEquals(JOB, once(OnAmbiguousSubmission.GIVE_UP).submit(REQUEST, sender(0, Kind.AMBIGUOUS), lister(9)));
        assertEquals(1, sent.get());
        assertEquals(0, looks.get());
    }

    @Test
    void anAnswerThatIsLostIsFoundAmongTheJobsHoweverLateTheyShowIt() throws BackendException {
        assertEquals(JOB, once(OnAmbiguousSubmission.GIVE_UP).submit(REQUEST, sender(9, Kind.AMBIGUOUS), lister(3)));
        assertEquals(1, sent.get());
        assertEquals(3, looks.get());
    }

    @Test
    void whatIsNotListedIsGivenUp() {
        BackendException lost = assertThrows(
                BackendException.class,
                () -> once(OnAmbiguousSubmission.GIVE_UP)
                        .submit(REQUEST, sender(9, Kind.AMBIGUOUS), lister(Integer.MAX_VALUE)));
        assertEquals(Kind.AMBIGUOUS, lost.kind());
        assertEquals(1, sent.get());
    }

    @Test
    void whatIsNotListedIsSentAgainIfTheUserSaysSo() throws BackendException {
        assertEquals(
                JOB,
                once(OnAmbiguousSubmission.SEND_AGAIN)
                        .submit(REQUEST, sender(1, Kind.AMBIGUOUS), lister(Integer.MAX_VALUE)));
        assertEquals(2, sent.get());
    }

    @Test
    void aListThatCannotBeReadProvesNothing() {
        BackendException lost = assertThrows(
                BackendException.class,
                () -> once(OnAmbiguousSubmission.SEND_AGAIN).submit(REQUEST, sender(9, Kind.AMBIGUOUS), request -> {
                    throw new BackendException(Kind.UNAUTHORISED, "key expired");
                }));
        assertEquals(Kind.AMBIGUOUS, lost.kind());
        assertEquals("key expired", lost.getSuppressed()[0].getMessage());
        assertEquals(1, sent.get());
    }

    @Test
    void aRefusalIsNoLoss() {
        assertEquals(
                Kind.REJECTED,
                assertThrows(
                                BackendException.class,
                                () -> once(OnAmbiguousSubmission.SEND_AGAIN)
                                        .submit(REQUEST, sender(9, Kind.REJECTED), lister(1)))
                        .kind());
        assertEquals(1, sent.get());
        assertEquals(0, looks.get());
    }

    @Test
    void afterARestartTheSameHolds() throws BackendException {
        assertEquals(Optional.of(JOB), once(OnAmbiguousSubmission.GIVE_UP).search(REQUEST, lister(2)));
        assertEquals(
                Optional.empty(), once(OnAmbiguousSubmission.SEND_AGAIN).search(REQUEST, lister(Integer.MAX_VALUE)));
    }

    private ExactlyOnce once(OnAmbiguousSubmission policy) {
        return new ExactlyOnce("provider", policy, Duration.ofMillis(500), new MockComponentLog("test", this));
    }

    private ExactlyOnce.Sender sender(int failures, Kind kind) {
        return request -> {
            if (sent.incrementAndGet() <= failures) {
                throw new BackendException(kind, "lost");
            }
            return JOB;
        };
    }

    private ExactlyOnce.Lister lister(int firstLook) {
        return request -> looks.incrementAndGet() >= firstLook ? Optional.of(JOB) : Optional.empty();
    }
}
