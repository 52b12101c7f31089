// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider on the loopback interface that keeps its books, whatever becomes of its connections. */
public final class MisbehavingProvider implements AutoCloseable {

    private final Dialect dialect;
    private final FaultPlan faults;
    private final ProviderJobs jobs;
    private final AtomicInteger requests = new AtomicInteger();
    private final Optional<LoopbackCertificate> certificate;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private int port;

    private MisbehavingProvider(
            Dialect dialect, FaultPlan faults, Duration jobDuration, Optional<LoopbackCertificate> certificate) {
        this.dialect = dialect;
        this.faults = faults;
        this.certificate = certificate;
        jobs = new ProviderJobs(jobDuration, InstantSource.system());
    }

    /**
     * Opens a provider.
     *
     * @param port 0 for any that is free
     * @param jobDuration how long each job takes
     */
    public static MisbehavingProvider start(Dialect dialect, FaultPlan faults, int port, Duration jobDuration) {
        return start(dialect, faults, port, jobDuration, Optional.empty());
    }

    /**
     * Opens a provider that speaks TLS, if it is given a certificate.
     *
     * @param port 0 for any that is free
     * @param jobDuration how long each job takes
     */
    public static MisbehavingProvider start(
            Dialect dialect,
            FaultPlan faults,
            int port,
            Duration jobDuration,
            Optional<LoopbackCertificate> certificate) {
        MisbehavingProvider provider = new MisbehavingProvider(dialect, faults, jobDuration, certificate);
        provider.port = port;
        provider.listen();
        return provider;
    }

    /** Goes back to work after {@link #refuseConnections}, at the same address and with the same books. */
    public synchronized void listen() {
        try {
            server = server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException("Port %d cannot be opened on the loopback interface".formatted(port), e);
        }
        server.createContext("/", new FaultyHandler(dialect, faults, jobs, requests));
        server.setExecutor(threads);
        server.start();
        port = server.getAddress().getPort();
    }

    private HttpServer server(InetSocketAddress address) throws IOException {
        if (certificate.isEmpty()) {
            return HttpServer.create(address, 0);
        }
        HttpsServer tls = HttpsServer.create(address, 0);
        tls.setHttpsConfigurator(new HttpsConfigurator(certificate.get().context()));
        return tls;
    }

    /** Stops listening: who connects is refused. */
    public synchronized void refuseConnections() {
        server.stop(0);
    }

    /** What a service is given as its provider's URL. */
    public synchronized URI uri() {
        return URI.create(
                "%s://127.0.0.1:%d%s".formatted(certificate.isPresent() ? "https" : "http", port, dialect.basePath()));
    }

    /** The properties of the provider's service in NiFi that lead it here. */
    public List<Dialect.Setting> settings() {
        return dialect.settings(uri().toString());
    }

    public FaultPlan faults() {
        return faults;
    }

    /** How many requests have arrived. */
    public int requests() {
        return requests.get();
    }

    /** Every job that was taken, in the order they came. */
    public List<ProviderJob> jobs() {
        return jobs.all();
    }

    /** How many jobs are billed under each key; more than 1 is what must never be. */
    public Map<String, Integer> billed() {
        Map<String, Integer> billed = new TreeMap<>();
        jobs.all().forEach(job -> billed.merge(job.key().orElse(""), 1, Integer::sum));
        return billed;
    }

    @Override
    public synchronized void close() {
        server.stop(0);
        threads.shutdownNow();
        jobs.close();
    }
}
