// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.nifiquantum.optimization.encoding.InitialAngles;
import org.nifiquantum.optimization.problem.BinaryProblem;
import org.nifiquantum.optimization.problem.data.DataTable;
import org.nifiquantum.run.document.Optimization;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.RunException;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.input.Input;
import org.nifiquantum.run.input.ProblemJson;
import org.nifiquantum.run.step.AnsatzMethod;
import org.nifiquantum.run.step.AnsatzSettings;
import org.nifiquantum.run.step.Collect;
import org.nifiquantum.run.step.Decode;
import org.nifiquantum.run.step.Encode;
import org.nifiquantum.run.step.EncodeOutcome;
import org.nifiquantum.run.step.EncodeSettings;
import org.nifiquantum.run.step.FallBack;
import org.nifiquantum.run.step.FallBackSettings;
import org.nifiquantum.run.step.JobRequests;
import org.nifiquantum.run.step.Optimize;
import org.nifiquantum.run.step.OptimizeOutcome;
import org.nifiquantum.run.step.Submission;
import org.nifiquantum.run.step.SubmissionKey;
import org.nifiquantum.run.step.WarmOptimizations;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.JobHandle;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.QuantumBackend;

/**
 * Encode, then submit, collect and optimise until the optimiser stops, then decode; by the classical road instead
 * whenever the quantum one does not lead to an answer.
 */
public final class HybridLoop {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final QuantumBackend backend;
    private final String backendId;
    private final InstantSource clock;
    private final LoopSettings settings;

    /**
     * @param backendId part of each submission's key
     */
    public HybridLoop(QuantumBackend backend, String backendId, InstantSource clock, LoopSettings settings) {
        this.backend = backend;
        this.backendId = backendId;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Runs a problem to its answer, or a circuit's sweep to its results. Where angles are to be interpolated, QAOA begins with one
     * layer, and each depth with the best angles of the one before.
     *
     * @param progress is shown each step of the optimiser
     */
    public Run solve(Input input, String runId, Consumer<OptimizeOutcome> progress) throws InterruptedException {
        EncodeSettings encode = settings.encode();
        Input next = input;
        for (int layers = firstDepth(input); layers < encode.ansatz().layers(); layers++) {
            Run run = solve(next, runId, encode.withLayers(layers), progress);
            if (run.find(Section.OPTIMIZATION).flatMap(Optimization::stopReason).isEmpty()) {
                return run;
            }
            next = new Input.OfRun(run);
        }
        return solve(next, runId, encode, progress);
    }

    private int firstDepth(Input input) {
        AnsatzSettings ansatz = settings.encode().ansatz();
        boolean climbs = ansatz.angles() == InitialAngles.INTERPOLATED
                && (ansatz.method() == AnsatzMethod.AUTO || ansatz.method() == AnsatzMethod.QAOA)
                && input instanceof Input.OfProblem given
                && given.problem() instanceof BinaryProblem;
        return climbs ? 1 : ansatz.layers();
    }

    private Run solve(Input input, String runId, EncodeSettings encode, Consumer<OptimizeOutcome> progress)
            throws InterruptedException {
        return switch (new Encode(clock).apply(input, runId, encode)) {
            case EncodeOutcome.Unsuitable(Run run, String reason) -> fallBack(run, reason);
            case EncodeOutcome.Encoded(Run run) when input instanceof Input.OfProgram -> sweep(run);
            case EncodeOutcome.Encoded(Run run) when isTable(run) -> tabulate(run);
            case EncodeOutcome.Encoded(Run run) -> optimize(run, progress);
        };
    }

    /** All points of a sweep are one submission; there is nothing to fall back on. */
    private Run sweep(Run run) throws InterruptedException {
        try {
            return evaluate(run);
        } catch (BackendException e) {
            throw new RunException(
                    Section.REQUEST.pointer(), "the sweep failed, %s: %s".formatted(e.kind(), e.getMessage()), e);
        }
    }

    private static boolean isTable(Run run) {
        return ProblemJson.type(run.get(Section.PROBLEM)).equals(DataTable.TYPE);
    }

    /** All rows or pairs of a table are one submission. */
    private Run tabulate(Run run) throws InterruptedException {
        try {
            return new Decode(clock).apply(evaluate(run));
        } catch (BackendException e) {
            return fallBack(run, "%s: %s".formatted(e.kind(), e.getMessage()));
        }
    }

    private Run optimize(Run encoded, Consumer<OptimizeOutcome> progress) throws InterruptedException {
        try (WarmOptimizations warm = new WarmOptimizations(1)) {
            return optimize(encoded, new Optimize(clock, warm), progress);
        }
    }

    private Run optimize(Run encoded, Optimize optimizer, Consumer<OptimizeOutcome> progress)
            throws InterruptedException {
        Run run = encoded;
        while (true) {
            try {
                run = evaluate(run);
            } catch (BackendException e) {
                return fallBack(run, "%s: %s".formatted(e.kind(), e.getMessage()));
            }
            if (run.get(Section.PROGRAM).parameters().isEmpty()) {
                return new Decode(clock).apply(run);
            }
            switch (optimizer.apply(run, settings.optimize())) {
                case OptimizeOutcome.Evaluate next -> {
                    progress.accept(next);
                    run = next.run();
                }
                case OptimizeOutcome.Stopped stopped -> {
                    progress.accept(stopped);
                    return new Decode(clock).apply(stopped.run());
                }
            }
        }
    }

    private Run fallBack(Run run, String reason) {
        return new FallBack(clock)
                .apply(
                        run,
                        new FallBackSettings(
                                settings.fallbackBudget(),
                                Thread.currentThread()::isInterrupted,
                                settings.encode().seed(),
                                reason));
    }

    /** Submits the run's present request and waits for its result. */
    public Run evaluate(Run run) throws BackendException, InterruptedException {
        JobRequest request = JobRequests.of(run, SubmissionKey.of(run, backendId, 1));
        Instant start = clock.instant();
        JobHandle handle = backend.submit(request);
        Submission submission =
                new Submission(backend.describe(), handle, 1, Duration.between(start, handle.submittedAt()));
        await(handle);
        return new Collect(clock).apply(run, submission, backend.result(handle));
    }

    private void await(JobHandle handle) throws BackendException, InterruptedException {
        Instant deadline = handle.submittedAt().plus(settings.jobDeadline());
        while (clock.instant().isBefore(deadline)) {
            JobState state = backend.poll(List.of(handle), PATIENCE).getFirst();
            switch (state.status()) {
                case SUCCEEDED -> {
                    return;
                }
                case FAILED -> throw new BackendException(BackendException.Kind.REJECTED, state.message());
                case CANCELLED -> throw new BackendException(BackendException.Kind.CANCELLED, state.message());
                case QUEUED, RUNNING -> {
                    if (Thread.interrupted()) {
                        backend.cancel(handle);
                        throw new InterruptedException("Interrupted while waiting for job " + handle.jobId());
                    }
                }
            }
        }
        backend.cancel(handle);
        throw new BackendException(
                BackendException.Kind.UNAVAILABLE,
                "Job %s did not end within %s".formatted(handle.jobId(), settings.jobDeadline()));
    }
}
