// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.nifi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Picks ports on the loopback interface. */
public final class FreePort {

    private FreePort() {}

    /** A port nobody listened on when asked. Another program may still take it first: whoever binds it must cope. */
    public static int any() {
        return probe(0);
    }

    /** As {@link #any}, for a second port: never the one already chosen. */
    public static int anyBut(int chosen) {
        int port = any();
        while (port == chosen) {
            port = any();
        }
        return port;
    }

    /** So many different ones. */
    public static List<Integer> several(int count) {
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < count) {
            ports.add(any());
        }
        return List.copyOf(ports);
    }

    /**
     * The given port, once it is known to be free.
     *
     * @throws EnvironmentException if somebody listens on it
     */
    public static int exactly(int port) {
        return probe(port);
    }

    private static int probe(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without this a port whose last connection lingers in TIME_WAIT would count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EnvironmentException(
                    "Port %d on 127.0.0.1 is not free (%s); choose another with --port, or leave it out."
                            .formatted(port, e.getMessage()),
                    e);
        }
    }
}
