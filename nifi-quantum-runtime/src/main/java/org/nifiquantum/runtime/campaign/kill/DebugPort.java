// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.campaign.kill;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector.Argument;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.Patience;

/** Connects to a JVM that listens for a debugger on this machine. */
final class DebugPort {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SOCKET_CONNECTOR = "com.sun.jdi.SocketAttach";

    private DebugPort() {}

    /** The argument that makes a JVM listen on the port, of this machine only, from its start on. */
    static String listening(int port) {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:" + port;
    }

    /** Connects, and waits for a JVM that has just been started. */
    static VirtualMachine attach(int port) {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(candidate -> candidate.name().equals(SOCKET_CONNECTOR))
                .findFirst()
                .orElseThrow(() -> new EnvironmentException("This Java cannot debug: it has no " + SOCKET_CONNECTOR));
        Map<String, Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        return Patience.await(LIMIT, () -> tryAttach(connector, arguments))
                .orElseThrow(() -> new EnvironmentException("No JVM listens for a debugger on 127.0.0.1:%d within %d s."
                        .formatted(port, LIMIT.toSeconds())));
    }

    private static Optional<VirtualMachine> tryAttach(AttachingConnector connector, Map<String, Argument> arguments) {
        try {
            return Optional.of(connector.attach(arguments));
        } catch (IOException e) {
            return Optional.empty();
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }
}
