// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.provenance.ProvenanceEventRecord;
import org.apache.nifi.provenance.ProvenanceEventType;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.Money;

class RouteWorkloadTest {

    private final TestRunner runner = TestRunners.newTestRunner(RouteWorkload.class);

    @Test
    void everyRunGoesTheQuantumRoadByDefault() throws IOException {
        MockFlowFile routed = route(Map.of(), RouteWorkload.REL_QUANTUM);
        routed.assertAttributeEquals(Attributes.ROUTE, "quantum");
        routed.assertContentEquals(Runs.encoded());
        ProvenanceEventRecord event = runner.getProvenanceEvents().getFirst();
        assertEquals(ProvenanceEventType.ROUTE, event.getEventType());
        assertEquals("quantum", event.getRelationship());
        assertTrue(event.getDetails().contains("quantum share 100"), event.getDetails());
    }

    @Test
    void theSwitchClosesTheRoad() {
        set(RouteWorkload.QUANTUM_ROAD, "false");
        MockFlowFile routed = route(Map.of(), RouteWorkload.REL_CLASSICAL);
        routed.assertAttributeEquals(Attributes.ROUTE_REASON, "the quantum road is closed");
    }

    @Test
    void aShadowIsACopyAndTheRunIsServedClassically() throws IOException {
        set(RouteWorkload.QUANTUM_SHARE, "0");
        set(RouteWorkload.SHADOW_SHARE, "100");
        enqueue(Map.of());
        runner.run();
        MockFlowFile served = only(RouteWorkload.REL_CLASSICAL);
        MockFlowFile shadow = only(RouteWorkload.REL_SHADOW);
        assertEquals(served.getAttribute(Attributes.RUN_ID), shadow.getAttribute(Attributes.RUN_ID));
        shadow.assertAttributeEquals(Attributes.ROUTE, "shadow");
        shadow.assertContentEquals(Runs.encoded());
    }

    @Test
    void dataThatMayNotLeaveStays() {
        set(DataClassification.ALLOWED_CLASSIFICATIONS, "public, internal");
        route(Map.of(Attributes.DATA_CLASSIFICATION, "internal"), RouteWorkload.REL_QUANTUM);
        route(Map.of(Attributes.DATA_CLASSIFICATION, "secret"), RouteWorkload.REL_CLASSICAL);
        route(Map.of(), RouteWorkload.REL_CLASSICAL);
    }

    @Test
    void theBackendIsAskedForItsHealthAndItsCost() throws InitializationException {
        FakeBackend backend = new FakeBackend(true, Duration.ZERO);
        runner.addControllerService("backend", backend);
        runner.enableControllerService(backend);
        set(RouteWorkload.QUANTUM_BACKEND, "backend");
        set(RouteWorkload.MAXIMUM_COST, "10");
        set(RouteWorkload.APPROVAL_ABOVE, "1");
        backend.estimateAs(costing("0.97"));
        route(Map.of(), RouteWorkload.REL_QUANTUM);
        backend.estimateAs(costing("1.01"));
        route(Map.of(), RouteWorkload.REL_APPROVAL);
        backend.estimateAs(costing("11"));
        route(Map.of(), RouteWorkload.REL_CLASSICAL);
        backend.failWith(Kind.UNAVAILABLE);
        MockFlowFile routed = route(Map.of(), RouteWorkload.REL_CLASSICAL);
        routed.assertAttributeEquals(Attributes.ROUTE_REASON, "the backend cannot be used: UNAVAILABLE: as told");
        assertEquals(List.of(), backend.submitted());
    }

    @Test
    void theBackendHearsOnlyOfRunsThatNothingElseKeepsFromIt() throws InitializationException {
        FakeBackend backend = new FakeBackend(true, Duration.ZERO);
        runner.addControllerService("backend", backend);
        runner.enableControllerService(backend);
        set(RouteWorkload.QUANTUM_BACKEND, "backend");
        set(RouteWorkload.QUANTUM_ROAD, "false");
        route(Map.of(), RouteWorkload.REL_CLASSICAL);
        set(RouteWorkload.QUANTUM_ROAD, "true");
        set(RouteWorkload.QUANTUM_SHARE, "0");
        route(Map.of(), RouteWorkload.REL_CLASSICAL);
        assertEquals(0, backend.estimates());
        set(RouteWorkload.QUANTUM_SHARE, "100");
        route(Map.of(), RouteWorkload.REL_QUANTUM);
        assertEquals(1, backend.estimates());
    }

    @Test
    void whatIsNoEncodedRunLeavesUnchanged() {
        runner.enqueue("{\"nodes\": []}");
        runner.run();
        MockFlowFile left = only(RouteWorkload.REL_FAILURE);
        left.assertContentEquals("{\"nodes\": []}");
        left.assertAttributeEquals(Attributes.ERROR_KIND, "INVALID");
    }

    @Test
    void sharesAboveTheWholeAreNotValid() {
        set(RouteWorkload.SHADOW_SHARE, "1");
        runner.assertNotValid();
        set(RouteWorkload.QUANTUM_SHARE, "99");
        runner.assertValid();
        set(RouteWorkload.QUANTUM_SHARE, "NaN");
        runner.assertNotValid();
    }

    private static JobEstimate costing(String amount) {
        return new JobEstimate(Optional.of(new Money(new BigDecimal(amount), "USD")), Optional.empty());
    }

    private void set(PropertyDescriptor property, String value) {
        runner.setProperty(property, value);
    }

    private MockFlowFile route(Map<String, String> attributes, Relationship expected) {
        enqueue(attributes);
        runner.run();
        runner.assertAllFlowFilesTransferred(expected, 1);
        MockFlowFile routed = only(expected);
        runner.clearTransferState();
        return routed;
    }

    private MockFlowFile only(Relationship relationship) {
        runner.assertTransferCount(relationship, 1);
        return runner.getFlowFilesForRelationship(relationship).getFirst();
    }

    private void enqueue(Map<String, String> attributes) {
        runner.enqueue(Runs.encoded(), attributes);
    }
}
