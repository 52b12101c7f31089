// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.provenance.ProvenanceEventRecord;
import org.apache.nifi.provenance.ProvenanceEventType;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.MockProcessContext;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.services.api.BackendException.Kind;

class SubmitCircuitTest {

    private final FakeBackend idempotent = new FakeBackend(true, Duration.ZERO);
    private final FakeBackend forgetful = new FakeBackend(false, Duration.ZERO);

    @Test
    void sendsTheCircuitAndTellsProvenanceWhere() throws InitializationException {
        TestRunner runner = runner(idempotent);
        enqueue(runner, Runs.encoded(), "0");
        runner.run();
        MockFlowFile submitted = only(runner, SubmitCircuit.REL_SUCCESS);
        submitted.assertAttributeEquals(Attributes.JOB_ID, "job-1");
        submitted.assertAttributeEquals(Attributes.BACKEND, "fake");
        submitted.assertAttributeEquals(Attributes.SUBMISSION_STATE, Attributes.STATE_SUBMITTED);
        assertArrayEquals(Runs.encoded(), submitted.toByteArray());
        ProvenanceEventRecord send = runner.getProvenanceEvents().getFirst();
        assertEquals(ProvenanceEventType.SEND, send.getEventType());
        assertEquals("fake://jobs/job-1", send.getTransitUri());
        assertTrue(send.getDetails().contains("job-1"), send.getDetails());
    }

    @Test
    void onlyTheCircuitLeaves() throws InitializationException {
        TestRunner runner = runner(idempotent);
        enqueue(runner, Runs.encoded(), "0");
        runner.run();
        assertTrue(Runs.text().contains("reykjavik"), "the problem names a node");
        assertTrue(idempotent.submitted().stream()
                .noneMatch(request -> request.toString().contains("reykjavik")));
    }

    @Test
    void dataThatMayNotLeaveIsDeclinedBeforeAnythingIsSent() throws InitializationException, IOException {
        TestRunner runner = runner(idempotent);
        runner.setProperty(DataClassification.ALLOWED_CLASSIFICATIONS, "public, internal");
        for (Map<String, String> attributes : List.of(
                Map.of(Attributes.DATA_CLASSIFICATION, "secret"),
                Map.of(Attributes.DATA_CLASSIFICATION, ""),
                Map.<String, String>of())) {
            runner.enqueue(Runs.encoded(), attributes);
            runner.run();
            MockFlowFile declined = Runs.take(runner, SubmitCircuit.REL_DECLINED);
            declined.assertAttributeEquals(Attributes.ERROR_KIND, "FORBIDDEN");
            declined.assertContentEquals(Runs.encoded());
        }
        assertEquals(List.of(), idempotent.submitted());
    }

    @Test
    void allowedDataLeaves() throws InitializationException {
        TestRunner runner = runner(idempotent);
        runner.setProperty(DataClassification.ALLOWED_CLASSIFICATIONS, "public, internal");
        runner.enqueue(
                Runs.encoded(),
                Map.of(
                        CoreAttributes.MIME_TYPE.key(),
                        Runs.MIME_TYPE,
                        Attributes.RUN_ID,
                        "r",
                        Attributes.DATA_CLASSIFICATION,
                        "internal"));
        runner.run();
        only(runner, SubmitCircuit.REL_SUCCESS);
        assertEquals(1, idempotent.submitted().size());
    }

    @Test
    void aReturningRunGoesBeforeANewOne() throws InitializationException {
        TestRunner runner = runner(idempotent);
        enqueue(runner, Runs.encoded(), "0");
        enqueue(runner, Runs.encoded(), "0");
        enqueue(runner, Runs.encoded(), "17");
        runner.run();
        only(runner, SubmitCircuit.REL_SUCCESS).assertAttributeEquals(Attributes.ITERATION, "17");
    }

    @Test
    void marksBeforeItSendsWhereARepetitionWouldBeASecondJob() throws InitializationException {
        TestRunner runner = runner(forgetful);
        enqueue(runner, Runs.encoded(), "0");
        runner.run(1, false);
        assertEquals(List.of(), forgetful.submitted());
        runner.assertTransferCount(SubmitCircuit.REL_SUCCESS, 0);
        runner.run();
        only(runner, SubmitCircuit.REL_SUCCESS).assertAttributeEquals(Attributes.JOB_ID, "job-1");
    }

