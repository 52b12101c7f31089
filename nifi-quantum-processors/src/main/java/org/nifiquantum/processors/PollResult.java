// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.ReadsAttribute;
import org.apache.nifi.annotation.behavior.ReadsAttributes;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.configuration.DefaultSettings;
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
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.QuantumBackendService;

@Tags({"quantum", "job", "poll", "result", "counts", "expectation"})
@CapabilityDescription("Fetches the results of submitted jobs. Runs whose job is not over wait in the incoming queue,"
        + " unchanged, and are looked at in batches as they fall due: the first time after the backend's own interval,"
        + " then again after as long or after a tenth of the job's age, at least once a minute.")
@InputRequirement(Requirement.INPUT_REQUIRED)
@DefaultSettings(yieldDuration = "100 millis")
@ReadsAttributes({
    @ReadsAttribute(attribute = Attributes.JOB_ID, description = "The job to look for."),
    @ReadsAttribute(attribute = Attributes.SUBMITTED_AT, description = "When it was submitted; decides when to look."),
    @ReadsAttribute(attribute = Attributes.SUBMISSION_KEY, description = "The key it was submitted under.")
})
@WritesAttributes({
    @WritesAttribute(attribute = Attributes.RUN_STATUS, description = "collected"),
    @WritesAttribute(attribute = Attributes.SUBMISSION_STATE, description = "collected"),
    @WritesAttribute(
            attribute = Attributes.COST,
            description = "What all jobs of the run have cost so far, a number, where the provider tells."),
    @WritesAttribute(
            attribute = Attributes.COST_CURRENCY,
            description = "The currency of quantum.cost, or the provider's own unit."),
    @WritesAttribute(
            attribute = Attributes.ERROR_KIND,
            description = "Where it does not go to success: the kind of error."),
    @WritesAttribute(
            attribute = Attributes.ERROR_MESSAGE,
            description = "Where it does not go to success: what happened.")
})
@SeeAlso({SubmitCircuit.class, ClassicalOptimize.class, DecodeSolution.class})
@UseCase(
        description = "Wait for the jobs of a variational loop",
        keywords = {"variational", "loop", "poll"},
        configuration = """
                Set "Quantum Backend" to the service SubmitCircuit uses.
                Connect "success" to ClassicalOptimize, and "expired", "unavailable" and "failure" to Fallback.
                Let "Job Deadline" be what a job may take before another road is better.
                """)
public class PollResult extends RunProcessor implements VerifiableProcessor {

    /** A trigger may wait this long for a local result, which comes sooner than the next trigger would. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    static final PropertyDescriptor JOB_DEADLINE = new PropertyDescriptor.Builder()
            .name("Job Deadline")
            .description("A job that is not over after this time is cancelled at the provider, and its run goes to"
                    + " expired. A run's own limits.jobDeadlineMillis goes before it.")
            .required(true)
            .defaultValue("1 hour")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    static final PropertyDescriptor OUTAGE_PATIENCE = new PropertyDescriptor.Builder()
            .name("Outage Patience")
            .description(
                    "How long a run waits for a provider that gives no proper answer about its job, which may be paid"
                            + " for, before it is given up. It never waits longer than until Job Deadline.")
            .required(true)
            .defaultValue("1 min")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    static final PropertyDescriptor BATCH_SIZE = new PropertyDescriptor.Builder()
            .name("Batch Size")
            .description("How many jobs are looked at in one call. In a loop not more than the smallest back pressure"
                    + " threshold of its connections.")
            .required(true)
            .defaultValue("5")
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .build();

    static final Relationship REL_SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Runs with the result of their job")
            .build();

    static final Relationship REL_EXPIRED = new Relationship.Builder()
            .name("expired")
            .description("Runs whose job was not over at its deadline and was cancelled")
            .build();

    static final Relationship REL_UNAVAILABLE = new Relationship.Builder()
            .name("unavailable")
            .description("The backend could not be asked for as long as Outage Patience; the job may go on")
            .build();

    static final Relationship REL_FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Runs whose job failed or was cancelled, and content that is no run")
            .build();

    static final Relationship REL_RAW = new Relationship.Builder()
            .name("raw")
            .description("The provider's answer as received, where there is one")
            .autoTerminateDefault(true)
            .build();

    private static final List<PropertyDescriptor> PROPERTY_DESCRIPTORS =
            List.of(CommonProperties.QUANTUM_BACKEND, JOB_DEADLINE, OUTAGE_PATIENCE, BATCH_SIZE);

    private static final Set<Relationship> RELATIONSHIPS =
            Relationships.of(REL_SUCCESS, REL_EXPIRED, REL_UNAVAILABLE, REL_FAILURE, REL_RAW);

    private final AtomicReference<Instant> previousLook = new AtomicReference<>(Instant.EPOCH);

    private final UnansweredJobs unanswered = new UnansweredJobs();

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTY_DESCRIPTORS;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    /** Every job is due when the processor starts. */
    @OnScheduled
    public void forgetPreviousLook() {
        previousLook.set(Instant.EPOCH);
        unanswered.forgetAll();
    }

