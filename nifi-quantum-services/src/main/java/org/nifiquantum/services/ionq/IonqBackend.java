// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.nifi.logging.ComponentLog;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.support.CachedDescription;
import org.nifiquantum.services.support.CountsPlans;
import org.nifiquantum.services.support.CountsPlans.Work;
import org.nifiquantum.services.support.Deadline;
import org.nifiquantum.services.support.ExactlyOnce;
import org.nifiquantum.services.support.ProviderCall;
import org.nifiquantum.services.support.Resilience;
import org.nifiquantum.services.support.ResilienceSettings;

/** A backend at IonQ: what its client and codec can do, with the resilience all providers share. Thread-safe. */
final class IonqBackend implements QuantumBackend, AutoCloseable {

    private static final int MOST_SHOTS = 1_000_000;
    private static final Duration FIRST_LOOK = Duration.ofMillis(250);
    private static final Duration FIRST_LOOK_AT_DEVICE = Duration.ofSeconds(5);

    private final IonqClient client;
    private final IonqSettings settings;
    private final ExactlyOnce exactlyOnce;
    private final Resilience resilience;
    private final CachedDescription<BackendDescription> description;
    private final InstantSource clock;
    private final CountsPlans plans = new CountsPlans();
    private final NativeCircuits natives = new NativeCircuits();
    private final IonqPolling polling;

    IonqBackend(
            IonqClient client,
            IonqSettings settings,
            ResilienceSettings care,
            ExactlyOnce exactlyOnce,
            Duration descriptionAge,
            ComponentLog log,
            InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.exactlyOnce = exactlyOnce;
        this.clock = clock;
        resilience = new Resilience("IonQ", care, () -> client.backend(settings.backend()), log);
        description = new CachedDescription<>(this::askForDescription, descriptionAge, clock);
        polling = new IonqPolling(client, this::repeat);
    }

    @Override
    public BackendDescription describe() throws BackendException {
        return description.get().description();
    }

    private BackendDescription askForDescription() throws BackendException {
        JsonNode answer;
        try {
            answer = repeat(() -> client.backend(settings.backend()));
        } catch (BackendException e) {
            throw e.kind() == Kind.UNKNOWN_JOB
                    ? new BackendException(Kind.REJECTED, "IonQ has no backend [%s]".formatted(settings.backend()), e)
                    : e;
        }
        return new BackendDescription(
                settings.backend(),
                "IonQ",
                answer.path("qubits").asInt(0),
                MOST_SHOTS,
                false,
                Set.of(Output.COUNTS),
                false,
                settings.isSimulator() ? FIRST_LOOK : FIRST_LOOK_AT_DEVICE,
                Optional.of(IonqCodec.report(answer, clock.instant())));
    }

    @Override
    public JobEstimate estimate(JobRequest request) throws BackendException {
        Work work = plans.work(request);
        if (work.circuits().isEmpty()) {
            return new JobEstimate(Optional.empty(), Optional.empty());
        }
        List<String> query = IonqCodec.estimateQuery(settings, work.circuits(), work.shots());
        return IonqCodec.estimate(
                repeat(() -> client.estimate(query)), work.circuits().size());
    }

    @Override
    public JobHandle submit(JobRequest request) throws BackendException {
        Work work = plans.work(request);
        work.requireFits(settings.backend(), describe().maximumQubits(), MOST_SHOTS);
        JsonNode body = IonqCodec.submission(settings, request.submissionKey(), program(work), work.shots());
        return exactlyOnce.submit(request, again -> send(again, body), this::listed);
    }

    /** The body of a job that IonQ checks and prices, but does not run. */
    JsonNode dryRun(JobRequest request) throws BackendException {
        Work work = plans.work(request);
        return IonqCodec.submission(settings, request.submissionKey(), program(work), work.shots())
                .put("dry_run", true);
    }

    private IonqProgram program(Work work) throws BackendException {
        return IonqProgram.of(settings.form(), natives, work.circuits());
    }

