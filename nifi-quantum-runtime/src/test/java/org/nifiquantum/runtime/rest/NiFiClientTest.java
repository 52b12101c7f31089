// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against answers in the form NiFi 2.3.0 gives them; the integration tests ask NiFi itself. */
class NiFiClientTest {

    private FakeNiFi nifi;

    @BeforeEach
    void start() throws IOException {
        nifi = new FakeNiFi();
    }

    @AfterEach
    void stop() {
        nifi.close();
    }

    @Test
    void aBootingNiFiIsNotReady() {
        nifi.answers("GET flow/status", 503, "starting").answers("GET flow/status", "{}");

        assertFalse(nifi.client().isReady());
        assertTrue(nifi.client().isReady());
    }

    @Test
    void aRefusalTellsStatusAndNiFisOwnWords() {
        nifi.answers("GET process-groups/root", 409, "cannot be started because it is not stopped");

        RestException refused =
                assertThrows(RestException.class, () -> nifi.client().groups().root());

        assertEquals(409, refused.status());
        assertTrue(refused.getMessage().contains("not stopped"), refused.getMessage());
    }

    @Test
    void nobodyListeningIsAFailureWithoutStatus() {
        NiFiClient client = nifi.client();
        nifi.close();

        RestException refused =
                assertThrows(RestException.class, () -> client.groups().root());

        assertEquals(0, refused.status());
    }

    @Test
    void aFlowIsUploadedAsAForm() {
        nifi.answers("POST process-groups/p/process-groups/upload", "{\"id\": \"new\"}");

        String group = nifi.client()
                .groups()
                .importFlow("p", "Größe", new Position(8, 16), "{\"flow\": 1}".getBytes(StandardCharsets.UTF_8));

        assertEquals("new", group);
        FakeNiFi.Asked asked = nifi.asked().getFirst();
        String boundary = asked.contentType().replace("multipart/form-data; boundary=", "");
        List<String> parts = List.of(asked.body().split("\r?\n?--" + boundary + "(--)?\r\n", -1));
        assertTrue(parts.get(1).contains("name=\"groupName\"") && parts.get(1).endsWith("\r\n\r\nGröße"), asked.body());
        assertTrue(parts.get(5).contains("filename=") && parts.get(5).endsWith("\r\n\r\n{\"flow\": 1}"), asked.body());
        assertEquals("", parts.getLast());
    }

    @Test
    void contentsTellKindStateAndWhatIsWrong() {
        nifi.answers("GET flow/process-groups/g", """
                {"processGroupFlow": {"flow": {
                  "processors": [{"id": "a", "component": {"name": "A", "type": "x.A", "parentGroupId": "g",
                    "state": "STOPPED", "validationStatus": "INVALID", "validationErrors": ["'B' is required"]}},
                   {"id": "v", "component": {"name": "V", "type": "x.V", "state": "STOPPED",
                    "validationStatus": "VALIDATING"}}],
                  "inputPorts": [{"id": "i", "component": {"name": "in", "state": "RUNNING"}}],
                  "outputPorts": [], "processGroups": []}}}
                """);

        List<Component> contents = nifi.client().groups().contents("g");

        assertEquals(
                new Component(
                        Component.Kind.PROCESSOR,
                        "a",
                        Optional.of("g"),
                        "A",
                        Optional.of("x.A"),
                        Optional.of("STOPPED"),
                        false,
                        List.of("'B' is required")),
                contents.get(0));
        assertFalse(contents.get(1).valid(), "not known yet");
        assertEquals(Component.Kind.INPUT_PORT, contents.get(2).kind());
        assertTrue(contents.get(2).valid());
    }

    @Test
    void aProvenanceSearchIsAskedUntilItIsFinishedAndThenTakenBack() {
        nifi.answers("POST provenance", "{\"provenance\": {\"id\": \"q\"}}")
                .answers("GET provenance/q", "{\"provenance\": {\"finished\": false}}")
                .answers("GET provenance/q", """
                        {"provenance": {"finished": true, "results": {"provenanceEvents": [
                          {"eventId": 8, "eventType": "FETCH", "flowFileUuid": "f"},
                          {"eventId": 7, "eventType": "SEND", "flowFileUuid": "f", "componentType": "SubmitCircuit",
                           "transitUri": "simulator://s/job", "details": "",
                           "attributes": [{"name": "quantum.iteration", "value": "3", "previousValue": "2"}]}]}}}
                        """)
                .answers("DELETE provenance/q", "{}");

        List<ProvenanceEvent> events = nifi.client().provenance().search("quantum.run.id", "r");

        assertEquals(List.of(7L, 8L), events.stream().map(ProvenanceEvent::id).toList());
        assertEquals(Optional.of("simulator://s/job"), events.getFirst().transitUri());
        assertEquals(Optional.empty(), events.getFirst().details());
        assertEquals(Map.of("quantum.iteration", "3"), events.getFirst().attributes());
        assertEquals("DELETE provenance/q", nifi.asked().getLast().what());
    }

