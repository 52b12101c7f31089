// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that gives prepared answers and notes what it was asked. The last answer to a request is given for ever. */
final class FakeNiFi implements AutoCloseable {

    private record Answer(int status, String body) {}

    /** A request as it arrived: {@code what} is method and path, as in {@code GET flow/status}. */
    record Asked(String what, String contentType, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    FakeNiFi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/nifi-api/", this::handle);
        server.start();
    }

    /** The address without what tests do not care for: the query. */
    FakeNiFi answers(String what, String body) {
        return answers(what, 200, body);
    }

    FakeNiFi answers(String what, int status, String body) {
        answers.computeIfAbsent(what, key -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    NiFiClient client() {
        return new NiFiClient(URI.create(
                "http://127.0.0.1:%d/nifi-api/".formatted(server.getAddress().getPort())));
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/nifi-api/".length());
        String what = exchange.getRequestMethod() + " " + path;
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(what, type == null ? "" : type, body));
        Answer answer = next(what);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized Answer next(String what) {
        Deque<Answer> prepared = answers.getOrDefault(what, new ArrayDeque<>());
        if (prepared.isEmpty()) {
            return new Answer(404, "no answer prepared for " + what);
        }
        return prepared.size() == 1 ? prepared.peek() : prepared.poll();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
