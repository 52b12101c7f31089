// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a provider is reached.
 *
 * @param connectLimit for the connection, TLS included
 * @param answerLimit from the start of a request to the last byte of its answer
 * @param largestAnswer in bytes; a larger one is given up
 * @param tls empty for the trust of the Java runtime
 * @param proxy empty for the one the Java runtime is set up with, if any
 */
public record TransportSettings(
        Duration connectLimit,
        Duration answerLimit,
        int largestAnswer,
        Optional<SSLContext> tls,
        Optional<InetSocketAddress> proxy) {

    public static final TransportSettings DEFAULT = new TransportSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(30), 64 << 20, Optional.empty(), Optional.empty());

    public TransportSettings {
        requireNonNull(connectLimit, "connectLimit");
        requireNonNull(answerLimit, "answerLimit");
        requireNonNull(tls, "tls");
        requireNonNull(proxy, "proxy");
    }

    public TransportSettings withLimits(Duration connect, Duration answer) {
        return new TransportSettings(connect, answer, largestAnswer, tls, proxy);
    }

    public TransportSettings withLargestAnswer(int bytes) {
        return new TransportSettings(connectLimit, answerLimit, bytes, tls, proxy);
    }

    public TransportSettings withTls(SSLContext context) {
        return new TransportSettings(connectLimit, answerLimit, largestAnswer, Optional.of(context), proxy);
    }

    public TransportSettings withProxy(InetSocketAddress address) {
        return new TransportSettings(connectLimit, answerLimit, largestAnswer, tls, Optional.of(address));
    }
}
