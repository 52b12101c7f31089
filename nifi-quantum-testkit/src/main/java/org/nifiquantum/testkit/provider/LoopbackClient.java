// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.provider;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;

/** HTTP to a {@link LoopbackProvider}: one method for each thing it can be asked. */
final class LoopbackClient implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final int FIRST_ERROR = 300;

    private final URI provider;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    LoopbackClient(URI provider) {
        this.provider = provider;
    }

    JobTicket submit(JobRequest request) throws BackendException {
        byte[] body;
        try {
            body = Wire.JSON.writeValueAsBytes(request);
        } catch (IOException e) {
            throw new BackendException(Kind.REJECTED, "The request cannot be written: " + e.getMessage(), e);
        }
        return readTicket(exchange(HttpRequest.newBuilder(resolve("")).POST(BodyPublishers.ofByteArray(body))));
    }

    /** From here on this process knows of the job; the kill campaign stops it just before. */
    private static JobTicket readTicket(byte[] answer) throws BackendException {
        return read(answer, new TypeReference<JobTicket>() {});
    }

    List<JobTicket> submittedUnder(String submissionKey) throws BackendException {
        URI query = resolve("?" + JobsHandler.KEY_QUERY + submissionKey);
        return read(exchange(HttpRequest.newBuilder(query)), new TypeReference<>() {});
    }

    JobState state(String jobId) throws BackendException {
        return read(exchange(HttpRequest.newBuilder(locate(jobId))), new TypeReference<>() {});
    }

    JobResult result(String jobId) throws BackendException {
        return read(exchange(HttpRequest.newBuilder(resolve("/" + jobId + "/result"))), new TypeReference<>() {});
    }

    void cancel(String jobId) throws BackendException {
        exchange(HttpRequest.newBuilder(locate(jobId)).DELETE());
    }

    URI locate(String jobId) {
        return resolve("/" + jobId);
    }

    private URI resolve(String rest) {
        return provider.resolve(JobsHandler.PATH + rest);
    }

    private byte[] exchange(HttpRequest.Builder builder) throws BackendException {
        HttpRequest request = builder.timeout(ANSWER_LIMIT).build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= FIRST_ERROR) {
                Refusal refusal = read(response.body(), new TypeReference<>() {});
                throw new BackendException(refusal.kind(), refusal.message());
            }
            return response.body();
        } catch (ConnectException e) {
            throw new BackendException(Kind.UNAVAILABLE, "Nobody listens at " + provider, e);
        } catch (IOException e) {
            boolean submission = request.method().equals("POST");
            throw new BackendException(
                    submission ? Kind.AMBIGUOUS : Kind.UNAVAILABLE,
                    "No answer from %s: %s".formatted(request.uri(), e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException(Kind.UNAVAILABLE, "Interrupted while waiting for " + request.uri(), e);
        }
    }

    private static <T> T read(byte[] answer, TypeReference<T> type) throws BackendException {
        try {
            return Wire.JSON.readValue(answer, type);
        } catch (IOException e) {
            throw new BackendException(Kind.MALFORMED, "The provider's answer makes no sense: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
