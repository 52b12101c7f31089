// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.compatibility;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP proxy that opens tunnels, as TLS needs them (RFC 9110, section 9.3.6), and counts them. */
final class LoopbackProxy implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger tunnels = new AtomicInteger();

    private LoopbackProxy(ServerSocket server) {
        this.server = server;
    }

    static LoopbackProxy open() throws IOException {
        LoopbackProxy proxy = new LoopbackProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Future<?> unused = proxy.threads.submit(proxy::accept);
        return proxy;
    }

    int port() {
        return server.getLocalPort();
    }

    int tunnels() {
        return tunnels.get();
    }

    private Void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            Future<?> unused = threads.submit(() -> serve(client));
        }
    }

    private Void serve(Socket client) throws IOException {
        try (client) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
            String[] request = reader.readLine().split(" ", -1);
            String header = reader.readLine();
            while (!header.isEmpty()) {
                header = reader.readLine();
            }
            if (!request[0].equals("CONNECT")) {
                client.getOutputStream().write("HTTP/1.1 405 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                return null;
            }
            String[] target = request[1].split(":", -1);
            try (Socket provider = new Socket(target[0], Integer.parseInt(target[1]))) {
                tunnels.incrementAndGet();
                client.getOutputStream().write("HTTP/1.1 200 Go\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                Future<?> back = threads.submit(() -> copy(provider, client));
                copy(client, provider);
                back.cancel(true);
            }
        }
        return null;
    }

    private static Void copy(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        in.transferTo(to.getOutputStream());
        return null;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
