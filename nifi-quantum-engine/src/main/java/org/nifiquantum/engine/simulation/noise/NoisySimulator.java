// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.List;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.Workers;
import org.nifiquantum.engine.simulation.noise.NoiseSettings.Method;
import org.nifiquantum.engine.simulation.noise.NoisyCircuit.BoundStep;
import org.nifiquantum.engine.simulation.trajectory.BoundGate;

/**
 * Simulates noisy circuits. Thread-safe; results depend on the seed, not on the number of threads. Close it to end its threads.
 *
 * <p>Expectations and counts show what a device would show: errors of the readout are in both.
 */
public final class NoisySimulator implements AutoCloseable {
    private final MemoryBudget budget;
    private final NoiseSettings settings;
    private final Workers workers;

    /**
     * A simulator with its own threads.
     *
     * @param budget what one simulation may take
     */
    public NoisySimulator(MemoryBudget budget, int threads, NoiseSettings settings) {
        if (threads < 1) {
            throw new IllegalArgumentException("A simulator needs at least 1 thread, not %d".formatted(threads));
        }
        this.budget = budget;
        this.settings = settings;
        this.workers = new Workers(threads);
    }

    /** Which method serves a circuit: never {@link Method#AUTOMATIC}. */
    public Method method(NoisyCircuit circuit) {
        return switch (settings.method()) {
            case DENSITY_MATRIX, TRAJECTORIES -> settings.method();
            case AUTOMATIC ->
                circuit.qubits() <= budget.maximumDensityMatrixQubits() ? Method.DENSITY_MATRIX : Method.TRAJECTORIES;
        };
    }

    /**
     * The state after a noisy circuit, before readout.
     *
     * @param bindings the value of each parameter, in the order of {@link NoisyCircuit#parameters}
     * @throws MemoryBudgetException if it does not fit; thrown before any memory is taken
     */
    public DensityMatrix densityMatrix(NoisyCircuit circuit, double... bindings) {
        budget.requireDensityMatrixQubits(circuit.qubits());
        List<BoundStep> steps = circuit.bind(bindings);
        Amplitudes vector = new Amplitudes(2 * circuit.qubits());
        vector.reset(0);
        for (BoundStep step : steps) {
            for (BoundGate gate : step.gates()) {
                gate.apply(vector, workers);
                gate.conjugateOn(circuit.qubits()).apply(vector, workers);
            }
            step.channels().forEach(channel -> channel.apply(vector, circuit.qubits(), workers));
        }
        return new DensityMatrix(circuit.qubits(), vector, workers);
    }

    /**
     * The expectation of an observable, constant included: exact by density matrix, else the mean over trajectories.
     *
     * @param seed of the trajectories
     * @throws MemoryBudgetException if the simulation does not fit; thrown before any memory is taken
     */
    public Estimate expectation(NoisyCircuit circuit, PauliSum observable, long seed, double... bindings) {
        return expectations(circuit, List.of(observable), seed, bindings).get(0);
    }

    /** The expectations of several observables at the cost of one simulation. */
    public List<Estimate> expectations(
            NoisyCircuit circuit, List<PauliSum> observables, long seed, double... bindings) {
        List<PauliSum> read = observables.stream()
                .map(observable -> Readout.read(circuit.noise(), observable))
                .toList();
        if (method(circuit) == Method.TRAJECTORIES) {
            return trajectories(circuit, bindings).expectations(read, settings.trajectories(), seed);
        }
        DensityMatrix state = densityMatrix(circuit, bindings);
        return read.stream()
                .map(observable -> Estimate.exact(state.expectation(observable)))
                .toList();
    }

    /**
     * The probability of reading each basis state when all qubits are measured, by index; errors of the readout are in it.
     *
     * @throws MemoryBudgetException if the density matrix does not fit; thrown before any memory is taken
     */
    public double[] probabilities(NoisyCircuit circuit, double... bindings) {
        return Readout.read(
                circuit.noise(),
                circuit.qubits(),
                densityMatrix(circuit, bindings).probabilities());
    }

    /**
     * Measures so many times. By trajectories every shot is one of its own, so that the counts follow the exact distribution with
     * either method.
     *
     * @throws MemoryBudgetException if the simulation does not fit; thrown before any memory is taken
     */
    public Counts sample(NoisyCircuit circuit, int shots, long seed, double... bindings) {
        if (shots < 1) {
            throw new IllegalArgumentException("At least 1 shot is needed, not %d".formatted(shots));
        }
        return method(circuit) == Method.TRAJECTORIES
                ? trajectories(circuit, bindings).sample(shots, seed)
                : densityMatrix(circuit, bindings).sample(circuit.noise(), circuit.measurements(), shots, seed);
    }

    @Override
    public void close() {
        workers.close();
    }

    private Trajectories trajectories(NoisyCircuit circuit, double[] bindings) {
        budget.requireQubits(circuit.qubits());
        // Each thread has a state of its own.
        long states = budget.bytes() / MemoryBudget.bytesForQubits(circuit.qubits());
        Workers fitting = workers.atMost((int) Math.min(states, Integer.MAX_VALUE));
        return new Trajectories(circuit, circuit.bind(bindings), budget, fitting);
    }
}
