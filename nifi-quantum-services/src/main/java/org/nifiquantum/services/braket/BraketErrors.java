// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.support.Effect;
import org.nifiquantum.services.support.HttpErrors;
import org.nifiquantum.services.support.Secret;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK's exceptions mean in our kinds, in words without any credential. */
final class BraketErrors {

    private static final int LONGEST_MESSAGE = 500;

    /** The clocks here and there disagree. The SDK corrects its own by the answer, so that the next call is signed right. */
    private static final Set<String> CLOCK = Set.of(
            "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "InvalidSignatureException", "AuthFailure");

    private static final Set<String> CREDENTIALS = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidToken",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");

    private BraketErrors() {}

    /**
     * The error that a failure of the SDK stands for.
     *
     * @param what was asked, for the message
     * @param hidden what must not be shown
     */
    static BackendException of(SdkException failure, String what, Effect effect, Iterable<Secret> hidden) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SdkTransport.NoAnswerException lost) {
                return lost.failure();
            }
        }
        if (failure instanceof AwsServiceException refusal && refusal.statusCode() >= 300) {
            return of(refusal, what, effect, hidden);
        }
        String message = cleaned("%s: %s".formatted(what, failure.getMessage()), hidden);
        if (message.contains("redentials") || message.contains("rofile")) {
            return new BackendException(Kind.UNAUTHORISED, message, failure);
        }
        // All that is left is an answer that the SDK cannot read.
        return new BackendException(
                effect == Effect.SUBMISSION ? Kind.AMBIGUOUS : Kind.MALFORMED, message, new Unread(message));
    }

    /** The SDK's own exceptions quote what they could not read. */
    private static final class Unread extends Exception {

        private static final long serialVersionUID = 1L;

        Unread(String message) {
            super(message);
        }
    }

    private static BackendException of(
            AwsServiceException refusal, String what, Effect effect, Iterable<Secret> hidden) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(refusal.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode).orElse("");
        String said = details.map(AwsErrorDetails::errorMessage).orElse("no reason given");
        String message = cleaned(
                "%s: HTTP %d %s: %s (request %s)"
                        .formatted(what, refusal.statusCode(), code, said, refusal.requestId()),
                hidden);
        BackendException error = new BackendException(kind(refusal.statusCode(), code, effect), message);
        Function<String, Optional<String>> headers =
                name -> details.flatMap(known -> Optional.ofNullable(known.sdkHttpResponse()))
                        .flatMap(response -> response.firstMatchingHeader(name));
        return HttpErrors.retryAfter(headers, InstantSource.system())
                .map(error::withRetryAfter)
                .orElse(error);
    }

    private static Kind kind(int status, String code, Effect effect) {
        if (CLOCK.contains(code)) {
            return Kind.UNAVAILABLE;
        }
        if (CREDENTIALS.contains(code)) {
            return Kind.UNAUTHORISED;
        }
        return switch (code) {
            // Too many tasks at once: it passes when others end, so the run waits in its queue.
            case "ServiceQuotaExceededException", "ThrottlingException", "SlowDown" -> Kind.RATE_LIMITED;
            case "DeviceOfflineException" -> Kind.UNAVAILABLE;
            case "DeviceRetiredException", "ConflictException", "ValidationException", "NoSuchBucket" -> Kind.REJECTED;
            default -> HttpErrors.kind(status, effect);
        };
    }

    private static String cleaned(String text, Iterable<Secret> hidden) {
        String clean = text.replaceAll("AWS4-HMAC-SHA256[^\"]*Signature=[0-9a-f]+", "********");
        for (Secret secret : hidden) {
            clean = secret.hideIn(clean);
        }
        return clean.length() > LONGEST_MESSAGE ? clean.substring(0, LONGEST_MESSAGE) : clean;
    }
}