    @Test
    void aProvenanceSearchMayHaveSeveralTermsAndALimit() throws IOException {
        nifi.answers("POST provenance", "{\"provenance\": {\"id\": \"q\"}}")
                .answers("GET provenance/q", "{\"provenance\": {\"finished\": true}}")
                .answers("DELETE provenance/q", "{}");

        nifi.client().provenance().search(Map.of("ProcessorID", "p", "EventType", "SEND"), 2_000);

        JsonNode request =
                new ObjectMapper().readTree(nifi.asked().getFirst().body()).at("/provenance/request");
        assertEquals(2_000, request.path("maxResults").asInt());
        assertEquals("p", request.at("/searchTerms/ProcessorID/value").asText());
        assertEquals("SEND", request.at("/searchTerms/EventType/value").asText());
    }

    @Test
    void onlyTheNamedParametersAreSentWithTheVersionTheyStartFrom() throws IOException {
        context();
        nifi.answers("POST parameter-contexts/c/update-requests", "{\"request\": {\"requestId\": \"u\"}}")
                .answers("GET parameter-contexts/c/update-requests/u", "{\"request\": {\"complete\": true}}")
                .answers("DELETE parameter-contexts/c/update-requests/u", "{}");

        nifi.client().parameterContexts().set("c", Map.of("layers", "3"));

        JsonNode sent = new ObjectMapper()
                .readTree(nifi.asked().stream()
                        .filter(asked -> asked.what().startsWith("POST"))
                        .findFirst()
                        .orElseThrow()
                        .body());
        assertEquals(5, sent.at("/revision/version").asInt());
        assertEquals(1, sent.at("/component/parameters").size());
        assertEquals("layers", sent.at("/component/parameters/0/parameter/name").asText());
        assertEquals("3", sent.at("/component/parameters/0/parameter/value").asText());
    }

    @Test
    void aRefusedParameterTellsWhy() {
        context();
        nifi.answers("POST parameter-contexts/c/update-requests", "{\"request\": {\"requestId\": \"u\"}}")
                .answers(
                        "GET parameter-contexts/c/update-requests/u",
                        "{\"request\": {\"complete\": true, \"failureReason\": \"not a number\"}}")
                .answers("DELETE parameter-contexts/c/update-requests/u", "{}");
        ParameterContexts contexts = nifi.client().parameterContexts();

        RestException refused = assertThrows(RestException.class, () -> contexts.set("c", Map.of("layers", "x")));

        assertTrue(refused.getMessage().contains("not a number"), refused.getMessage());
    }

    @Test
    void aQueueIsListedAndTheListingTakenBack() {
        nifi.answers("POST flowfile-queues/c/listing-requests", "{\"listingRequest\": {\"id\": \"l\"}}")
                .answers(
                        "GET flowfile-queues/c/listing-requests/l",
                        "{\"listingRequest\": {\"finished\": true, \"flowFileSummaries\": [{\"uuid\": \"f\"}]}}")
                .answers("DELETE flowfile-queues/c/listing-requests/l", "{}");

        assertEquals(List.of("f"), nifi.client().queues().list("c"));
        assertEquals(
                "DELETE flowfile-queues/c/listing-requests/l",
                nifi.asked().getLast().what());
    }

    @Test
    void queuesAreNamedByTheirEnds() {
        nifi.answers("GET flow/process-groups/g/status", """
                {"processGroupStatus": {"aggregateSnapshot": {"connectionStatusSnapshots": [
                  {"id": "1", "connectionStatusSnapshot": {"sourceName": "A", "destinationName": "B", "flowFilesQueued": 7}},
                  {"id": "2", "connectionStatusSnapshot": {"sourceName": "A", "destinationName": "B", "flowFilesQueued": 3}},
                  {"id": "3", "connectionStatusSnapshot": {"sourceName": "B", "destinationName": "A", "flowFilesQueued": 0}}
                ]}}}
                """);

        assertEquals(Map.of("A -> B", 7, "B -> A", 0), nifi.client().queues().sizes("g"));
    }

    @Test
    void aBulletinNamesItsComponent() {
        nifi.answers("GET flow/bulletin-board", """
                {"bulletinBoard": {"bulletins": [
                  {"id": 1, "groupId": "g", "bulletin": {"sourceName": "Submit", "level": "WARNING", "message": "no circuit"}}]}}
                """);

        assertEquals(List.of("Submit: no circuit"), nifi.client().reports().bulletins("g"));
    }

    @Test
    void aCounterIsNotCountedTwice() {
        nifi.answers("GET counters", """
                {"counters": {"aggregateSnapshot": {"counters": [
                  {"context": "SubmitCircuit (1-2-3)", "name": "jobs", "valueCount": 4},
                  {"context": "All SubmitCircuit's", "name": "jobs", "valueCount": 4}]}}}
                """);

        assertEquals(Map.of("jobs", 4L), nifi.client().reports().counters());
    }

    private void context() {
        nifi.answers("GET parameter-contexts/c", """
                {"revision": {"version": 5}, "component": {"parameters": [
                  {"parameter": {"name": "layers", "description": "How many.", "sensitive": false, "value": "1"}},
                  {"parameter": {"name": "token", "description": "Secret.", "sensitive": true}}]}}
                """);
    }
}
