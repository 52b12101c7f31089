// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.BlockKernels;
import org.nifiquantum.engine.simulation.kernel.Workers;

/**
 * Evaluates compiled circuits. Thread-safe; results have the same bits on any number of threads. Close it to end its threads;
 * states it gave remain readable.
 */
public final class Simulator implements AutoCloseable {
    private final MemoryBudget budget;
    private final int threads;
    private final Workers workers;
    /** The memory of the last evaluation, for the next; null while in use. */
    private final AtomicReference<Amplitudes> spare = new AtomicReference<>();

    /** What gradients take besides, all of one size. */
    private final AtomicReference<List<Amplitudes>> spares = new AtomicReference<>(List.of());

    /**
     * A simulator with its own threads.
     *
     * @param budget what one state may take
     * @param threads the most threads that one evaluation may use; small states use one
     */
    public Simulator(MemoryBudget budget, int threads) {
        this(budget, threads, Kernels.FASTEST);
    }

    /**
     * A simulator with its own threads and given kernels.
     *
     * @param budget what one state may take
     * @param threads the most threads that one evaluation may use; small states use one
     */
    public Simulator(MemoryBudget budget, int threads, Kernels kernels) {
        if (threads < 1) {
            throw new IllegalArgumentException("A simulator needs at least 1 thread, not %d".formatted(threads));
        }
        this.budget = budget;
        this.threads = threads;
        this.workers = new Workers(threads, kernels.blockKernels());
    }

    public MemoryBudget budget() {
        return budget;
    }

    /** Which inner loops it uses, for people. */
    public String kernels() {
        return workers.blockKernels().map(BlockKernels::description).orElse(Kernels.PLAIN_DESCRIPTION);
    }

    public int threads() {
        return threads;
    }

    /**
     * The state of a circuit.
     *
     * @param bindings the value of each parameter, in the order of {@link CompiledCircuit#parameters}
     * @throws MemoryBudgetException if the state does not fit; thrown before any memory is taken
     * @throws IllegalArgumentException if the number of bindings is wrong or one is not finite
     */
    public StateVector run(CompiledCircuit circuit, double... bindings) {
        check(circuit, bindings);
        Amplitudes state = new Amplitudes(circuit.stateQubits());
        circuit.run(state, List.of(), bindings, workers);
        return new StateVector(circuit.qubits(), state, workers);
    }

    /** The state of a circuit, as {@link #run(CompiledCircuit, double...)}. */
    public StateVector run(CompiledCircuit circuit, List<Double> bindings) {
        return run(circuit, bindings.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Runs a circuit and reads its state, in memory that later evaluations use again: the state cannot be read after the
     * function has returned. For loops of many evaluations.
     */
    public <R> R evaluate(CompiledCircuit circuit, double[] bindings, Function<StateVector, R> readout) {
        check(circuit, bindings);
        Amplitudes state = take(spare, circuit.stateQubits());
        try {
            circuit.run(state, List.of(), bindings, workers);
            return StateVector.lend(circuit.qubits(), state, workers, readout);
        } finally {
            spare.set(state);
        }
    }

    /**
     * The expectation of an observable and its derivatives by all parameters, by the adjoint method: exact, at the cost of a few
     * evaluations and a second state, whatever the number of parameters. QAOA takes one state more for each layer if the budget has
     * them, and less time for it.
     *
     * @throws MemoryBudgetException if two states do not fit; thrown before any memory is taken
     */
    public Gradient gradient(CompiledCircuit circuit, CompiledObservable observable, double... bindings) {
        check(circuit, bindings);
        budget.requireGradientQubits(circuit.qubits());
        if (observable.qubits() != circuit.qubits()) {
            throw new IllegalArgumentException("An observable compiled for %d qubits and a circuit of %d"
                    .formatted(observable.qubits(), circuit.qubits()));
        }
        CompiledObservable read = circuit.isHalved() ? observable.halved() : observable;
        Amplitudes state = take(spare, circuit.stateQubits());
        int keeping = statesToKeep(circuit, read);
        boolean inPlace = keeping > 0 && read.isTable();
        List<Amplitudes> others = takeSpares(inPlace ? keeping : keeping + 1, circuit.stateQubits());
        List<Amplitudes> kept = others.subList(0, keeping);
        Amplitudes image = inPlace ? state : others.get(keeping);
        try {
            circuit.run(state, kept, bindings, workers);
            double value = read.image(state, image, workers);
            double[] derivatives = circuit.reverse(state, image, kept, bindings, workers);
            return new Gradient(value, Arrays.stream(derivatives).boxed().toList());
        } finally {
            spare.set(state);
            spares.set(others);
        }
    }

    /** All that are worth it, or none if they do not fit beside the state and its image, which a table makes in place. */
    private int statesToKeep(CompiledCircuit circuit, CompiledObservable observable) {
        int worth = circuit.statesWorthKeeping(workers);
        int states = worth + (observable.isTable() ? 1 : 2);
        return states * MemoryBudget.bytesForQubits(circuit.stateQubits()) <= budget.bytes() ? worth : 0;
    }

    /** The gradients at several points, one after the other in the same memory. */
    public List<Gradient> gradients(CompiledCircuit circuit, CompiledObservable observable, List<double[]> points) {
        return points.stream()
                .map(bindings -> gradient(circuit, observable, bindings))
                .toList();
    }

    private static Amplitudes take(AtomicReference<Amplitudes> spare, int qubits) {
        Amplitudes kept = spare.getAndSet(null);
        return kept != null && kept.qubits() == qubits ? kept : new Amplitudes(qubits);
    }

    private List<Amplitudes> takeSpares(int count, int qubits) {
        List<Amplitudes> states = new ArrayList<>(spares.getAndSet(List.of()));
        states.removeIf(state -> state.qubits() != qubits);
        while (states.size() < count) {
            states.add(new Amplitudes(qubits));
        }
        return states;
    }

    @Override
    public void close() {
        workers.close();
        spare.set(null);
        spares.set(List.of());
    }

    private void check(CompiledCircuit circuit, double[] bindings) {
        budget.requireQubits(circuit.qubits());
        if (bindings.length != circuit.parameters().size()) {
            throw new IllegalArgumentException("The circuit has the parameters %s, but %d values are given"
                    .formatted(circuit.parameters(), bindings.length));
        }
        for (int index = 0; index < bindings.length; index++) {
            if (!Double.isFinite(bindings[index])) {
                throw new IllegalArgumentException(
                        "Parameter %s is %s".formatted(circuit.parameters().get(index), bindings[index]));
            }
        }
    }
}
