// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobRequest;

/** The provider's HTTP interface: {@code /jobs}, {@code /jobs/ID} and {@code /jobs/ID/result}. */
final class JobsHandler implements HttpHandler {

    static final String PATH = "/jobs";
    static final String KEY_QUERY = "key=";

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final JobBook jobs;

    JobsHandler(JobBook jobs) {
        this.jobs = jobs;
    }

    private record Answer(int status, Object body) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = Wire.JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return route(exchange);
        } catch (BackendException e) {
            Refusal refusal =
                    new Refusal(e.kind(), Optional.ofNullable(e.getMessage()).orElse(""));
            return new Answer(refusal.httpStatus(), refusal);
        }
    }

    private Answer route(HttpExchange exchange) throws IOException, BackendException {
        URI uri = exchange.getRequestURI();
        String[] segments = uri.getPath().substring(1).split("/", -1);
        return switch (exchange.getRequestMethod() + " " + segments.length) {
            case "POST 1" -> new Answer(CREATED, jobs.submit(request(exchange.getRequestBody())));
            case "GET 1" -> new Answer(OK, jobs.under(key(uri)));
            case "GET 2" -> new Answer(OK, jobs.state(segments[1]));
            case "GET 3" -> new Answer(OK, jobs.result(segments[1]));
            case "DELETE 2" -> {
                jobs.cancel(segments[1]);
                yield new Answer(OK, Map.of());
            }
            default ->
                new Answer(
                        METHOD_NOT_ALLOWED,
                        new Refusal(Kind.REJECTED, "No %s of %s".formatted(exchange.getRequestMethod(), uri)));
        };
    }

    private static JobRequest request(InputStream body) throws IOException, BackendException {
        try {
            return Wire.JSON.readValue(body, JobRequest.class);
        } catch (JsonProcessingException e) {
            throw new BackendException(Kind.REJECTED, "That is no job: " + e.getOriginalMessage(), e);
        }
    }

    private static String key(URI uri) throws BackendException {
        String query = Optional.ofNullable(uri.getQuery()).orElse("");
        if (!query.startsWith(KEY_QUERY)) {
            throw new BackendException(Kind.REJECTED, "Which jobs? Ask for %s?%sKEY".formatted(PATH, KEY_QUERY));
        }
        return query.substring(KEY_QUERY.length());
    }
}
