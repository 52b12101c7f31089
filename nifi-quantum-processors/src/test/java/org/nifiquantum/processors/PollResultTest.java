// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
import org.nifiquantum.run.document.Execution;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunReader;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Money;

class PollResultTest {

    private final FakeBackend backend = new FakeBackend(true, Duration.ZERO);

    @Test
    void fetchesTheResultIntoTheRun() throws InitializationException {
        TestRunner runner = runner(backend);
        enqueue(runner, Instant.now());
        runner.run();
        MockFlowFile fetched = only(runner, PollResult.REL_SUCCESS);
        Run run = RunReader.read(fetched.toByteArray());
        Execution execution = run.get(Section.EXECUTION);
        assertEquals("job-1", execution.jobId());
        assertEquals("fake", execution.backend());
        assertEquals(1, run.get(Section.RESULT).evaluations().size());
        Totals totals = run.get(Section.TOTALS);
        assertEquals(1, totals.jobs());
        assertEquals(2.5, totals.submitMillis());
        assertEquals(3, totals.queueMillis());
        assertEquals(4, totals.executionMillis());
        ProvenanceEventRecord fetch = runner.getProvenanceEvents().stream()
                .filter(event -> event.getEventType() == ProvenanceEventType.FETCH)
                .findFirst()
                .orElseThrow();
        assertEquals("fake://jobs/job-1", fetch.getTransitUri());
        only(runner, PollResult.REL_RAW).assertContentEquals("raw answer");
    }

    @ParameterizedTest
    @CsvSource({"QUEUED", "RUNNING"})
    void aJobThatIsNotOverWaitsUnchanged(JobStatus status) throws InitializationException {
        backend.setStatus(status);
        TestRunner runner = runner(backend);
        enqueue(runner, Instant.now());
        runner.run();
        runner.assertQueueNotEmpty();
        assertEquals(List.of(), runner.getProvenanceEvents());
    }

    @Test
    void aJobThatIsNotDueIsNotLookedAt() throws InitializationException {
        FakeBackend slow = new FakeBackend(true, Duration.ofHours(1));
        TestRunner runner = runner(slow);
        enqueue(runner, Instant.now());
        runner.run();
        runner.assertQueueNotEmpty();
        assertTrue(((MockProcessContext) runner.getProcessContext()).isYieldCalled());
    }

    @Test
    void aJobPastItsDeadlineIsCancelled() throws InitializationException {
        backend.setStatus(JobStatus.RUNNING);
        TestRunner runner = runner(backend);
        runner.setProperty(PollResult.JOB_DEADLINE, "10 secs");
        enqueue(runner, Instant.now().minusSeconds(11));
        runner.run();
        only(runner, PollResult.REL_EXPIRED).assertAttributeEquals(Attributes.ERROR_KIND, "EXPIRED");
        assertEquals(List.of("job-1"), backend.cancelled());
    }

    /** Not even the calls that would tell get through: nothing may wait without end. */
    @Test
    void aJobPastItsDeadlineExpiresThoughCallsAreLimited() throws InitializationException {
        backend.failWith(Kind.RATE_LIMITED);
        TestRunner runner = runner(backend);
        runner.setProperty(PollResult.JOB_DEADLINE, "10 secs");
        enqueue(runner, Instant.now().minusSeconds(11));
        runner.run();
        only(runner, PollResult.REL_EXPIRED).assertAttributeEquals(Attributes.ERROR_KIND, "EXPIRED");
    }

    @Test
    void whatIsCollectedDoesNotWaitForThoseWithoutATurn() throws InitializationException {
        backend.allowResults(2);
        TestRunner runner = runner(backend);
        for (int i = 0; i < 5; i++) {
            enqueue(runner, Instant.now());
        }
        runner.run();
        runner.assertTransferCount(PollResult.REL_SUCCESS, 2);
        assertEquals(3, runner.getQueueSize().getObjectCount());
        assertEquals(3, backend.resultsAsked(), "after the first refusal none is asked for");
        assertTrue(((MockProcessContext) runner.getProcessContext()).isYieldCalled());
    }

    @Test
    void takesNoMoreThanABatch() throws InitializationException {
        TestRunner runner = runner(backend);
        runner.setProperty(PollResult.BATCH_SIZE, "3");
        for (int i = 0; i < 5; i++) {
            enqueue(runner, Instant.now());
        }
        runner.run(1, false);
        runner.assertTransferCount(PollResult.REL_SUCCESS, 3);
        runner.run();
        runner.assertTransferCount(PollResult.REL_SUCCESS, 5);
    }

    @ParameterizedTest
    @CsvSource({"FAILED", "CANCELLED"})
    void aJobWithoutAResultFails(JobStatus status) throws InitializationException {
        backend.setStatus(status);
        TestRunner runner = runner(backend);
        enqueue(runner, Instant.now());
        runner.run();
        MockFlowFile failed = only(runner, PollResult.REL_FAILURE);
        failed.assertAttributeEquals(Attributes.ERROR_MESSAGE, "Job job-1 is %s: as told".formatted(status));
        assertArrayEquals(Runs.encoded(), failed.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, unavailable",
        "AMBIGUOUS, unavailable",
        "UNKNOWN_JOB, failure",
        "MALFORMED, failure",
        "UNAUTHORISED, failure"
    })
    void eachKindOfRefusalHasItsRoad(Kind kind, String relationship) throws InitializationException {
        backend.failWith(kind);
        TestRunner runner = runner(backend);
        runner.setProperty(PollResult.OUTAGE_PATIENCE, "0 sec");
        enqueue(runner, Instant.now());
        runner.run();
        only(runner, new Relationship.Builder().name(relationship).build())
                .assertAttributeEquals(Attributes.ERROR_KIND, kind.name());
    }

