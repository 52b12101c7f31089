// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What waits in a connection. */
public final class Queues {

    private static final Duration LISTING_LIMIT = Duration.ofSeconds(30);

    private final RestConnection connection;

    Queues(RestConnection connection) {
        this.connection = connection;
    }

    /** How many FlowFiles wait in each connection that stands directly in the group, by the names of its two ends. */
    public Map<String, Integer> sizes(String group) {
        Map<String, Integer> sizes = new TreeMap<>();
        connection
                .get("flow/process-groups/%s/status?recursive=false".formatted(group))
                .at("/processGroupStatus/aggregateSnapshot/connectionStatusSnapshots")
                .forEach(entity -> {
                    JsonNode status = entity.path("connectionStatusSnapshot");
                    sizes.merge(
                            "%s -> %s"
                                    .formatted(
                                            status.path("sourceName").asText(),
                                            status.path("destinationName").asText()),
                            status.path("flowFilesQueued").asInt(),
                            Math::max);
                });
        return sizes;
    }

    /** How many FlowFiles wait, or are being worked on, in the group and below it. */
    public int total(String group) {
        return connection
                .get("flow/process-groups/%s/status?recursive=false".formatted(group))
                .at("/processGroupStatus/aggregateSnapshot/flowFilesQueued")
                .asInt();
    }

    /** The identifiers of the FlowFiles in the queue, first first; NiFi lists at most 100. */
    public List<String> list(String connectionId) {
        String requests = "flowfile-queues/%s/listing-requests".formatted(connectionId);
        String request = connection
                .post(requests, RestConnection.object())
                .at("/listingRequest/id")
                .asText();
        try {
            JsonNode finished = Patience.await(
                            LISTING_LIMIT,
                            () -> Optional.of(connection
                                            .get(requests + "/" + request)
                                            .path("listingRequest"))
                                    .filter(listing -> listing.path("finished").asBoolean()))
                    .orElseThrow(() -> new RestException(0, "listing queue %s took too long".formatted(connectionId)));
            List<String> flowFiles = new ArrayList<>();
            finished.path("flowFileSummaries")
                    .forEach(summary -> flowFiles.add(summary.path("uuid").asText()));
            return flowFiles;
        } finally {
            connection.delete(requests + "/" + request);
        }
    }

    public Map<String, String> attributes(String connectionId, String flowFile) {
        Map<String, String> attributes = new TreeMap<>();
        connection
                .get("flowfile-queues/%s/flowfiles/%s".formatted(connectionId, flowFile))
                .at("/flowFile/attributes")
                .properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
        return attributes;
    }

    /** The content; NiFi notes each reading as a DOWNLOAD in provenance. */
    public byte[] content(String connectionId, String flowFile) {
        return connection.bytes("flowfile-queues/%s/flowfiles/%s/content".formatted(connectionId, flowFile));
    }
}
