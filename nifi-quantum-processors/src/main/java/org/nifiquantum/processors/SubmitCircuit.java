// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.apache.nifi.annotation.lifecycle.OnScheduled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Totals;
import org.nifiquantum.run.step.JobRequests;
import org.nifiquantum.run.step.SubmissionKey;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.QuantumBackendService;

@Tags({"quantum", "circuit", "job", "submit", "simulator", "openqasm"})
@CapabilityDescription(
        "Submits the circuit and request of a run to a quantum backend and goes on without waiting for the"
                + " result, which PollResult fetches. A run that comes back for its next evaluation goes before a new one, so a"
                + " loop cannot fill up. Takes a bare OpenQASM circuit too, and makes it a run first.")
@InputRequirement(Requirement.INPUT_REQUIRED)
@ReadsAttributes({
    @ReadsAttribute(
            attribute = Attributes.ITERATION,
            description = "Tells a returning run, 1 or more, from a new one."),
    @ReadsAttribute(
            attribute = Attributes.DATA_CLASSIFICATION,
            description = "How sensitive the data is; see Allowed Data Classifications."),
    @ReadsAttribute(
            attribute = Attributes.SUBMISSION_STATE,
            description = "sending: a submission was begun and its answer is not known.")
})
@WritesAttributes({
    @WritesAttribute(attribute = Attributes.RUN_ID, description = "The id of the run."),
    @WritesAttribute(attribute = Attributes.RUN_STATUS, description = "submitted"),
    @WritesAttribute(attribute = Attributes.JOB_ID, description = "The provider's name of the job."),
    @WritesAttribute(attribute = Attributes.BACKEND, description = "Where the job was submitted."),
    @WritesAttribute(
            attribute = Attributes.SUBMISSION_KEY,
            description = "The same for each attempt at one submission."),
    @WritesAttribute(attribute = Attributes.SUBMISSION_STATE, description = "sending, then submitted."),
    @WritesAttribute(
            attribute = Attributes.SUBMISSION_NODE,
            description = "In a cluster: the node that marked it as sending."),
    @WritesAttribute(attribute = Attributes.SUBMITTED_AT, description = "When the backend took the job, ISO-8601."),
    @WritesAttribute(attribute = Attributes.SUBMIT_MILLIS, description = "How long the call took."),
    @WritesAttribute(
            attribute = Attributes.ERROR_KIND,
            description = "Where it does not go to success: the kind of error."),
    @WritesAttribute(
            attribute = Attributes.ERROR_MESSAGE,
            description = "Where it does not go to success: what happened.")
})
@SeeAlso({EncodeProblem.class, PollResult.class, Fallback.class})
@UseCase(
        description = "Submit each evaluation of a variational loop",
        keywords = {"variational", "loop"},
        configuration = """
                Connect EncodeProblem's "success" and ClassicalOptimize's "evaluate" to this processor.
                Connect "success" to PollResult; "unavailable", "declined" and "failure" to Fallback.
                """)
@UseCase(
        description = "Run OpenQASM files",
        keywords = {"openqasm"},
        configuration = """
                Feed the files directly; "Shots" and "Seed" hold for them.
                Connect "success" to PollResult, whose "success" has the counts in result.evaluations.
                """)
public class SubmitCircuit extends RunProcessor implements VerifiableProcessor {

    static final Relationship REL_SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Runs whose job the backend has taken")
            .build();

    static final Relationship REL_UNAVAILABLE = new Relationship.Builder()
            .name("unavailable")
            .description("The backend cannot be used for now: an outage, an open breaker, an exhausted quota")
            .build();

    static final Relationship REL_DECLINED = new Relationship.Builder()
            .name("declined")
            .description("Not sent: a budget, a data policy or a missing approval forbids it")
            .build();

    static final Relationship REL_FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Runs and circuits that this backend will never take; the content is unchanged")
            .build();

    static final PropertyDescriptor LONGEST_WAIT = new PropertyDescriptor.Builder()
            .name("Longest Wait")
            .description(
                    "How long a run waits for its turn, in the incoming queue, where the provider or the service limits"
                            + " the rate of calls; then it goes to unavailable.")
            .required(true)
            .defaultValue("10 mins")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS = List.of(
            CommonProperties.QUANTUM_BACKEND,
            CommonProperties.SHOTS,
            CommonProperties.SEED,
            LONGEST_WAIT,
            DataClassification.ALLOWED_CLASSIFICATIONS);

    private static final Set<Relationship> RELATIONSHIPS =
            Relationships.of(REL_SUCCESS, REL_UNAVAILABLE, REL_DECLINED, REL_FAILURE);

    private final SendingMarks marks = new SendingMarks();

    private final WaitingTurns turns = new WaitingTurns();

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTY_DESCRIPTORS;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    /** Nobody has waited for a turn while there were none. */
    @OnScheduled
    public void forgetWaits() {
        turns.forgetAll();
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ProcessContext context, ComponentLog verificationLogger, Map<String, String> attributes) {
        return Verification.ofBackend(context, verificationLogger);
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile =
                session.get(new OneReturningRun()).stream().findFirst().orElseGet(session::get);
        if (flowFile == null) {
            return;
        }
        Optional<String> objection = DataClassification.policy(context).objection(DataClassification.of(flowFile));
        if (objection.isPresent() && !marks.mayHaveBeenSent(flowFile)) {
            divert(session, marks.unmarked(session, flowFile), REL_DECLINED, Kind.FORBIDDEN.name(), objection.get());
            return;
        }
        if (!isRun(flowFile)) {
            adopt(context, session, flowFile);
            return;
        }
        Submitting submitting;
        try {
            submitting = prepare(context, run(session, flowFile));
        } catch (RunException e) {
            divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            return;
        }
        try {
            submit(session, flowFile, submitting, objection);
        } catch (BackendException e) {
            refused(context, session, flowFile, submitting.job().submissionKey(), e);
        }
    }

