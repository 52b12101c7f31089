// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.MeasurementMap;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.Simulator;

/**
 * The provider's books. Every submission is a job of its own and is billed, also one whose key was seen before: so who submits twice
 * is found out. Circuits are run by the engine. Thread-safe.
 */
public final class ProviderJobs implements AutoCloseable {

    private final Simulator simulator = new Simulator(MemoryBudget.halfOfHeap(), 1);
    private final Duration duration;
    private final InstantSource clock;
    private final Map<String, ProviderJob> jobs = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();

    /**
     * @param duration how long a job takes
     */
    ProviderJobs(Duration duration, InstantSource clock) {
        this.duration = duration;
        this.clock = clock;
    }

    /** Takes a job; its shots follow from its number, so that a test is the same each time. */
    public ProviderJob submit(Optional<String> key, List<Circuit> circuits, int shots) {
        String id;
        synchronized (jobs) {
            id = "job-" + (jobs.size() + 1);
            ProviderJob reserved = new ProviderJob(
                    id, key, circuits, shots, List.of(), clock.instant(), Instant.MAX, Optional.empty(), false);
            jobs.put(id, reserved);
            ids.add(id);
        }
        List<Counts> counts = new ArrayList<>();
        for (Circuit circuit : circuits) {
            CompiledCircuit compiled = CompiledCircuit.compile(circuit, simulator.budget());
            MeasurementMap all = MeasurementMap.ofAllQubits(circuit.qubits());
            long seed = id.hashCode() * 31L + counts.size();
            counts.add(simulator.evaluate(compiled, new double[0], state -> state.sample(all, shots, seed)));
        }
        synchronized (jobs) {
            ProviderJob reserved = jobs.get(id);
            ProviderJob job = new ProviderJob(
                    id,
                    key,
                    circuits,
                    shots,
                    counts,
                    reserved.submittedAt(),
                    reserved.submittedAt().plus(duration),
                    Optional.empty(),
                    reserved.cancelled());
            jobs.put(id, job);
            return job;
        }
    }

    public Optional<ProviderJob> find(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id));
        }
    }

    /** In the order they came; each of them is billed. */
    public List<ProviderJob> all() {
        synchronized (jobs) {
            return List.copyOf(jobs.values());
        }
    }

    /** A part of them, the newest first: a provider of many jobs is not asked for all of them at once. */
    public List<ProviderJob> newest(int from, int limit) {
        synchronized (jobs) {
            int to = Math.max(0, ids.size() - from);
            return ids.subList(Math.max(0, to - limit), to).reversed().stream()
                    .map(jobs::get)
                    .toList();
        }
    }

    /** Stops a job unless it is over. */
    public void cancel(String id) {
        synchronized (jobs) {
            jobs.computeIfPresent(id, (same, job) -> isOver(job) ? job : job.stopped());
        }
    }

    public boolean isOver(ProviderJob job) {
        return job.cancelled() || !job.completedAt().isAfter(clock.instant());
    }

    @Override
    public void close() {
        simulator.close();
    }
}
