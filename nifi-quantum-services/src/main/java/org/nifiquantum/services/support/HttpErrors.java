// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/** What the status of an HTTP answer means in our kinds of errors; for providers that have none of their own. */
public final class HttpErrors {

    private static final int FIRST_ERROR = 300;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private HttpErrors() {}

    public static boolean isError(HttpResponse<?> response) {
        return response.statusCode() >= FIRST_ERROR;
    }

    /**
     * The error an answer stands for.
     *
     * @param message what the provider says, without any secret
     */
    public static BackendException of(HttpResponse<?> response, Effect effect, String message, InstantSource clock) {
        BackendException error = new BackendException(
                kind(response.statusCode(), effect), "HTTP %d: %s".formatted(response.statusCode(), message));
        return retryAfter(response.headers()::firstValue, clock)
                .map(error::withRetryAfter)
                .orElse(error);
    }

    /** What a status means for a request. */
    public static Kind kind(int status, Effect effect) {
        boolean submission = effect == Effect.SUBMISSION;
        if (status >= FIRST_SERVER_ERROR) {
            // A gateway may give up on a job that its provider goes on to take.
            return submission ? Kind.AMBIGUOUS : Kind.UNAVAILABLE;
        }
        return switch (status) {
            case 401, 403 -> Kind.UNAUTHORISED;
            case 402 -> Kind.OVER_BUDGET;
            case 404 -> submission ? Kind.REJECTED : Kind.UNKNOWN_JOB;
            case 408 -> submission ? Kind.AMBIGUOUS : Kind.UNAVAILABLE;
            case 409 -> effect == Effect.READ ? Kind.UNAVAILABLE : Kind.REJECTED;
            case 425, 429 -> Kind.RATE_LIMITED;
            default -> Kind.REJECTED;
        };
    }

    /**
     * How long a provider asks to wait: seconds or a date (RFC 9110, section 10.2.3), which is by the provider's clock. No more than
     * an hour is believed.
     */
    public static Optional<Duration> retryAfter(Function<String, Optional<String>> headers, InstantSource clock) {
        Instant now = headers.apply("Date").flatMap(text -> date(text.trim())).orElseGet(clock::instant);
        return headers.apply("Retry-After")
                .flatMap(text -> duration(text.trim(), now))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Duration> duration(String text, Instant now) {
        return text.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : date(text).map(end -> Duration.between(now, end));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
