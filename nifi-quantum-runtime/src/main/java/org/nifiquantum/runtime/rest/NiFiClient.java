// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import java.net.URI;
import java.time.Duration;

/** One NiFi's REST interface, by topic. Safe for use by several threads. */
public final class NiFiClient {

    private static final Duration READY_LIMIT = Duration.ofSeconds(3);

    private final RestConnection connection;

    /**
     * Connects to nothing yet.
     *
     * @param api the address of the interface, with a slash at its end: {@code http://127.0.0.1:8080/nifi-api/}
     */
    public NiFiClient(URI api) {
        this.connection = new RestConnection(api);
    }

    /** Whether NiFi has booted; false as well while nobody listens. */
    public boolean isReady() {
        try {
            // A booting NiFi accepts connections long before it answers.
            connection.get("flow/status", READY_LIMIT);
            return true;
        } catch (RestException e) {
            return false;
        }
    }

    /** Process groups: import, contents, start and stop, controller services. */
    public ProcessGroups groups() {
        return new ProcessGroups(connection);
    }

    /** Processors and connections put on the canvas one by one. */
    public CanvasEditor editor() {
        return new CanvasEditor(connection);
    }

    /** Controller services made and verified one by one. */
    public ControllerServices services() {
        return new ControllerServices(connection);
    }

    public Queues queues() {
        return new Queues(connection);
    }

    public Provenance provenance() {
        return new Provenance(connection);
    }

    public ParameterContexts parameterContexts() {
        return new ParameterContexts(connection);
    }

    /** Settings of the whole NiFi. */
    public Controller controller() {
        return new Controller(connection);
    }

    /** What NiFi reports about itself. */
    public Reports reports() {
        return new Reports(connection);
    }
}