    @Test
    void looksForAJobWhoseAnswerWasLostInACrash() throws InitializationException {
        TestRunner before = runner(forgetful);
        enqueue(before, Runs.encoded(), "0");
        before.run(1, false);
        forgetful.loseNextAnswer();
        before.run();
        MockFlowFile ambiguous = only(before, SubmitCircuit.REL_UNAVAILABLE);
        ambiguous.assertAttributeEquals(Attributes.SUBMISSION_STATE, Attributes.STATE_SENDING);
        ambiguous.assertAttributeEquals(Attributes.ERROR_KIND, "AMBIGUOUS");

        TestRunner after = runner(forgetful);
        after.enqueue(ambiguous);
        after.run();
        only(after, SubmitCircuit.REL_SUCCESS).assertAttributeEquals(Attributes.JOB_ID, "job-1");
        assertEquals(1, forgetful.submitted().size());
    }

    @Test
    void submitsAfterACrashWhereTheProviderHasNoJob() throws InitializationException {
        TestRunner before = runner(forgetful);
        enqueue(before, Runs.encoded(), "0");
        before.run(1, false);
        TestRunner after = runner(forgetful);
        after.enqueue(Runs.encoded(), marked(Map.of()));
        after.run();
        only(after, SubmitCircuit.REL_SUCCESS).assertAttributeEquals(Attributes.JOB_ID, "job-1");
    }

    /** A provider that could not be reached has taken nothing: who comes back is sent, not looked for. */
    @Test
    void whatWasSurelyNotTakenIsNotLookedFor() throws InitializationException {
        TestRunner runner = runner(forgetful);
        enqueue(runner, Runs.encoded(), "0");
        runner.run(1, false);
        forgetful.failWith(Kind.UNAVAILABLE);
        runner.run();
        MockFlowFile refused = only(runner, SubmitCircuit.REL_UNAVAILABLE);
        refused.assertAttributeNotExists(Attributes.SUBMISSION_STATE);
        assertEquals(0, forgetful.lookups());
    }

    /** Nor is a run that waits for its turn, in the same process. */
    @Test
    void whatWaitsForItsTurnIsNotLookedFor() throws InitializationException {
        TestRunner runner = runner(forgetful);
        enqueue(runner, Runs.encoded(), "0");
        runner.run(1, false);
        forgetful.failWith(Kind.RATE_LIMITED);
        runner.run(3, false);
        runner.assertTransferCount(SubmitCircuit.REL_SUCCESS, 0);
        forgetful.work();
        runner.run();
        only(runner, SubmitCircuit.REL_SUCCESS).assertAttributeEquals(Attributes.JOB_ID, "job-1");
        assertEquals(0, forgetful.lookups());
    }

    /** A queue that balances its load has brought it here: looked up, not found, and told why. */
    @Test
    void aMarkOfAnotherNodeIsExplained() throws InitializationException {
        TestRunner runner = runner(forgetful);
        forgetful.failWith(Kind.AMBIGUOUS);
        runner.enqueue(Runs.encoded(), marked(Map.of(Attributes.SUBMISSION_NODE, "node-2:8443")));
        runner.run();
        String message = only(runner, SubmitCircuit.REL_UNAVAILABLE).getAttribute(Attributes.ERROR_MESSAGE);
        assertTrue(message.contains("marked as sending on the node node-2:8443"), message);
        assertEquals(1, forgetful.lookups());
    }

    /** A job that may have been paid for is looked for before the run is declined, and nothing is sent against the policy. */
    @Test
    void aPolicyThatTightensLosesNoJob() throws InitializationException {
        TestRunner before = runner(forgetful);
        enqueue(before, Runs.encoded(), "0");
        before.run(1, false);
        forgetful.loseNextAnswer();
        before.run();
        MockFlowFile ambiguous = only(before, SubmitCircuit.REL_UNAVAILABLE);

        TestRunner after = runner(forgetful);
        after.setProperty(DataClassification.ALLOWED_CLASSIFICATIONS, "public");
        after.enqueue(ambiguous);
        after.run();
        only(after, SubmitCircuit.REL_SUCCESS).assertAttributeEquals(Attributes.JOB_ID, "job-1");
        assertEquals(1, forgetful.submitted().size());
    }