    @Override
    public List<ConfigVerificationResult> verify(
            ProcessContext context, ComponentLog verificationLogger, Map<String, String> attributes) {
        return Verification.ofBackend(context, verificationLogger);
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        QuantumBackendService backend =
                context.getProperty(CommonProperties.QUANTUM_BACKEND).asControllerService(QuantumBackendService.class);
        try {
            BackendDescription description = backend.describe();
            List<FlowFile> due = takeDue(context, session, description);
            if (due.isEmpty()) {
                context.yield();
                return;
            }
            List<WaitingJob> waiting = read(session, due, context);
            look(context, session, new Backend(backend, description), waiting);
        } catch (BackendException e) {
            getLogger().debug("Backend [{}] cannot be described: {}", backend.getIdentifier(), e.getMessage());
            List<FlowFile> some = session.get(context.getProperty(BATCH_SIZE).asInteger());
            read(session, some, context).forEach(one -> refused(context, session, one, e));
            context.yield();
        }
    }

    private List<FlowFile> takeDue(ProcessContext context, ProcessSession session, BackendDescription description) {
        Instant now = clock().instant();
        DueJobs due = new DueJobs(
                previousLook.get(),
                now,
                description.pollInterval(),
                context.getProperty(BATCH_SIZE).asInteger());
        List<FlowFile> taken = session.get(due);
        if (!due.isFull()) {
            previousLook.set(now);
        }
        return taken;
    }

    private record Backend(QuantumBackendService service, BackendDescription description) {}

