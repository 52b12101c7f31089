// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/** HTTP with a limit on the time and the size of a whole answer, and failures that say what they mean for a job. */
public final class HttpTransport implements AutoCloseable {

    private final TransportSettings settings;
    private final HttpClient http;

    public HttpTransport(TransportSettings settings) {
        this.settings = settings;
        // Redirects are not followed: they would carry the credentials to wherever an answer says.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectLimit());
        settings.tls().ifPresent(builder::sslContext);
        settings.proxy().ifPresent(address -> builder.proxy(ProxySelector.of(address)));
        http = builder.build();
    }

    /**
     * Sends a request and waits for its whole answer, whatever its status.
     *
     * @throws BackendException {@link Kind#UNAVAILABLE} where there is no answer; {@link Kind#AMBIGUOUS} where a submission
     *     may have arrived all the same
     */
    public HttpResponse<byte[]> exchange(HttpRequest request, Effect effect) throws BackendException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, status -> new LimitedBody(settings.largestAnswer()));
        try {
            return answer.get(settings.answerLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw lost(request, effect, "not all of it came within " + settings.answerLimit(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw lost(request, effect, "interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof LimitedBody.TooLargeException) {
                throw new BackendException(
                        effect == Effect.SUBMISSION ? Kind.AMBIGUOUS : Kind.MALFORMED,
                        "The answer of %s is refused: %s".formatted(request.uri(), cause.getMessage()),
                        cause);
            }
            if (neverArrived(cause)) {
                throw new BackendException(
                        Kind.UNAVAILABLE,
                        "%s cannot be reached: %s".formatted(request.uri().getAuthority(), reason(cause)),
                        cause);
            }
            throw lost(request, effect, reason(cause), cause);
        }
    }

    private static BackendException lost(HttpRequest request, Effect effect, String why, Throwable cause) {
        return new BackendException(
                effect == Effect.SUBMISSION ? Kind.AMBIGUOUS : Kind.UNAVAILABLE,
                "No answer to %s %s: %s".formatted(request.method(), request.uri(), why),
                cause);
    }

    /** Whether it failed before the first byte of the request was sent. */
    private static boolean neverArrived(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || !(cause instanceof IOException) ? cause.toString() : message;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
