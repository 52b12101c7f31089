// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Settings of the whole NiFi. */
public final class Controller {

    private static final String CONFIG = "controller/config";

    private final RestConnection connection;

    Controller(RestConnection connection) {
        this.connection = connection;
    }

    /** Lets so many processors be at work at the same time; NiFi begins with 10. */
    public void setThreads(int threads) {
        ObjectNode body = Revisions.of(connection.get(CONFIG));
        body.putObject("component").put("maxTimerDrivenThreadCount", threads);
        connection.put(CONFIG, body);
    }

    /** How many nodes of the cluster are connected, as the coordinator sees it; the node must be one of them to know. */
    public int connectedNodes() {
        int connected = 0;
        for (JsonNode node : connection.get("controller/cluster").at("/cluster/nodes")) {
            connected += node.path("status").asText().equals("CONNECTED") ? 1 : 0;
        }
        return connected;
    }
}
