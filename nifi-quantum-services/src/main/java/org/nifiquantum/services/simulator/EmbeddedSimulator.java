// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nifiquantum.services.api.BackendDescription;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.DeviceReport;
import org.nifiquantum.services.api.JobEstimate;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.api.Output;
import org.nifiquantum.services.api.QuantumBackend;

/**
 * Runs jobs on the engine, in this process, on a bounded number of threads.
 *
 * <p>A job's id is its submission key and its result follows from its request alone, so nothing needs to be kept: a job
 * that is not known, after a restart or because too many others came since, is computed again.
 */
public final class EmbeddedSimulator implements QuantumBackend, AutoCloseable {

    private static final int MAXIMUM_WAITING = 10_000;

    /** All that wait, and as many that nobody has come for; their results give way when memory runs short. */
    private static final int MAXIMUM_KEPT = 2 * MAXIMUM_WAITING;

    private static final int MAXIMUM_SHOTS = 100_000_000;

    private final String id;
    private final InstantSource clock;
    private final Evaluator evaluator;
    private final ThreadPoolExecutor executor;
    private final Cache<String, CompletableFuture<JobResult>> jobs;

    /**
     * @param id names this simulator in the URIs of its jobs
     */
    public EmbeddedSimulator(String id, SimulatorSettings settings, InstantSource clock) {
        this.id = id;
        this.clock = clock;
        evaluator = new Evaluator(settings);
        executor = new ThreadPoolExecutor(
                settings.concurrentJobs(),
                settings.concurrentJobs(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAXIMUM_WAITING),
                Thread.ofPlatform()
                        .name("quantum-simulator-" + id + "-", 0)
                        .daemon()
                        .factory());
        jobs = Caffeine.newBuilder().maximumSize(MAXIMUM_KEPT).softValues().build();
    }

    @Override
    public BackendDescription describe() {
        return new BackendDescription(
                        "embedded-simulator",
                        "nifi-quantum",
                        evaluator.maximumQubits(),
                        MAXIMUM_SHOTS,
                        true,
                        Set.of(Output.EXPECTATION, Output.COUNTS, Output.PROBABILITIES),
                        true,
                        Duration.ZERO)
                .withReport(DeviceReport.of(DeviceReport.Status.ONLINE, clock.instant())
                        .withQueuedJobs(executor.getQueue().size()));
    }

    @Override
    public JobEstimate estimate(JobRequest request) {
        return new JobEstimate(Optional.empty(), Optional.empty());
    }

    @Override
    public JobHandle submit(JobRequest request) throws BackendException {
        evaluator.check(request);
        CompletableFuture<JobResult> unused = start(request);
        return new JobHandle(request.submissionKey(), clock.instant(), request);
    }

    @Override
    public Optional<JobHandle> find(JobRequest request) throws BackendException {
        return Optional.of(submit(request));
    }

    @Override
    public List<JobState> poll(List<JobHandle> handles, Duration patience) throws BackendException {
        CompletableFuture<?>[] running = new CompletableFuture<?>[handles.size()];
        for (int i = 0; i < running.length; i++) {
            running[i] = start(handles.get(i).request());
        }
        awaitAny(running, patience);
        return handles.stream().map(this::state).toList();
    }

    @Override
    public JobResult result(JobHandle handle) throws BackendException {
        CompletableFuture<JobResult> job = start(handle.request());
        try {
            JobResult result = job.get();
            // Whoever asks again, after a session that was rolled back, has it computed again.
            jobs.invalidate(handle.jobId());
            return result;
        } catch (CancellationException e) {
            throw new BackendException(Kind.CANCELLED, "Job %s was cancelled".formatted(handle.jobId()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException(Kind.UNAVAILABLE, "Interrupted while waiting for job " + handle.jobId(), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BackendException failure
                    ? failure
                    : new BackendException(Kind.REJECTED, message(e.getCause()), e.getCause());
        }
    }

    @Override
    public void cancel(JobHandle handle) {
        CompletableFuture<JobResult> job = jobs.getIfPresent(handle.jobId());
        if (job != null) {
            job.cancel(true);
        }
    }

    @Override
    public URI locate(JobHandle handle) {
        return URI.create("embedded-simulator://%s/%s".formatted(id, handle.jobId()));
    }

    @Override
    public void close() {
        executor.shutdownNow();
        evaluator.close();
    }

    /** The job of a request: the one that runs or has run, else a new one. */
    private CompletableFuture<JobResult> start(JobRequest request) throws BackendException {
        try {
            return jobs.get(request.submissionKey(), key -> {
                long submitted = System.nanoTime();
                CompletableFuture<JobResult> job = new CompletableFuture<>();
                return job.completeAsync(() -> evaluator.evaluate(request, submitted, job::isCancelled), executor);
            });
        } catch (RejectedExecutionException e) {
            throw BackendException.rateLimited(
                    "%d jobs are waiting for the simulator".formatted(MAXIMUM_WAITING), Duration.ofSeconds(1));
        }
    }

    private static void awaitAny(CompletableFuture<?>[] jobs, Duration patience) throws BackendException {
        if (jobs.length == 0 || patience.isZero()) {
            return;
        }
        try {
            CompletableFuture.anyOf(jobs).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException(Kind.UNAVAILABLE, "Interrupted while waiting for a job", e);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            // Whether a job failed, or none ended in time, its state will say.
            return;
        }
    }

    private JobState state(JobHandle handle) {
        CompletableFuture<JobResult> job = jobs.getIfPresent(handle.jobId());
        if (job == null || !job.isDone()) {
            return new JobState(handle.jobId(), JobStatus.RUNNING, "");
        }
        return switch (job.state()) {
            case RUNNING -> new JobState(handle.jobId(), JobStatus.RUNNING, "");
            case SUCCESS -> new JobState(handle.jobId(), JobStatus.SUCCEEDED, "");
            case CANCELLED -> new JobState(handle.jobId(), JobStatus.CANCELLED, "cancelled on request");
            case FAILED -> new JobState(handle.jobId(), JobStatus.FAILED, message(job.exceptionNow()));
        };
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
