// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;

/** Statuses as a real server sends them. */
class HttpErrorsTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

    private final HttpTransport transport = new HttpTransport(TransportSettings.DEFAULT);
    private HttpServer server;
    private int status;
    private Optional<String> retryAfter = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            retryAfter.ifPresent(text -> exchange.getResponseHeaders().set("Retry-After", text));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        transport.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED, REJECTED", "401, UNAUTHORISED, UNAUTHORISED", "402, OVER_BUDGET, OVER_BUDGET",
        "403, UNAUTHORISED, UNAUTHORISED", "404, UNKNOWN_JOB, REJECTED", "405, REJECTED, REJECTED",
        "408, UNAVAILABLE, AMBIGUOUS", "409, UNAVAILABLE, REJECTED", "413, REJECTED, REJECTED",
        "422, REJECTED, REJECTED", "425, RATE_LIMITED, RATE_LIMITED", "429, RATE_LIMITED, RATE_LIMITED",
        "500, UNAVAILABLE, AMBIGUOUS", "502, UNAVAILABLE, AMBIGUOUS", "503, UNAVAILABLE, AMBIGUOUS",
        "504, UNAVAILABLE, AMBIGUOUS", "529, UNAVAILABLE, AMBIGUOUS", "302, REJECTED, REJECTED"
    })
    void everyStatusHasItsKind(int code, Kind reading, Kind submitting) throws BackendException {
        status = code;
        assertTrue(HttpErrors.isError(answer()));
        assertEquals(reading, error(Effect.READ).kind());
        assertEquals(submitting, error(Effect.SUBMISSION).kind());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "7; PT7S",
                "0; PT0S",
                "Thu, 01 Jan 2026 11:00:00 GMT; PT0S",
                "999999999; PT1H",
            },
            delimiter = ';')
    void theWaitIsSecondsOrADate(String header, Duration wait) throws BackendException {
        status = 429;
        retryAfter = Optional.of(header);
        assertEquals(Optional.of(wait), error(Effect.SUBMISSION).retryAfter());
        status = 503;
        assertEquals(Optional.of(wait), error(Effect.READ).retryAfter());
    }

    /** The server is right about the time; the clock here is wrong by months. */
    @Test
    void aDateIsByTheProvidersClock() throws BackendException {
        status = 429;
        retryAfter = Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(30)));
        Duration wait = error(Effect.READ).retryAfter().orElseThrow();
        assertTrue(wait.toSeconds() > 20 && wait.toSeconds() <= 30, wait.toString());
    }

    @Test
    void whatCannotBeReadIsNoWait() throws BackendException {
        status = 429;
        retryAfter = Optional.of("soon");
        assertEquals(Optional.empty(), error(Effect.READ).retryAfter());
    }

    private BackendException error(Effect effect) throws BackendException {
        return HttpErrors.of(answer(), effect, "why", NOON);
    }

    private HttpResponse<byte[]> answer() throws BackendException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return transport.exchange(HttpRequest.newBuilder(uri).build(), Effect.READ);
    }
}
