// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/** Failures of a real connection. */
@Timeout(60)
class HttpTransportTest {

    private static final int LARGEST = 1_000;

    private final HttpTransport transport = new HttpTransport(TransportSettings.DEFAULT
            .withLargestAnswer(LARGEST)
            .withLimits(Duration.ofSeconds(5), Duration.ofSeconds(2)));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private HttpHandler handler = HttpExchange::close;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> handler.handle(exchange));
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
        transport.close();
    }

    @Test
    void aWholeAnswerComesAsItIs() throws BackendException {
        handler = answering(200, "x".repeat(LARGEST));
        HttpResponse<byte[]> answer = transport.exchange(get(), Effect.READ);
        assertEquals("x".repeat(LARGEST), new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Test
    void aLargerOneIsGivenUp() {
        handler = answering(200, "x".repeat(LARGEST + 1));
        assertKinds(Kind.MALFORMED, Kind.AMBIGUOUS);
    }

    @Test
    void aConnectionThatBreaksWithoutAnAnswer() {
        assertKinds(Kind.UNAVAILABLE, Kind.AMBIGUOUS);
    }

    @Test
    void halfAnAnswer() {
        handler = exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write(new byte[50]);
                exchange.getResponseBody().flush();
            }
        };
        assertKinds(Kind.UNAVAILABLE, Kind.AMBIGUOUS);
    }

    /** The limit counts to the last byte; the JDK's own ends with the headers. */
    @Test
    void anAnswerThatDoesNotEnd() {
        handler = exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await();
            exchange.close();
        };
        assertKinds(Kind.UNAVAILABLE, Kind.AMBIGUOUS);
    }

    /** Nothing was sent, so nothing can have been taken. */
    @Test
    void whoDoesNotListenHasTakenNothing() {
        server.stop(0);
        assertKinds(Kind.UNAVAILABLE, Kind.UNAVAILABLE);
    }

    @Test
    void aNameThatIsNobodys() {
        HttpRequest nobody = HttpRequest.newBuilder(URI.create("http://nobody.invalid/"))
                .POST(BodyPublishers.noBody())
                .build();
        assertEquals(
                Kind.UNAVAILABLE,
                assertThrows(BackendException.class, () -> transport.exchange(nobody, Effect.SUBMISSION))
                        .kind());
    }

    /** Else the credentials would go wherever an answer says. */
    @Test
    void redirectsAreNotFollowed() throws BackendException {
        handler = exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            answering(302, "").handle(exchange);
        };
        assertEquals(302, transport.exchange(get(), Effect.READ).statusCode());
    }

    @Test
    void anInterruptEndsTheWait() {
        handler = exchange -> await();
        Thread.currentThread().interrupt();
        BackendException interrupted =
                assertThrows(BackendException.class, () -> transport.exchange(get(), Effect.READ));
        assertTrue(Thread.interrupted());
        assertEquals(Kind.UNAVAILABLE, interrupted.kind());
    }

    private void assertKinds(Kind reading, Kind submitting) {
        assertEquals(
                reading,
                assertThrows(BackendException.class, () -> transport.exchange(get(), Effect.READ))
                        .kind());
        HttpRequest post = HttpRequest.newBuilder(uri())
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertEquals(
                submitting,
                assertThrows(BackendException.class, () -> transport.exchange(post, Effect.SUBMISSION))
                        .kind());
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpHandler answering(int status, String body) {
        return exchange -> {
            try (exchange) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    private HttpRequest get() {
        return HttpRequest.newBuilder(uri()).build();
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jobs");
    }
}
