// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The history of FlowFiles. Events become searchable a moment after they happen. */
public final class Provenance {

    private static final Duration QUERY_LIMIT = Duration.ofSeconds(60);
    private static final int MAX_RESULTS = 1_000;

    private final RestConnection connection;

    Provenance(RestConnection connection) {
        this.connection = connection;
    }

    /**
     * All events with the given value of an indexed field or attribute, in the order in which they happened.
     *
     * @param field {@code FlowFileUUID}, {@code ProcessorID}, {@code EventType}, ... or an attribute of
     *     {@code nifi.provenance.repository.indexed.attributes}
     */
    public List<ProvenanceEvent> search(String field, String value) {
        return search(Map.of(field, value), MAX_RESULTS);
    }

    /**
     * The events with all of the given values, in the order in which they happened.
     *
     * @param terms values of indexed fields or attributes
     * @param limit NiFi gives no more, and does not say which it leaves out
     */
    public List<ProvenanceEvent> search(Map<String, String> terms, int limit) {
        ObjectNode body = RestConnection.object();
        ObjectNode request = body.putObject("provenance").putObject("request");
        request.put("maxResults", limit).put("summarize", false).put("incrementalResults", false);
        ObjectNode searchTerms = request.putObject("searchTerms");
        terms.forEach((field, value) ->
                searchTerms.putObject(field).put("value", value).put("inverse", false));
        JsonNode finished = ask("provenance", body, "provenance", "?summarize=false&incrementalResults=false");
        return events(finished.at("/results/provenanceEvents"));
    }

    /** The events of a FlowFile and of those it came from or led to: what the canvas draws as its lineage. */
    public List<LineageEvent> lineage(String flowFile) {
        ObjectNode body = RestConnection.object();
        body.putObject("lineage")
                .putObject("request")
                .put("lineageRequestType", "FLOWFILE")
                .put("uuid", flowFile);
        List<LineageEvent> events = new ArrayList<>();
        for (JsonNode node : ask("provenance/lineage", body, "lineage", "").at("/results/nodes")) {
            if (node.path("type").asText().equals("EVENT")) {
                events.add(new LineageEvent(
                        node.path("id").asLong(),
                        node.path("eventType").asText(),
                        node.path("millis").asLong()));
            }
        }
        events.sort(Comparator.comparingLong(LineageEvent::id));
        return events;
    }

    /** The newest events of one component, the last first. */
    public List<ProvenanceEvent> latest(String componentId, int limit) {
        JsonNode answer = connection.get("provenance-events/latest/%s?limit=%d".formatted(componentId, limit));
        List<ProvenanceEvent> events = new ArrayList<>(events(answer.at("/latestProvenanceEvents/provenanceEvents")));
        events.sort(Comparator.comparingLong(ProvenanceEvent::id).reversed());
        return events;
    }

    /** What the FlowFile held after the event; NiFi notes each reading as a DOWNLOAD. */
    public byte[] content(long event) {
        return connection.bytes("provenance-events/%d/content/output".formatted(event));
    }

    /** Poses a question that NiFi answers in the background, and takes the question back afterwards. */
    private JsonNode ask(String path, JsonNode body, String member, String query) {
        String id = connection.post(path, body).path(member).path("id").asText();
        String address = path + "/" + id;
        try {
            return Patience.await(
                            QUERY_LIMIT,
                            () -> Optional.of(connection.get(address + query).path(member))
                                    .filter(answer -> answer.path("finished").asBoolean()))
                    .orElseThrow(() -> new RestException(0, "NiFi did not answer %s in time".formatted(path)));
        } finally {
            connection.delete(address);
        }
    }

    private static List<ProvenanceEvent> events(JsonNode array) {
        List<ProvenanceEvent> events = new ArrayList<>();
        array.forEach(event -> events.add(ProvenanceEvent.of(event)));
        events.sort(Comparator.comparingLong(ProvenanceEvent::id));
        return events;
    }
}
