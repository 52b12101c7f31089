// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What NiFi reports about itself. */
public final class Reports {

    private final RestConnection connection;

    Reports(RestConnection connection) {
        this.connection = connection;
    }

    /** What can show content, as NiFi lists it: names, addresses, media types. */
    public JsonNode contentViewers() {
        return connection.get("flow/content-viewers").path("contentViewers");
    }

    /** The sum of each counter over all components that count under its name. */
    public Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        for (JsonNode counter : connection.get("counters").at("/counters/aggregateSnapshot/counters")) {
            // NiFi counts each twice: for the component, and for all components of its type.
            if (counter.path("context").asText().startsWith("All ")) {
                counters.merge(
                        counter.path("name").asText(),
                        counter.path("valueCount").asLong(),
                        Long::sum);
            }
        }
        return counters;
    }

    /** What components of the group have warned of in the last five minutes, each with its component's name. */
    public List<String> bulletins(String group) {
        List<String> bulletins = new ArrayList<>();
        for (JsonNode entity :
                connection.get("flow/bulletin-board?groupId=" + group).at("/bulletinBoard/bulletins")) {
            JsonNode bulletin = entity.path("bulletin");
            bulletins.add("%s: %s"
                    .formatted(
                            bulletin.path("sourceName").asText(),
                            bulletin.path("message").asText()));
        }
        return bulletins;
    }
}
