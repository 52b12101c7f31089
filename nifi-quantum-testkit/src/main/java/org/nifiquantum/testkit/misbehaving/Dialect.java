// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How one provider speaks: all that a new one takes. Faults and sockets are none of its business. */
public interface Dialect {

    /** As on the command line. */
    String name();

    /** The path that clients are to be given, as {@code /v0.4}. */
    String basePath();

    /** The step that a request is. */
    Step step(Request request);

    /** Answers a request without any fault. */
    Answer answer(Request request, ProviderJobs jobs);

    /** The error with this status, in the provider's form. */
    Answer error(int status, String message);

    /** The same answer as if every job in it had a status that nobody knows. */
    Answer withUnknownStatus(Answer answer);

    /** Which requests there are in this dialect. */
    default Set<Step> steps() {
        return EnumSet.allOf(Step.class);
    }

    /** A property of the provider's service in NiFi, and what it is to be set to. */
    record Setting(String property, String value) {}

    /**
     * What a service is to be told so that it calls this provider.
     *
     * @param url with {@link #basePath()}
     */
    List<Setting> settings(String url);

    /** Where the provider puts the id of a request that its support asks for. */
    default String requestIdHeader() {
        return "x-request-id";
    }

    /** Whether a submission that arrives twice makes one job. */
    default boolean idempotentSubmit() {
        return false;
    }

    /**
     * Answers a request as a provider does whose clock is that much ahead of the client's.
     *
     * @return by default the usual answer, its timestamps moved
     */
    default Answer answerAhead(Request request, ProviderJobs jobs, Duration ahead) {
        return Timestamps.moved(answer(request, jobs), ahead);
    }
}