    /** A job that is over is paid for: its result is worth waiting for. */
    @Test
    void aResultThatIsLateIsWaitedFor() throws InitializationException {
        backend.setResultsLate(true);
        TestRunner runner = runner(backend);
        enqueue(runner, Instant.now());
        runner.run(1, false);
        runner.assertQueueNotEmpty();
        assertEquals(List.of(), runner.getProvenanceEvents());
        backend.setResultsLate(false);
        runner.run(1, true, false);
        only(runner, PollResult.REL_SUCCESS);
    }

    @ParameterizedTest
    @CsvSource({"UNAVAILABLE", "AMBIGUOUS", "UNAUTHORISED", "MALFORMED"})
    void anOutageThatIsOverInTimeLosesNoJob(Kind kind) throws InitializationException {
        backend.failWith(kind);
        TestRunner runner = runner(backend);
        enqueue(runner, Instant.now());
        runner.run(3, false);
        runner.assertQueueNotEmpty();
        backend.work();
        runner.run(1, true, false);
        only(runner, PollResult.REL_SUCCESS);
    }

    /** As after a restart in the middle of an outage. */
    @Test
    void aBackendThatCannotEvenBeDescribedHoldsNobodyForever() throws InitializationException {
        backend.setDescribed(false);
        TestRunner runner = runner(backend);
        enqueue(runner, Instant.now());
        runner.run(1, false);
        runner.assertQueueNotEmpty();
        runner.setProperty(PollResult.OUTAGE_PATIENCE, "0 sec");
        runner.run();
        only(runner, PollResult.REL_UNAVAILABLE).assertAttributeEquals(Attributes.ERROR_KIND, "UNAVAILABLE");
    }

    @Test
    void patienceEndsWithTheJobsDeadline() throws InitializationException {
        backend.failWith(Kind.UNAVAILABLE);
        TestRunner runner = runner(backend);
        runner.setProperty(PollResult.JOB_DEADLINE, "10 secs");
        enqueue(runner, Instant.now().minusSeconds(11));
        runner.run();
        only(runner, PollResult.REL_UNAVAILABLE).assertAttributeEquals(Attributes.ERROR_KIND, "UNAVAILABLE");
    }

    @Test
    void tellsWhatTheRunHasCost() throws InitializationException {
        backend.charge(new Money(new BigDecimal("0.3125"), "USD"));
        TestRunner runner = runner(backend);
        enqueue(runner, Instant.now());
        runner.run();
        MockFlowFile fetched = only(runner, PollResult.REL_SUCCESS);
        fetched.assertAttributeEquals(Attributes.COST, "0.3125");
        fetched.assertAttributeEquals(Attributes.COST_CURRENCY, "USD");
        assertEquals(313, runner.getCounterValue("Cost in 1/1000 USD"));
    }

    @ParameterizedTest
    @CsvSource({
        Attributes.JOB_ID + ", is missing; SubmitCircuit writes it",
        Attributes.SUBMITTED_AT + ", is missing; SubmitCircuit writes it",
        Attributes.SUBMISSION_KEY + ", is missing; SubmitCircuit writes it"
    })
    void namesAMissingAttribute(String attribute, String complaint) throws InitializationException {
        TestRunner runner = runner(backend);
        Map<String, String> attributes = attributes(Instant.now());
        attributes.remove(attribute);
        runner.enqueue(Runs.encoded(), attributes);
        runner.run();
        only(runner, PollResult.REL_FAILURE)
                .assertAttributeEquals(Attributes.ERROR_MESSAGE, "attribute %s: %s".formatted(attribute, complaint));
    }

    private static TestRunner runner(FakeBackend backend) throws InitializationException {
        TestRunner runner = TestRunners.newTestRunner(new PollResult());
        runner.addControllerService("backend", backend);
        runner.enableControllerService(backend);
        runner.setProperty(CommonProperties.QUANTUM_BACKEND, "backend");
        return runner;
    }

    private static void enqueue(TestRunner runner, Instant submittedAt) {
        runner.enqueue(Runs.encoded(), attributes(submittedAt));
    }

    private static Map<String, String> attributes(Instant submittedAt) {
        return new HashMap<>(Map.of(
                CoreAttributes.MIME_TYPE.key(),
                Runs.MIME_TYPE,
                Attributes.RUN_ID,
                "r",
                Attributes.JOB_ID,
                "job-1",
                Attributes.SUBMISSION_KEY,
                Runs.submissionKey("backend"),
                Attributes.SUBMITTED_AT,
                submittedAt.toString(),
                Attributes.SUBMIT_MILLIS,
                "2.5"));
    }

    private static MockFlowFile only(TestRunner runner, Relationship relationship) {
        runner.assertTransferCount(relationship, 1);
        return runner.getFlowFilesForRelationship(relationship).getFirst();
    }
}
