// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Requests with JSON bodies below one base address; any status but 2xx is a {@link RestException}. */
final class RestConnection {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final int LONGEST_MESSAGE = 1_000;

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param base ends with a slash */
    RestConnection(URI base) {
        this.base = base;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    JsonNode get(String path) {
        return json(send(request(path).GET().build()));
    }

    /** As {@link #get(String)}, for one who would rather ask again than wait. */
    JsonNode get(String path, Duration limit) {
        return json(send(request(path).timeout(limit).GET().build()));
    }

    byte[] bytes(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, JsonNode body) {
        return json(send(withBody(path, body, "POST")));
    }

    JsonNode put(String path, JsonNode body) {
        return json(send(withBody(path, body, "PUT")));
    }

    JsonNode delete(String path) {
        return json(send(request(path).DELETE().build()));
    }

    JsonNode upload(String path, MultipartForm form) {
        HttpRequest request = request(path)
                .header("Content-Type", form.contentType())
                .POST(BodyPublishers.ofByteArray(form.body()))
                .build();
        return json(send(request));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TIME_OUT);
    }

    private HttpRequest withBody(String path, JsonNode body, String method) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()))
                .build();
    }

    private byte[] send(HttpRequest request) {
        HttpResponse<byte[]> response = exchange(request);
        if (response.statusCode() / 100 != 2) {
            String reason = new String(response.body(), StandardCharsets.UTF_8);
            throw new RestException(
                    response.statusCode(),
                    "%s %s answered %d: %s"
                            .formatted(
                                    request.method(),
                                    request.uri().getPath(),
                                    response.statusCode(),
                                    reason.substring(0, Math.min(reason.length(), LONGEST_MESSAGE))));
        }
        return response.body();
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new RestException("NiFi at %s does not answer: %s".formatted(base, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted while waiting for NiFi");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new RestException("NiFi's answer is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new RestException("NiFi's answer cannot be read: " + e.getMessage(), e);
        }
    }
}
