// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between the socket and a dialect, and does what the plan of faults says. */
final class FaultyHandler implements HttpHandler {

    private static final int RATE_LIMITED = 429;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORISED = 401;
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final long NANOS_PER_SLOW_BYTE = 50_000_000;

    private final Dialect dialect;
    private final FaultPlan faults;
    private final ProviderJobs jobs;
    private final AtomicInteger requests;

    FaultyHandler(Dialect dialect, FaultPlan faults, ProviderJobs jobs, AtomicInteger requests) {
        this.dialect = dialect;
        this.faults = faults;
        this.jobs = jobs;
        this.requests = requests;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // Without an answer before it, closing breaks the connection.
        try (exchange) {
            Request request = read(exchange);
            requests.incrementAndGet();
            exchange.getResponseHeaders().set(dialect.requestIdHeader(), "request-" + requests.get());
            Optional<Fault> fault = faults.next(dialect.step(request)).filter(next -> isFair(next, request));
            if (fault.isEmpty()) {
                send(exchange, dialect.answer(request, jobs));
            } else {
                misbehave(exchange, request, fault.get());
            }
        }
    }

    /** Where a provider takes every submission for a new one, no client could help it if the network made two of one. */
    private boolean isFair(Fault fault, Request request) {
        return fault != Fault.DUPLICATE_DELIVERY || dialect.step(request) != Step.SUBMIT || dialect.idempotentSubmit();
    }

    private void misbehave(HttpExchange exchange, Request request, Fault fault) throws IOException {
        switch (fault) {
            case RATE_LIMITED -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, dialect.error(RATE_LIMITED, "Too many requests"));
            }
            case RATE_LIMITED_SILENTLY -> send(exchange, dialect.error(RATE_LIMITED, "Too many requests"));
            case INTERNAL_ERROR -> send(exchange, dialect.error(500, "Something broke"));
            case BAD_GATEWAY -> send(exchange, dialect.error(502, "Bad gateway"));
            case OUT_OF_SERVICE -> send(exchange, dialect.error(503, "Out of service"));
            case GATEWAY_TIMEOUT -> {
                dialect.answer(request, jobs);
                send(exchange, dialect.error(GATEWAY_TIMEOUT, "No answer in time"));
            }
            case RESET_BEFORE -> exchange.close();
            case RESET_AFTER -> dialect.answer(request, jobs);
            case HALF_ANSWER -> sendHalf(exchange, dialect.answer(request, jobs));
            case SLOW_ANSWER -> sendSlowly(exchange, dialect.answer(request, jobs));
            case WRONG_JSON -> sendCut(exchange, dialect.answer(request, jobs));
            case UNKNOWN_STATUS -> send(exchange, dialect.withUnknownStatus(dialect.answer(request, jobs)));
            case DUPLICATE_DELIVERY -> {
                dialect.answer(request, jobs);
                send(exchange, dialect.answer(request, jobs));
            }
            case CLOCK_SKEW -> send(exchange, dialect.answerAhead(request, jobs, AHEAD));
            case LATE_RESULT -> send(exchange, dialect.error(NOT_FOUND, "Not found or not yet completed"));
            case EXPIRED_TOKEN ->
                send(
                        exchange,
                        dialect.error(
                                UNAUTHORISED,
                                "Expired: " + request.authorization().orElse("nothing")));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = bytes(answer);
        begin(exchange, answer, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void sendHalf(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = bytes(answer);
        begin(exchange, answer, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    private static void sendSlowly(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = bytes(answer);
        begin(exchange, answer, body.length);
        OutputStream out = exchange.getResponseBody();
        for (byte one : body) {
            LockSupport.parkNanos(NANOS_PER_SLOW_BYTE);
            out.write(one);
            out.flush();
        }
    }

    private static void sendCut(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = bytes(answer);
        byte[] cut = Arrays.copyOf(body, body.length / 2);
        begin(exchange, answer, cut.length);
        exchange.getResponseBody().write(cut);
    }

    private static void begin(HttpExchange exchange, Answer answer, int length) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), length);
    }

    private static byte[] bytes(Answer answer) {
        return answer.text().getBytes(StandardCharsets.UTF_8);
    }

    private static Request read(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                        .orElse("")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> query(String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                query.computeIfAbsent(parts[0], name -> new ArrayList<>())
                        .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