    @Test
    void aPolicyThatTightensDeclinesWhatWasNotSent() throws InitializationException {
        TestRunner before = runner(forgetful);
        enqueue(before, Runs.encoded(), "0");
        before.run(1, false);
        before.setProperty(DataClassification.ALLOWED_CLASSIFICATIONS, "public");
        before.run();
        only(before, SubmitCircuit.REL_DECLINED).assertAttributeNotExists(Attributes.SUBMISSION_STATE);

        TestRunner after = runner(forgetful);
        after.setProperty(DataClassification.ALLOWED_CLASSIFICATIONS, "public");
        after.enqueue(Runs.encoded(), marked(Map.of()));
        after.run();
        only(after, SubmitCircuit.REL_DECLINED).assertAttributeNotExists(Attributes.SUBMISSION_STATE);
        assertEquals(1, forgetful.lookups());
        assertEquals(List.of(), forgetful.submitted());
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED, failure", "UNAUTHORISED, failure", "UNAVAILABLE, unavailable", "AMBIGUOUS, unavailable",
        "MALFORMED, unavailable", "OVER_BUDGET, declined", "FORBIDDEN, declined", "CANCELLED, failure"
    })
    void eachKindOfRefusalHasItsRoad(Kind kind, String relationship) throws InitializationException {
        TestRunner runner = runner(idempotent);
        idempotent.failWith(kind);
        enqueue(runner, Runs.encoded(), "0");
        runner.run();
        MockFlowFile refused =
                only(runner, new Relationship.Builder().name(relationship).build());
        refused.assertAttributeEquals(Attributes.ERROR_KIND, kind.name());
        assertArrayEquals(Runs.encoded(), refused.toByteArray());
    }

    @Test
    void aRateLimitWaitsInTheQueue() throws InitializationException {
        TestRunner runner = runner(idempotent);
        idempotent.failWith(Kind.RATE_LIMITED);
        enqueue(runner, Runs.encoded(), "0");
        runner.run();
        runner.assertQueueNotEmpty();
        assertTrue(((MockProcessContext) runner.getProcessContext()).isYieldCalled());
    }

    @Test
    void whoHasWaitedLongEnoughTakesAnotherRoad() throws InitializationException {
        TestRunner runner = runner(forgetful);
        runner.setProperty(SubmitCircuit.LONGEST_WAIT, "1 nanos");
        forgetful.failWith(Kind.RATE_LIMITED);
        enqueue(runner, Runs.encoded(), "0");
        runner.run(3);
        MockFlowFile late = only(runner, SubmitCircuit.REL_UNAVAILABLE);
        late.assertAttributeEquals(Attributes.ERROR_KIND, "RATE_LIMITED");
        late.assertAttributeNotExists(Attributes.SUBMISSION_STATE);
        assertArrayEquals(Runs.encoded(), late.toByteArray());
    }

    @Test
    void makesABareCircuitARun() throws InitializationException {
        TestRunner runner = runner(idempotent);
        runner.setProperty(CommonProperties.SHOTS, "7");
        runner.enqueue("OPENQASM 3.0;\ninclude \"stdgates.inc\";\nqubit[2] q;\nh q[0];\n");
        runner.run(2);
        only(runner, SubmitCircuit.REL_SUCCESS).assertAttributeEquals("mime.type", Runs.MIME_TYPE);
        assertEquals(7, idempotent.submitted().getFirst().shots());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPENQASM 3.0; qubit q; nonsense q; | nonsense",
                "{\"type\": \"maxcut\", \"edges\": []} | /nodes",
                "{\"type\": \"maxcut\", \"nodes\": [1], \"edges\": []} | EncodeProblem makes it one",
                "hello | neither JSON"
            })
    void whatIsNoCircuitFailsUnchanged(String content, String complaint) throws InitializationException {
        TestRunner runner = runner(idempotent);
        runner.enqueue(content);
        runner.run();
        MockFlowFile failed = only(runner, SubmitCircuit.REL_FAILURE);
        failed.assertContentEquals(content);
        assertTrue(
                failed.getAttribute(Attributes.ERROR_MESSAGE).contains(complaint),
                failed.getAttribute(Attributes.ERROR_MESSAGE));
    }

    private static TestRunner runner(FakeBackend backend) throws InitializationException {
        TestRunner runner = TestRunners.newTestRunner(new SubmitCircuit());
        runner.addControllerService("backend", backend);
        runner.enableControllerService(backend);
        runner.setProperty(CommonProperties.QUANTUM_BACKEND, "backend");
        return runner;
    }

    private static void enqueue(TestRunner runner, byte[] run, String iteration) {
        runner.enqueue(
                run,
                Map.of(
                        CoreAttributes.MIME_TYPE.key(),
                        Runs.MIME_TYPE,
                        Attributes.RUN_ID,
                        "r",
                        Attributes.ITERATION,
                        iteration));
    }

    private static MockFlowFile only(TestRunner runner, Relationship relationship) {
        runner.assertTransferCount(relationship, 1);
        return runner.getFlowFilesForRelationship(relationship).getFirst();
    }

    /** What a run carries that was marked, and more. */
    private static Map<String, String> marked(Map<String, String> more) throws InitializationException {
        Map<String, String> attributes = new HashMap<>(Map.of(
                CoreAttributes.MIME_TYPE.key(),
                Runs.MIME_TYPE,
                Attributes.RUN_ID,
                "r",
                Attributes.SUBMISSION_STATE,
                Attributes.STATE_SENDING,
                Attributes.SUBMISSION_KEY,
                Runs.submissionKey("backend")));
        attributes.putAll(more);
        return attributes;
    }
}
