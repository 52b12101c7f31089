// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.simulation.CompiledObservable;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.Estimate;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.kernel.Workers;
import org.nifiquantum.engine.simulation.noise.NoisyCircuit.BoundStep;
import org.nifiquantum.engine.simulation.trajectory.PureState;

/** Runs a circuit many times on pure states, with noise that jumps by chance. */
final class Trajectories {
    private final NoisyCircuit circuit;
    private final List<BoundStep> steps;
    private final MemoryBudget budget;
    private final Workers workers;
    /** Inside a trajectory there is one thread; its arrays are shared by all states. */
    private final Workers single = new Workers(1);

    private final ConcurrentLinkedQueue<PureState> idle = new ConcurrentLinkedQueue<>();

    Trajectories(NoisyCircuit circuit, List<BoundStep> steps, MemoryBudget budget, Workers workers) {
        this.circuit = circuit;
        this.steps = steps;
        this.budget = budget;
        this.workers = workers;
    }

    /** What is read from the state at the end of a trajectory. */
    @FunctionalInterface
    private interface Readings {
        void accept(int trajectory, PureState state, Uniforms uniforms);
    }

    List<Estimate> expectations(List<PauliSum> observables, int trajectories, long seed) {
        List<CompiledObservable> compiled = observables.stream()
                .map(observable -> CompiledObservable.compile(observable, circuit.qubits(), budget))
                .toList();
        double[][] values = new double[compiled.size()][trajectories];
        run(trajectories, seed, (trajectory, state, uniforms) -> {
            for (int index = 0; index < values.length; index++) {
                CompiledObservable observable = compiled.get(index);
                values[index][trajectory] = state.<Double>read(view -> view.expectation(observable));
            }
        });
        List<Estimate> estimates = new ArrayList<>();
        for (double[] draws : values) {
            estimates.add(Estimate.meanOf(draws));
        }
        return estimates;
    }

    Counts sample(int shots, long seed) {
        long[] outcomes = new long[shots];
        run(shots, seed, (shot, state, uniforms) -> {
            long drawn = state.draw(uniforms.next());
            outcomes[shot] = Readout.read(circuit.noise(), circuit.qubits(), drawn, uniforms);
        });
        SortedMap<BitString, Integer> counts = new TreeMap<>();
        for (long outcome : outcomes) {
            counts.merge(circuit.measurements().read(outcome), 1, Integer::sum);
        }
        return new Counts(counts);
    }

    private void run(int trajectories, long seed, Readings readings) {
        workers.run(trajectories, Integer.MAX_VALUE, (trajectory, scratch) -> {
            PureState kept = idle.poll();
            PureState state = kept == null ? new PureState(circuit.qubits(), budget, single) : kept;
            Uniforms uniforms = new Uniforms(seed, trajectory);
            follow(state, uniforms);
            readings.accept(trajectory, state, uniforms);
            idle.add(state);
        });
    }

    private void follow(PureState state, Uniforms uniforms) {
        state.setToZero();
        for (BoundStep step : steps) {
            step.gates().forEach(state::apply);
            step.channels().forEach(channel -> channel.jump(state, uniforms.next()));
        }
    }
}
