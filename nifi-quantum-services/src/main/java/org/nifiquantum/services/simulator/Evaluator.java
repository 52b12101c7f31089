// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.Seeds;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.Observable;

/** Computes the result of a request; circuits are compiled once and kept as long as the memory allows. */
final class Evaluator implements AutoCloseable {

    /** Of the memory, this share is for compiled circuits and the rest for state vectors. */
    private static final int CACHE_SHARE = 4;

    private final Simulator simulator;
    private final MemoryBudget budget;
    private final Cache<CacheKey, CompiledJob> compiled;

    private record CacheKey(String programSha256, Optional<Observable> observable) {}

    Evaluator(SimulatorSettings settings) {
        long cacheBytes = settings.memoryBytes() / CACHE_SHARE;
        budget = MemoryBudget.ofBytes((settings.memoryBytes() - cacheBytes) / settings.concurrentJobs());
        simulator = new Simulator(budget, Runtime.getRuntime().availableProcessors());
        compiled = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, cacheBytes / CompiledJob.WEIGHT_UNIT_BYTES))
                .weigher((CacheKey key, CompiledJob job) -> job.weight())
                .build();
    }

    int maximumQubits() {
        return budget.maximumQubits();
    }

    /** Refuses a request that can never be computed here. */
    void check(JobRequest request) throws BackendException {
        CompiledJob job;
        try {
            job = compile(request);
        } catch (OpenQasmException | MemoryBudgetException | IllegalArgumentException e) {
            throw new BackendException(Kind.REJECTED, e.getMessage(), e);
        }
        job.check(request);
    }

    JobResult evaluate(JobRequest request, long submittedNanos) {
        long start = System.nanoTime();
        CompiledJob job = compile(request);
        List<EvaluationResult> evaluations = new ArrayList<>();
        for (int i = 0; i < request.bindings().size(); i++) {
            Readout readout = new Readout(job, request, Seeds.derive(request.seed(), i));
            evaluations.add(
                    simulator.evaluate(job.circuit(), values(request.bindings().get(i)), readout::read));
        }
        return new JobResult(
                evaluations,
                Duration.ofNanos(start - submittedNanos),
                Duration.ofNanos(System.nanoTime() - start),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        simulator.close();
    }

    private CompiledJob compile(JobRequest request) {
        return compiled.get(
                new CacheKey(request.programSha256(), request.observable()),
                key -> CompiledJob.compile(request.program(), request.observable(), budget));
    }

    private static double[] values(List<Double> binding) {
        return binding.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
