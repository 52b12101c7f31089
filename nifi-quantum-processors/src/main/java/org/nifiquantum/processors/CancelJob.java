// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.ReadsAttribute;
import org.apache.nifi.annotation.behavior.ReadsAttributes;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.documentation.UseCase;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.QuantumBackendService;

@Tags({"quantum", "job", "cancel"})
@CapabilityDescription(
        "Cancels the job a run waits for, so that a provider does not go on with what nobody wants any more."
                + " A job that is over already stays as it is.")
@InputRequirement(Requirement.INPUT_REQUIRED)
@ReadsAttributes({
    @ReadsAttribute(attribute = Attributes.JOB_ID, description = "The job to be cancelled; SubmitCircuit writes it."),
    @ReadsAttribute(attribute = Attributes.SUBMISSION_KEY, description = "Of the job; SubmitCircuit writes it."),
    @ReadsAttribute(attribute = Attributes.SUBMITTED_AT, description = "Of the job; SubmitCircuit writes it.")
})
@WritesAttributes({
    @WritesAttribute(attribute = Attributes.RUN_STATUS, description = "cancelled"),
    @WritesAttribute(
            attribute = Attributes.ERROR_KIND,
            description = "Where it does not go to success: the kind of error."),
    @WritesAttribute(
            attribute = Attributes.ERROR_MESSAGE,
            description = "Where it does not go to success: what happened.")
})
@SeeAlso({SubmitCircuit.class, PollResult.class, RouteWorkload.class})
@UseCase(
        description = "Give up runs that wait for a provider and answer them classically",
        keywords = {"outage", "drain"},
        configuration = """
                Stop PollResult, and connect what leads to it to this processor for as long as it takes; "Quantum Backend" is
                that of SubmitCircuit. Connect "success" and "failure" to Fallback.
                """)
public class CancelJob extends RunProcessor implements VerifiableProcessor {

    static final Relationship REL_SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Runs whose job is cancelled, or was over already")
            .build();

    static final Relationship REL_UNAVAILABLE = new Relationship.Builder()
            .name("unavailable")
            .description("The backend cannot be asked for now; the job may go on")
            .build();

    static final Relationship REL_FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Runs without a job, jobs the backend does not know or does not cancel")
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS = List.of(CommonProperties.QUANTUM_BACKEND);

    private static final Set<Relationship> RELATIONSHIPS = Relationships.of(REL_SUCCESS, REL_UNAVAILABLE, REL_FAILURE);

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTY_DESCRIPTORS;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ProcessContext context, ComponentLog verificationLogger, Map<String, String> attributes) {
        return Verification.ofBackend(context, verificationLogger);
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        QuantumBackendService backend =
                context.getProperty(CommonProperties.QUANTUM_BACKEND).asControllerService(QuantumBackendService.class);
        JobHandle handle;
        try {
            handle = WaitingJob.of(flowFile, run(session, flowFile), Duration.ZERO)
                    .handle();
        } catch (RunException e) {
            divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            return;
        }
        try {
            backend.cancel(handle);
        } catch (BackendException e) {
            refused(context, session, flowFile, e);
            return;
        }
        FlowFile cancelled = session.putAttribute(flowFile, Attributes.RUN_STATUS, RunStatus.CANCELLED.text());
        session.getProvenanceReporter()
                .invokeRemoteProcess(cancelled, backend.locate(handle).toString(), "cancelled job " + handle.jobId());
        session.transfer(cancelled, REL_SUCCESS);
        session.adjustCounter("Jobs Cancelled", 1, false);
    }

    private void refused(ProcessContext context, ProcessSession session, FlowFile flowFile, BackendException refusal) {
        switch (refusal.kind()) {
            case RATE_LIMITED -> {
                session.transfer(flowFile);
                context.yield();
            }
            case UNAVAILABLE, AMBIGUOUS ->
                divert(session, flowFile, REL_UNAVAILABLE, refusal.kind().name(), refusal.getMessage());
            case REJECTED, UNAUTHORISED, UNKNOWN_JOB, MALFORMED, OVER_BUDGET, FORBIDDEN, CANCELLED ->
                divert(session, flowFile, REL_FAILURE, refusal.kind().name(), refusal.getMessage());
        }
    }
}
