// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.ionq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Money;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.support.BoundCircuit;
import org.nifiquantum.services.support.CachedDescription;
import org.nifiquantum.services.support.CountsPlan;
import org.nifiquantum.services.support.Deadline;
import org.nifiquantum.services.support.ExactlyOnce;
import org.nifiquantum.services.support.ProviderCall;
import org.nifiquantum.services.support.Resilience;
import org.nifiquantum.services.support.ResilienceSettings;

/** A backend at IonQ: what its client and codec can do, with the resilience all providers share. Thread-safe. */
final class IonqBackend implements QuantumBackend, AutoCloseable {

    private static final int MOST_SHOTS = 1_000_000;
    private static final int PLANS_KEPT = 100;
    private static final Duration FIRST_LOOK = Duration.ofMillis(250);
    private static final Duration FIRST_LOOK_AT_DEVICE = Duration.ofSeconds(5);

    private final IonqClient client;
    private final IonqSettings settings;
    private final ExactlyOnce exactlyOnce;
    private final Resilience resilience;
    private final CachedDescription<BackendDescription> description;
    private final InstantSource clock;
    private final Cache<PlanKey, CountsPlan> plans =
            Caffeine.newBuilder().maximumSize(PLANS_KEPT).build();

    /** All of a request that a plan depends on. */
    private record PlanKey(String programSha256, Optional<Observable> observable, Set<Output> outputs, boolean exact) {}

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
                settings.isSimulator() ? FIRST_LOOK : FIRST_LOOK_AT_DEVICE);
    }

    @Override
    public JobEstimate estimate(JobRequest request) throws BackendException {
        CountsPlan plan = plan(request);
        List<BoundCircuit> circuits = plan.circuits(request);
        if (circuits.isEmpty()) {
            return new JobEstimate(Optional.empty(), Optional.empty());
        }
        List<String> query = IonqCodec.estimateQuery(settings, circuits, plan.shotsPerCircuit(request.shots()));
        return IonqCodec.estimate(repeat(() -> client.estimate(query)), circuits.size());
    }

    @Override
    public JobHandle submit(JobRequest request) throws BackendException {
        JsonNode body = body(request);
        return exactlyOnce.submit(request, again -> send(again, body), this::listed);
    }

    /** Checked before anything is sent: a job that cannot run is refused here and not paid there. */
    private JsonNode body(JobRequest request) throws BackendException {
        CountsPlan plan = plan(request);
        List<BoundCircuit> circuits = plan.circuits(request);
        if (circuits.isEmpty()) {
            throw new BackendException(Kind.REJECTED, "The request has no bindings, so there is nothing to run");
        }
        int qubits = describe().maximumQubits();
        if (plan.qubits() > qubits) {
            throw new BackendException(
                    Kind.REJECTED,
                    "The circuit has %d qubits, but %s has %d; choose a wider backend"
                            .formatted(plan.qubits(), settings.backend(), qubits));
        }
        int shots = plan.shotsPerCircuit(request.shots());
        if (shots > MOST_SHOTS) {
            throw new BackendException(
                    Kind.REJECTED, "IonQ takes at most %d shots, not %d; lower Shots".formatted(MOST_SHOTS, shots));
        }
        return IonqCodec.submission(settings, request.submissionKey(), circuits, shots);
    }

    private JobHandle send(JobRequest request, JsonNode body) throws BackendException {
        // What the provider surely has not taken may be sent again.
        JsonNode answer = repeat(() -> client.submit(body));
        try {
            return new JobHandle(IonqCodec.id(answer), clock.instant(), request);
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
        if (handles.isEmpty()) {
            return List.of();
        }
        List<String> ids = handles.stream().map(JobHandle::jobId).distinct().toList();
        JsonNode answer = repeat(() -> client.jobs(ids));
        Map<String, JobState> states = new HashMap<>();
        for (JsonNode job : answer.path("jobs")) {
            states.put(IonqCodec.id(job), IonqCodec.state(job));
        }
        List<JobState> inOrder = new ArrayList<>();
        for (String id : ids) {
            if (!states.containsKey(id)) {
                states.put(id, single(id));
            }
        }
        handles.forEach(handle -> inOrder.add(states.get(handle.jobId())));
        return inOrder;
    }

    /** A job that the list leaves out must not spoil the poll of the others. */
    private JobState single(String id) throws BackendException {
        try {
            return IonqCodec.state(repeat(() -> client.job(id)));
        } catch (BackendException e) {
            if (e.kind() != Kind.UNKNOWN_JOB) {
                throw e;
            }
            return new JobState(id, JobStatus.FAILED, "IonQ knows no such job: " + e.getMessage());
        }
    }

    @Override
    public JobResult result(JobHandle handle) throws BackendException {
        String id = handle.jobId();
        JobRequest request = handle.request();
        JsonNode job = repeat(() -> finished(id));
        JobState state = IonqCodec.state(job);
        if (state.status() != JobStatus.SUCCEEDED) {
            throw new BackendException(
                    state.status() == JobStatus.CANCELLED ? Kind.CANCELLED : Kind.REJECTED,
                    "Job %s has no result: it is %s. %s".formatted(id, state.status(), state.message()));
        }
        CountsPlan plan = plan(request);
        int circuits = plan.circuits(request).size();
        int shots = plan.shotsPerCircuit(request.shots());
        ObjectNode raw = JsonNodeFactory.instance.objectNode();
        raw.set("job", job);
        List<Counts> counts =
                new IonqResultReader(client, this::repeatUntilThere).read(job, circuits, plan.qubits(), shots, raw);
        return new JobResult(
                plan.evaluations(request, counts),
                IonqCodec.queued(job),
                IonqCodec.executed(job),
                cost(id),
                Optional.of(IonqCodec.submission(settings, request.submissionKey(), plan.circuits(request), shots)
                        .path("input")
                        .toString()),
                Optional.of(raw.toString()));
    }

    /** A job whose poll said that it is over may look unfinished once more: another of IonQ's servers, a new status. */
    private JsonNode finished(String id) throws BackendException {
        JsonNode job = client.job(id);
        JobState state = IonqCodec.state(job);
        if (!state.status().isFinal()) {
            throw new BackendException(
                    Kind.UNAVAILABLE, "Job %s is not over: %s. %s".formatted(id, state.status(), state.message()));
        }
        return job;
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
        try {
            repeat(() -> {
                client.cancel(handle.jobId());
                return handle;
            });
        } catch (BackendException e) {
            boolean over =
                    e.kind() == Kind.REJECTED && single(handle.jobId()).status().isFinal();
            if (!over) {
                throw e;
            }
        }
    }

    @Override
    public URI locate(JobHandle handle) {
        return client.locate(handle.jobId());
    }

    private CountsPlan plan(JobRequest request) throws BackendException {
        PlanKey key =
                new PlanKey(request.programSha256(), request.observable(), request.outputs(), request.shots() == 0);
        CountsPlan known = plans.getIfPresent(key);
        if (known != null) {
            return known;
        }
        CountsPlan made = CountsPlan.of(request);
        plans.put(key, made);
        return made;
    }

    private <T> T repeat(ProviderCall<T> call) throws BackendException {
        return resilience.repeat(call, Deadline.in(settings.deadline()));
    }

    @Override
    public void close() {
        resilience.close();
    }
}
