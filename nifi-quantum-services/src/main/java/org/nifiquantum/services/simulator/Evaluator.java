// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.simulator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.qasm.OpenQasmException;
import org.nifiquantum.engine.qasm.OpenQasmReader;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.Seeds;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.dynamic.DynamicSimulator;
import org.nifiquantum.engine.simulation.noise.NoiseModel;
import org.nifiquantum.engine.simulation.noise.NoisySimulator;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.EvaluationResult;
import org.nifiquantum.services.api.JobRequest;
import org.nifiquantum.services.api.JobResult;
import org.nifiquantum.services.api.Observable;
import org.nifiquantum.services.support.PauliSums;

/** Computes the result of a request; circuits are compiled once and kept as long as the memory allows. */
final class Evaluator implements AutoCloseable {

    /** Of the memory, this share is for compiled circuits and the rest for state vectors. */
    private static final int CACHE_SHARE = 4;

    private final Simulator simulator;
    private final Optional<NoisySimulator> noisySimulator;
    private final Optional<NoiseModel> noise;
    private final MemoryBudget budget;
    private final Cache<CacheKey, PreparedJob> prepared;

    /** @param exactExpectation whether nothing else is asked for */
    private record CacheKey(String programSha256, Optional<Observable> observable, boolean exactExpectation) {}

    Evaluator(SimulatorSettings settings) {
        long cacheBytes = settings.memoryBytes() / CACHE_SHARE;
        int threads = Runtime.getRuntime().availableProcessors();
        budget = MemoryBudget.ofBytes((settings.memoryBytes() - cacheBytes) / settings.concurrentJobs());
        simulator = new Simulator(budget, threads);
        noise = settings.noise().map(SimulatedNoise::model);
        noisySimulator = settings.noise().map(chosen -> new NoisySimulator(budget, threads, chosen.settings()));
        prepared = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, cacheBytes >> 10))
                .weigher((CacheKey key, PreparedJob job) -> job.kilobytes())
                .build();
    }

    int maximumQubits() {
        return budget.maximumQubits();
    }

    /** Refuses a request that can never be computed here. */
    void check(JobRequest request) throws BackendException {
        PreparedJob job;
        try {
            job = prepare(request);
        } catch (OpenQasmException | MemoryBudgetException | IllegalArgumentException e) {
            throw new BackendException(Kind.REJECTED, e.getMessage(), e);
        }
        job.check(request);
    }

    /**
     * Computes.
     *
     * @param cancelled asked before each binding: what nobody waits for any more takes no thread from others
     * @throws CancellationException if it was
     */
    JobResult evaluate(JobRequest request, long submittedNanos, BooleanSupplier cancelled) {
        long start = System.nanoTime();
        PreparedJob job = prepare(request);
        List<EvaluationResult> evaluations = new ArrayList<>();
        for (int i = 0; i < request.bindings().size(); i++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled after %d of %d bindings"
                        .formatted(i, request.bindings().size()));
            }
            evaluations.add(job.evaluate(values(request.bindings().get(i)), request, Seeds.derive(request.seed(), i)));
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
        noisySimulator.ifPresent(NoisySimulator::close);
    }

    private PreparedJob prepare(JobRequest request) {
        boolean exactExpectation = noise.isEmpty() && ExpectationJob.suits(request);
        return prepared.get(new CacheKey(request.programSha256(), request.observable(), exactExpectation), key -> {
            Program program = OpenQasmReader.readProgram(request.program());
            Optional<PauliSum> observable = request.observable().map(PauliSums::of);
            if (exactExpectation && program instanceof Program.Static plain) {
                return new ExpectationJob(plain.circuit(), observable.orElseThrow(), simulator);
            }
            budget.requireQubits(program.qubits());
            return switch (program) {
                case Program.Static plain -> prepare(plain.circuit(), observable);
                case Program.Dynamic dynamic when noise.isPresent() -> throw DynamicJob.refuseNoise(dynamic);
                case Program.Dynamic dynamic -> new DynamicJob(dynamic, observable, new DynamicSimulator(budget));
            };
        });
    }

    private PreparedJob prepare(Circuit circuit, Optional<PauliSum> observable) {
        return noise.isPresent()
                ? new NoisyJob(circuit, observable, noise.get(), noisySimulator.orElseThrow())
                : new IdealJob(circuit, observable, simulator);
    }

    private static double[] values(List<Double> binding) {
        return binding.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