    private JobHandle send(JobRequest request, JsonNode body) throws BackendException {
        // What the provider surely has not taken may be sent again.
        IonqClient.Received answer = repeat(() -> client.submit(body));
        try {
            return new JobHandle(IonqCodec.id(answer.body()), clock.instant(), request, answer.requestId());
        } catch (BackendException e) {
            throw new BackendException(Kind.AMBIGUOUS, e.getMessage(), e);
        }
    }

    @Override
    public Optional<JobHandle> find(JobRequest request) throws BackendException {
        return exactlyOnce.search(request, this::listed);
    }

    private Optional<JobHandle> listed(JobRequest request) throws BackendException {
        Optional<String> next = Optional.empty();
        for (int page = 0; page < settings.lookupPages(); page++) {
            Optional<String> from = next;
            JsonNode answer = repeat(() -> client.page(settings.backend(), from));
            for (JsonNode job : answer.path("jobs")) {
                if (IonqCodec.isUnder(job, request.submissionKey())) {
                    return Optional.of(new JobHandle(
                            IonqCodec.id(job),
                            IonqCodec.instant(job, "submitted_at").orElseGet(clock::instant),
                            request));
                }
            }
            if (!answer.path("jobs").isArray()) {
                throw new BackendException(Kind.MALFORMED, "IonQ's list of jobs cannot be read: /jobs is missing");
            }
            if (!answer.path("next").isTextual()) {
                return Optional.empty();
            }
            next = Optional.of(answer.path("next").asText());
        }
        throw new BackendException(
                Kind.AMBIGUOUS,
                "Submission %s is not among the %d jobs that were looked through, and there are more; raise Lookup Pages"
                        .formatted(request.submissionKey(), settings.lookupPages() * IonqClient.PAGE));
    }

    @Override
    public List<JobState> poll(List<JobHandle> handles, Duration patience) throws BackendException {
        return polling.poll(handles.stream().map(JobHandle::jobId).toList());
    }

    @Override
    public JobResult result(JobHandle handle) throws BackendException {
        String id = handle.jobId();
        JobRequest request = handle.request();
        JsonNode job = repeat(() -> polling.finished(id));
        Work work = plans.work(request);
        IonqProgram program = program(work);
        ObjectNode raw = JsonNodeFactory.instance.objectNode();
        raw.set("job", job);
        List<Counts> counts = new IonqResultReader(client, this::repeatUntilThere)
                .read(job, work.circuits().size(), work.plan().qubits(), work.shots(), raw);
        return new JobResult(
                work.plan().evaluations(request, program.ofQubits(counts)),
                IonqCodec.queued(job),
                IonqCodec.executed(job),
                cost(id),
                Optional.of(program.input().toString()),
                Optional.of(raw.toString()));
    }

    /** Results lag behind the status that promises them. */
    private JsonNode repeatUntilThere(ProviderCall<JsonNode> call) throws BackendException {
        return repeat(() -> {
            try {
                return call.make();
            } catch (BackendException e) {
                throw e.kind() == Kind.UNKNOWN_JOB
                        ? new BackendException(Kind.UNAVAILABLE, "Not there yet: " + e.getMessage(), e)
                        : e;
            }
        });
    }

    /** A result that is paid is not given up because its price cannot be had. */
    private Optional<Money> cost(String id) {
        try {
            return IonqCodec.cost(resilience.once(() -> client.cost(id)));
        } catch (BackendException e) {
            return Optional.empty();
        }
    }

    @Override
    public void cancel(JobHandle handle) throws BackendException {
        polling.cancel(handle.jobId());
    }

    @Override
    public URI locate(JobHandle handle) {
        return client.locate(handle.jobId());
    }

    private <T> T repeat(ProviderCall<T> call) throws BackendException {
        return resilience.repeat(call, Deadline.in(settings.deadline()));
    }

    @Override
    public void close() {
        resilience.close();
    }
}
