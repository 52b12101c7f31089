// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.nifi.logging.ComponentLog;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackend;
import org.nifiquantum.services.support.BoundCircuit;
import org.nifiquantum.services.support.CachedDescription;
import org.nifiquantum.services.support.CountsPlans;
import org.nifiquantum.services.support.CountsPlans.Work;
import org.nifiquantum.services.support.Deadline;
import org.nifiquantum.services.support.ProviderCall;
import org.nifiquantum.services.support.Resilience;
import org.nifiquantum.services.support.ResilienceSettings;
import org.nifiquantum.services.support.StrictJson;
import software.amazon.awssdk.services.braket.model.CreateQuantumTaskRequest;
import software.amazon.awssdk.services.braket.model.CreateQuantumTaskResponse;
import software.amazon.awssdk.services.braket.model.GetDeviceResponse;
import software.amazon.awssdk.services.braket.model.QuantumTaskSummary;
import software.amazon.awssdk.services.braket.model.SearchQuantumTasksResponse;

/** A device of Braket: what its client and codec can do, with the resilience all providers share. Thread-safe. */
final class BraketBackend implements QuantumBackend, AutoCloseable {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration FIRST_LOOK_AT_DEVICE = Duration.ofSeconds(5);

    private final BraketClient client;
    private final BraketSettings settings;
    private final Resilience resilience;
    private final CachedDescription<BraketDevice> device;
    private final InstantSource clock;
    private final CountsPlans plans = new CountsPlans();
    private final BraketPolling polling;
    private final JsonMapper json = StrictJson.mapper();

    BraketBackend(
            BraketClient client,
            BraketSettings settings,
            ResilienceSettings care,
            Duration descriptionAge,
            ComponentLog log,
            InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        resilience = new Resilience("Braket", care, () -> client.device(settings.deviceArn()), log);
        device = new CachedDescription<>(this::askForDevice, descriptionAge, clock);
        polling = new BraketPolling(client, this::repeat);
    }

    @Override
    public BackendDescription describe() throws BackendException {
        BraketDevice known = device();
        return new BackendDescription(
                settings.deviceName(),
                "Braket",
                known.qubits(),
                known.mostShots(),
                false,
                Set.of(Output.COUNTS),
                true,
                known.simulator() ? FIRST_LOOK : FIRST_LOOK_AT_DEVICE,
                Optional.of(known.report()));
    }

    private BraketDevice device() throws BackendException {
        return device.get().description();
    }

    private BraketDevice askForDevice() throws BackendException {
        GetDeviceResponse answer;
        try {
            answer = repeat(() -> client.device(settings.deviceArn()));
        } catch (BackendException e) {
            throw e.kind() == Kind.UNKNOWN_JOB
                    ? new BackendException(
                            Kind.REJECTED,
                            "Braket has no device [%s] in this region".formatted(settings.deviceArn()),
                            e)
                    : e;
        }
        try {
            return BraketDevice.of(answer, json.readTree(answer.deviceCapabilities()), clock.instant());
        } catch (IOException e) {
            throw new BackendException(
                    Kind.MALFORMED, "The device's capabilities are no JSON: " + StrictJson.place(e), e);
        }
    }

    @Override
    public JobEstimate estimate(JobRequest request) throws BackendException {
        Work work = plans.work(request);
        List<List<BoundCircuit>> tasks = BraketCodec.tasks(settings, device(), work);
        long shots = (long) work.shots() * work.circuits().size();
        return new JobEstimate(new BraketPrices(settings, device()).estimate(tasks.size(), shots), Optional.empty());
    }

    @Override
    public JobHandle submit(JobRequest request) throws BackendException {
        BraketDevice known = device();
        List<CreateQuantumTaskRequest> tasks = tasks(request, plans.work(request), known);
        List<String> arns = new ArrayList<>();
        Optional<String> requestId = Optional.empty();
        for (CreateQuantumTaskRequest task : tasks) {
            CreateQuantumTaskResponse answer =
                    resilience.repeatSubmission(() -> created(task), Deadline.in(settings.deadline()));
            arns.add(answer.quantumTaskArn());
            requestId = requestId.or(() -> Optional.of(answer.responseMetadata().requestId()));
        }
        return new JobHandle(new BraketTasks(arns).jobId(), clock.instant(), request, requestId);
    }

