// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.support.Effect;
import org.nifiquantum.services.support.HttpTransport;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The AWS SDK's calls over the transport of all providers: one place has the limits on time and size, TLS, the proxy, and knows
 * which failures leave a submission in doubt. Does not own the transport.
 */
final class SdkTransport implements SdkHttpClient {

    /** The JDK's client writes them itself. */
    private static final Set<String> NOT_OURS = Set.of("host", "content-length", "connection", "expect", "upgrade");

    private static final String SUBMISSION = "/quantum-task";

    private final HttpTransport transport;

    SdkTransport(HttpTransport transport) {
        this.transport = transport;
    }

    /** Why there is no answer, on its way through the SDK. */
    static final class NoAnswerException extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient BackendException failure;

        NoAnswerException(BackendException failure) {
            super(failure.getMessage(), failure);
            this.failure = failure;
        }

        BackendException failure() {
            return failure;
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return exchange(request);
            }

            @Override
            public void abort() {
                // The transport has limits of its own.
            }
        };
    }

    private HttpExecuteResponse exchange(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest asked = request.httpRequest();
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(asked.getUri()).method(asked.method().name(), body(request));
        asked.forEachHeader((name, values) -> {
            if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        HttpResponse<byte[]> answer;
        try {
            answer = transport.exchange(builder.build(), effect(asked));
        } catch (BackendException e) {
            throw new NoAnswerException(e);
        }
        SdkHttpFullResponse.Builder response = SdkHttpFullResponse.builder().statusCode(answer.statusCode());
        answer.headers().map().forEach(response::putHeader);
        return HttpExecuteResponse.builder()
                .response(response.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
                .build();
    }

    private static BodyPublisher body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return BodyPublishers.noBody();
        }
        try (InputStream content = request.contentStreamProvider().get().newStream()) {
            return BodyPublishers.ofByteArray(content.readAllBytes());
        }
    }

    static Effect effect(SdkHttpRequest request) {
        return request.method() == SdkHttpMethod.POST && request.encodedPath().endsWith(SUBMISSION)
                ? Effect.SUBMISSION
                : Effect.READ;
    }

    @Override
    public String clientName() {
        return "nifi-quantum";
    }

    @Override
    public void close() {
        // The transport is closed by its owner.
    }
}
