// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** Why a backend did not do what it was asked; the {@link Kind} decides the road a run takes. */
public final class BackendException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A closed list today; a caller that meets a kind it does not know treats it as {@link #UNAVAILABLE}. */
    public enum Kind {
        /** The backend will never take this request. */
        REJECTED,
        /** Credentials are missing or refused. */
        UNAUTHORISED,
        /** Too many requests; {@link BackendException#retryAfter()} says when to come back. */
        RATE_LIMITED,
        /** An outage, or a breaker that is open. */
        UNAVAILABLE,
        /** It is not known whether the provider took the job. */
        AMBIGUOUS,
        /** The provider knows no such job. */
        UNKNOWN_JOB,
        /** The provider's answer makes no sense. */
        MALFORMED,
        /** A budget would be overdrawn. */
        OVER_BUDGET,
        /** A data policy or a missing approval forbids it. */
        FORBIDDEN,
        /** The job was stopped on request. */
        CANCELLED
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    public BackendException(Kind kind, String message) {
        this(kind, message, Optional.empty(), null);
    }

    public BackendException(Kind kind, String message, Throwable cause) {
        this(kind, message, Optional.empty(), cause);
    }

    private BackendException(Kind kind, String message, Optional<Duration> retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind");
        this.retryAfter = retryAfter;
    }

    /** The provider asks to wait before the next call. */
    public static BackendException rateLimited(String message, Duration retryAfter) {
        return new BackendException(Kind.RATE_LIMITED, message, Optional.of(retryAfter), null);
    }

    /** The same error of a provider that says when it may be over. */
    public BackendException withRetryAfter(Duration wait) {
        return new BackendException(kind, getMessage(), Optional.of(wait), getCause());
    }

    public Kind kind() {
        return kind;
    }

    /** How long the provider asks to wait; empty where it does not say. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