    /** Checked before anything is sent: a job that cannot run is refused here and not paid there. */
    private List<CreateQuantumTaskRequest> tasks(JobRequest request, Work work, BraketDevice known)
            throws BackendException {
        work.requireFits(settings.deviceName(), known.qubits(), known.mostShots());
        List<CreateQuantumTaskRequest> tasks = new ArrayList<>();
        for (List<BoundCircuit> circuits : BraketCodec.tasks(settings, known, work)) {
            tasks.add(BraketCodec.task(
                    settings,
                    request.submissionKey(),
                    tasks.size(),
                    circuits,
                    work.shots(),
                    BraketCodec.action(circuits, known)));
        }
        return tasks;
    }

    private CreateQuantumTaskResponse created(CreateQuantumTaskRequest task) throws BackendException {
        CreateQuantumTaskResponse answer = client.create(task);
        if (answer.quantumTaskArn() == null || !BraketTasks.isTask(answer.quantumTaskArn())) {
            throw new BackendException(Kind.AMBIGUOUS, "Braket's answer names no quantum task");
        }
        return answer;
    }

    @Override
    public Optional<JobHandle> find(JobRequest request) throws BackendException {
        int wanted = tasks(request, plans.work(request), device()).size();
        Map<Integer, QuantumTaskSummary> found = new TreeMap<>();
        Optional<String> next = Optional.empty();
        for (int page = 0; page < settings.lookupPages(); page++) {
            Optional<String> from = next;
            SearchQuantumTasksResponse answer = repeat(() -> client.page(settings.deviceArn(), from));
            for (QuantumTaskSummary task : answer.quantumTasks()) {
                BraketCodec.part(task, request.submissionKey()).ifPresent(part -> found.putIfAbsent(part, task));
            }
            next = Optional.ofNullable(answer.nextToken());
            if (found.size() == wanted) {
                return Optional.of(handle(request, List.copyOf(found.values())));
            }
            if (next.isEmpty()) {
                // What is there of it is not made again: the token of each task sees to that.
                return Optional.empty();
            }
        }
        throw new BackendException(
                Kind.AMBIGUOUS,
                "Submission %s is not among the tasks that were looked through, and there are more; raise Lookup Pages"
                        .formatted(request.submissionKey()));
    }

    private JobHandle handle(JobRequest request, List<QuantumTaskSummary> tasks) {
        Instant submitted = Optional.ofNullable(tasks.getFirst().createdAt()).orElseGet(clock::instant);
        List<String> arns =
                tasks.stream().map(QuantumTaskSummary::quantumTaskArn).toList();
        return new JobHandle(new BraketTasks(arns).jobId(), submitted, request);
    }

    @Override
    public List<JobState> poll(List<JobHandle> handles, Duration patience) throws BackendException {
        return polling.poll(handles.stream().map(JobHandle::jobId).toList());
    }

    @Override
    public JobResult result(JobHandle handle) throws BackendException {
        BraketTasks tasks = BraketTasks.of(handle.jobId());
        Work work = plans.work(handle.request());
        BraketDevice known = device();
        List<List<BoundCircuit>> shared = BraketCodec.tasks(settings, known, work);
        if (shared.size() != tasks.arns().size()) {
            throw new BackendException(
                    Kind.REJECTED,
                    "Job %s has %d tasks, but its request makes %d now: the device or Largest Batch has changed since"
                            .formatted(handle.jobId(), tasks.arns().size(), shared.size()));
        }
        BraketCollection collection = new BraketCollection(
                new BraketResultReader(client, this::repeatUntilThere), new BraketPrices(settings, known));
        for (int i = 0; i < shared.size(); i++) {
            String arn = tasks.arns().get(i);
            collection.add(repeat(() -> polling.finished(arn)), shared.get(i), work, known);
        }
        return collection.result(handle.request(), work);
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

    @Override
    public void cancel(JobHandle handle) throws BackendException {
        for (String arn : BraketTasks.of(handle.jobId()).arns()) {
            polling.cancel(arn);
        }
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