    /** Makes a bare circuit, or a run from elsewhere, one of ours and puts it back in the queue. */
    private void adopt(ProcessContext context, ProcessSession session, FlowFile flowFile) {
        Run run;
        try {
            run = Adoption.adopt(content(session, flowFile), flowFile, context, clock());
        } catch (RunException e) {
            divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            return;
        }
        session.transfer(write(session, flowFile, run, Map.of()));
    }

    /** A submission that is about to be made. */
    private record Submitting(QuantumBackendService backend, Request request, JobRequest job) {}

    private static Submitting prepare(ProcessContext context, Run run) {
        QuantumBackendService backend =
                context.getProperty(CommonProperties.QUANTUM_BACKEND).asControllerService(QuantumBackendService.class);
        String key = SubmissionKey.of(run, backend.getIdentifier(), SubmissionKey.FIRST);
        return new Submitting(backend, run.get(Section.REQUEST), JobRequests.of(run, key));
    }

    /**
     * Sends, in two triggers where the backend cannot tell a repetition: the mark of the first is committed before the
     * second sends, so that a crash in between, or an answer that is lost, leads to a lookup and not to a second job.
     */
    private void submit(ProcessSession session, FlowFile flowFile, Submitting submitting, Optional<String> objection)
            throws BackendException {
        BackendDescription description = submitting.backend().describe();
        String key = submitting.job().submissionKey();
        boolean marked = SendingMarks.isMarked(flowFile, key);
        if (!marked && objection.isPresent()) {
            throw new BackendException(Kind.FORBIDDEN, objection.get());
        }
        if (!marked && !description.idempotentSubmit()) {
            session.transfer(
                    marks.mark(session, flowFile, key, getNodeTypeProvider().getCurrentNode()));
            return;
        }
        long start = System.nanoTime();
        JobHandle handle = marked
                ? marks.sendMarked(submitting.backend(), submitting.job(), objection)
                : submitting.backend().submit(submitting.job());
        transferSubmitted(
                session, flowFile, submitting, description, handle, Duration.ofNanos(System.nanoTime() - start));
    }

    private void transferSubmitted(
            ProcessSession session,
            FlowFile flowFile,
            Submitting submitting,
            BackendDescription description,
            JobHandle handle,
            Duration took) {
        Request request = submitting.request();
        FlowFile submitted = session.putAllAttributes(
                flowFile,
                Map.of(
                        Attributes.RUN_STATUS, RunStatus.SUBMITTED.text(),
                        Attributes.JOB_ID, handle.jobId(),
                        Attributes.BACKEND, description.name(),
                        Attributes.SUBMISSION_KEY, submitting.job().submissionKey(),
                        Attributes.SUBMISSION_STATE, Attributes.STATE_SUBMITTED,
                        Attributes.SUBMITTED_AT, handle.submittedAt().toString(),
                        Attributes.SUBMIT_MILLIS, Double.toString(Totals.millis(took))));
        session.getProvenanceReporter()
                .send(
                        submitted,
                        submitting.backend().locate(handle).toString(),
                        "job %s%s, iteration %d: %d evaluations of circuit %s, %d shots, seed %d"
                                .formatted(
                                        handle.jobId(),
                                        handle.requestId()
                                                .map(" (request %s)"::formatted)
                                                .orElse(""),
                                        request.iteration(),
                                        request.bindings().size(),
                                        submitting.job().programSha256(),
                                        request.shots(),
                                        request.seed()),
                        took.toMillis(),
                        // A job that a repetition would not find again has to be told of even if this session fails.
                        !description.idempotentSubmit());
        turns.forget(submitting.job().submissionKey());
        session.transfer(submitted, REL_SUCCESS);
        session.adjustCounter("Circuits Submitted", 1, false);
        getLogger().debug("{} submitted as job {}", submitted, handle.jobId());
    }

    private void refused(
            ProcessContext context, ProcessSession session, FlowFile flowFile, String key, BackendException refusal) {
        Relationship relationship = switch (refusal.kind()) {
            case RATE_LIMITED -> mayWait(context, flowFile, key) ? Relationship.SELF : REL_UNAVAILABLE;
            case OVER_BUDGET, FORBIDDEN -> REL_DECLINED;
            case REJECTED, UNAUTHORISED, UNKNOWN_JOB, CANCELLED -> REL_FAILURE;
            case UNAVAILABLE, AMBIGUOUS, MALFORMED -> REL_UNAVAILABLE;
        };
        if (Relationship.SELF.equals(relationship)) {
            getLogger().debug("{} waits: {}", flowFile, refusal.getMessage());
            session.transfer(flowFile);
            context.yield();
            return;
        }
        turns.forget(key);
        divert(
                session,
                marks.unmarked(session, flowFile),
                relationship,
                refusal.kind().name(),
                SendingMarks.explained(flowFile, refusal, getNodeTypeProvider().getCurrentNode()));
    }

    private boolean mayWait(ProcessContext context, FlowFile flowFile, String key) {
        return turns.mayWait(key, flowFile, context.getProperty(LONGEST_WAIT).asDuration(), clock().instant());
    }
}