    private List<WaitingJob> read(ProcessSession session, List<FlowFile> flowFiles, ProcessContext context) {
        Duration deadline = context.getProperty(JOB_DEADLINE).asDuration();
        List<WaitingJob> waiting = new ArrayList<>();
        for (FlowFile flowFile : flowFiles) {
            try {
                waiting.add(WaitingJob.of(flowFile, run(session, flowFile), deadline));
            } catch (RunException e) {
                divert(session, flowFile, REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            }
        }
        return waiting;
    }

    private void look(ProcessContext context, ProcessSession session, Backend backend, List<WaitingJob> waiting) {
        List<JobState> states;
        try {
            states = backend.service()
                    .poll(waiting.stream().map(WaitingJob::handle).toList(), PATIENCE);
        } catch (BackendException e) {
            waiting.forEach(one -> refused(context, session, one, e));
            return;
        }
        // Where one has to wait the next has too: what is collected already must not.
        boolean hasTurn = true;
        for (int i = 0; i < waiting.size(); i++) {
            WaitingJob one = waiting.get(i);
            JobState state = states.get(i);
            if (state.status() != JobStatus.SUCCEEDED) {
                unanswered.forget(one);
            }
            switch (state.status()) {
                case QUEUED, RUNNING ->
                    keepWaiting(session, hasTurn ? Optional.of(backend.service()) : Optional.empty(), one);
                case SUCCEEDED -> {
                    if (hasTurn) {
                        hasTurn = collect(context, session, backend, one);
                    } else {
                        keepWaiting(session, Optional.empty(), one);
                    }
                }
                case FAILED, CANCELLED ->
                    divert(
                            session,
                            one.flowFile(),
                            REL_FAILURE,
                            ErrorKind.JOB_FAILED.name(),
                            "Job %s is %s: %s".formatted(one.handle().jobId(), state.status(), state.message()));
            }
        }
    }

    /**
     * Leaves it in the queue until its deadline.
     *
     * @param backend to cancel the job there; empty where it gives no turn for that
     */
    private void keepWaiting(ProcessSession session, Optional<QuantumBackendService> backend, WaitingJob waiting) {
        if (clock().instant().isBefore(waiting.deadline())) {
            session.transfer(waiting.flowFile());
            return;
        }
        backend.ifPresentOrElse(
                service -> cancel(service, waiting),
                () -> getLogger()
                        .warn(
                                "Job {} is not cancelled: calls are limited",
                                waiting.handle().jobId()));
        unanswered.forget(waiting);
        divert(
                session,
                waiting.flowFile(),
                REL_EXPIRED,
                ErrorKind.EXPIRED.name(),
                "Job %s was not over at %s".formatted(waiting.handle().jobId(), waiting.deadline()));
    }

    private void cancel(QuantumBackendService backend, WaitingJob waiting) {
        try {
            backend.cancel(waiting.handle());
        } catch (BackendException e) {
            getLogger().warn("Job {} cannot be cancelled: {}", waiting.handle().jobId(), e.getMessage());
        }
    }

    /** Fetches the result; false if the provider has to be waited for. */
    private boolean collect(ProcessContext context, ProcessSession session, Backend backend, WaitingJob waiting) {
        FetchedResult result;
        try {
            result = FetchedResult.fetch(backend.service(), backend.description(), waiting, clock());
        } catch (BackendException e) {
            return !refused(context, session, waiting, e);
        } catch (RunException e) {
            divert(session, waiting.flowFile(), REL_FAILURE, ErrorKind.INVALID.name(), e.getMessage());
            return true;
        }
        unanswered.forget(waiting);
        result.result().raw().ifPresent(raw -> transferRaw(session, waiting.flowFile(), raw));
        FlowFile fetched = write(session, waiting.flowFile(), result.run(), result.attributes());
        result.report(session, fetched);
        session.transfer(fetched, REL_SUCCESS);
        return true;
    }

    private static void transferRaw(ProcessSession session, FlowFile flowFile, String raw) {
        FlowFile answer =
                session.write(session.create(flowFile), out -> out.write(raw.getBytes(StandardCharsets.UTF_8)));
        session.transfer(answer, REL_RAW);
    }

    /** Whether it waits on. */
    private boolean refused(
            ProcessContext context, ProcessSession session, WaitingJob waiting, BackendException refusal) {
        Duration patience = context.getProperty(OUTAGE_PATIENCE).asDuration();
        if (unanswered.isWorthWaiting(waiting, refusal.kind(), patience, clock().instant())) {
            getLogger().debug("{} waits: {}", waiting.flowFile(), refusal.getMessage());
            keepWaiting(session, Optional.empty(), waiting);
            context.yield();
            return true;
        }
        unanswered.forget(waiting);
        Relationship relationship = switch (refusal.kind()) {
            case UNAVAILABLE, AMBIGUOUS, RATE_LIMITED -> REL_UNAVAILABLE;
            case REJECTED, UNAUTHORISED, UNKNOWN_JOB, MALFORMED, OVER_BUDGET, FORBIDDEN, CANCELLED -> REL_FAILURE;
        };
        divert(session, waiting.flowFile(), relationship, refusal.kind().name(), refusal.getMessage());
        return false;
    }
}
