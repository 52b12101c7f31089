// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A quantum provider on the loopback interface, in the process that starts it: it goes on when a NiFi that uses it is
 * killed, and remembers every submission.
 *
 * <p>Jobs run on the embedded simulator, so their results follow from the seed. A key that is submitted twice makes two
 * jobs, as it does with providers that know no keys.
 */
public final class LoopbackProvider implements AutoCloseable {

    private final JobBook jobs = new JobBook();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private LoopbackProvider(HttpServer server) {
        this.server = server;
        server.createContext(JobsHandler.PATH, new JobsHandler(jobs));
        server.setExecutor(threads);
        server.start();
    }

    /** Opens a provider on any free port. */
    public static LoopbackProvider start() {
        try {
            return new LoopbackProvider(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("No port to be had on the loopback interface", e);
        }
    }

    /** Where it listens, as {@code http://127.0.0.1:40000}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every submission there was, in the order they came; a key stands there as often as it was submitted. */
    public List<JobTicket> submissions() {
        return jobs.tickets();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        jobs.close();
    }
}
