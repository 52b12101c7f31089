// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.nifi.provenance.ProvenanceEventType;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nifiquantum.services.api.BackendException.Kind;

class CancelJobTest {

    private final FakeBackend backend = new FakeBackend(true, Duration.ZERO);
    private final TestRunner runner = TestRunners.newTestRunner(CancelJob.class);

    @BeforeEach
    void useBackend() throws InitializationException {
        use(runner);
    }

    @Test
    void cancelsTheJobOfARun() throws InitializationException, IOException {
        runner.enqueue(submitted());
        runner.run();
        MockFlowFile cancelled = Runs.take(runner, CancelJob.REL_SUCCESS);
        assertEquals(List.of("job-1"), backend.cancelled());
        cancelled.assertAttributeEquals(Attributes.RUN_STATUS, "cancelled");
        cancelled.assertContentEquals(Runs.encoded());
        assertEquals(
                ProvenanceEventType.REMOTE_INVOCATION,
                runner.getProvenanceEvents().getFirst().getEventType());
    }

    @Test
    void aBackendThatCannotBeAskedIsNoFailureOfTheRun() throws InitializationException {
        MockFlowFile submitted = submitted();
        backend.failWith(Kind.UNAVAILABLE);
        runner.enqueue(submitted);
        runner.run();
        Runs.take(runner, CancelJob.REL_UNAVAILABLE).assertAttributeEquals(Attributes.ERROR_KIND, "UNAVAILABLE");
    }

    @Test
    void aJobThatIsNotKnownIsAFailure() throws InitializationException {
        MockFlowFile submitted = submitted();
        backend.failWith(Kind.UNKNOWN_JOB);
        runner.enqueue(submitted);
        runner.run();
        Runs.take(runner, CancelJob.REL_FAILURE).assertAttributeEquals(Attributes.ERROR_KIND, "UNKNOWN_JOB");
    }

    @Test
    void aRunThatWasNotSubmittedHasNothingToCancel() {
        runner.enqueue(Runs.encoded());
        runner.run();
        Runs.take(runner, CancelJob.REL_FAILURE).assertAttributeEquals(Attributes.ERROR_KIND, "INVALID");
        assertEquals(List.of(), backend.cancelled());
    }

    private MockFlowFile submitted() throws InitializationException {
        TestRunner submitting = TestRunners.newTestRunner(SubmitCircuit.class);
        use(submitting);
        submitting.enqueue(Runs.encoded(), Map.of("mime.type", Runs.MIME_TYPE, Attributes.RUN_ID, "r"));
        submitting.run();
        return Runs.take(submitting, SubmitCircuit.REL_SUCCESS);
    }

    private void use(TestRunner user) throws InitializationException {
        user.addControllerService("backend", backend);
        user.enableControllerService(backend);
        user.setProperty(CommonProperties.QUANTUM_BACKEND, "backend");
    }
}
