// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** NiFi's optimistic locking: a change names the version it starts from. */
final class Revisions {

    /** Names us as the author of a change. */
    static final String CLIENT = "nifi-quantum";

    private Revisions() {}

    /** A request's body for something new. */
    static ObjectNode fresh() {
        ObjectNode body = RestConnection.object();
        body.putObject("revision").put("clientId", CLIENT).put("version", 0);
        return body;
    }

    /** A request's body for a change to what the entity shows. */
    static ObjectNode of(JsonNode entity) {
        ObjectNode body = RestConnection.object();
        body.putObject("revision").put("clientId", CLIENT).set("version", entity.at("/revision/version"));
        return body;
    }
}
