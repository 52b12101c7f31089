// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.dynamic;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.program.Program;
import org.nifiquantum.engine.simulation.CompiledCircuit;
import org.nifiquantum.engine.simulation.Counts;
import org.nifiquantum.engine.simulation.MemoryBudget;
import org.nifiquantum.engine.simulation.MemoryBudgetException;
import org.nifiquantum.engine.simulation.Simulator;
import org.nifiquantum.engine.simulation.StateVector;
import org.nifiquantum.engine.simulation.trajectory.PureState;

/**
 * Runs dynamic programs. Shots go through the program together as long as their outcomes agree, so a program costs one pass
 * for each different sequence of outcomes, not one for each shot. Thread-safe; the same seed gives the same counts.
 */
public final class DynamicSimulator {
    /** Passes that the exact probabilities may take. */
    private static final int MOST_BRANCHES = 1 << 16;
    /** Shots that one run may take: each has a number in memory. */
    public static final int MOST_SHOTS = 10_000_000;

    /** What one run may take where nobody says otherwise; long beyond any program that was meant to end. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private final MemoryBudget budget;
    private final Duration limit;

    /**
     * A simulator on the calling thread that gives a run ten minutes.
     *
     * @param budget what all states of one run may take
     */
    public DynamicSimulator(MemoryBudget budget) {
        this(budget, LONGEST_RUN);
    }

    /**
     * A simulator on the calling thread.
     *
     * @param budget what all states of one run may take
     * @param limit what one run may take
     */
    public DynamicSimulator(MemoryBudget budget, Duration limit) {
        this.budget = budget;
        this.limit = limit;
    }

    /**
     * Runs a program so many times.
     *
     * @param bindings the value of each input
     * @throws MemoryBudgetException if the state does not fit; thrown before any memory is taken
     * @throws IllegalArgumentException if a binding is wrong
     * @throws TimeLimitException if the run takes longer than its limit
     */
    public Counts run(Program.Dynamic program, int shots, long seed, double... bindings) {
        if (shots < 1 || shots > MOST_SHOTS) {
            throw new IllegalArgumentException("A program that goes on after a measurement runs 1 to %d shots, not %d"
                    .formatted(MOST_SHOTS, shots));
        }
        budget.requireQubits(program.qubits());
        return switch (program.bind(bindings)) {
            case Program.Static bound ->
                simulate(bound.circuit(), (state, circuit) -> state.sample(circuit.measurements(), shots, seed));
            case Program.Dynamic bound -> {
                SortedMap<BitString, Integer> counts = new TreeMap<>();
                explore(
                        bound,
                        IntStream.range(0, shots).toArray(),
                        new ShotNumbers(seed),
                        Integer.MAX_VALUE,
                        (outcome, share) -> counts.merge(outcome, share.length, Integer::sum),
                        bindings);
                yield new Counts(counts);
            }
        };
    }

    /**
     * The probability of each outcome; those less likely than 1e-14 are left out.
     *
     * @throws IllegalArgumentException if a binding is wrong or there are too many sequences of outcomes
     * @throws TimeLimitException if the run takes longer than its limit
     */
    public SortedMap<BitString, Double> probabilities(Program.Dynamic program, double... bindings) {
        budget.requireQubits(program.qubits());
        SortedMap<BitString, Double> probabilities = new TreeMap<>();
        switch (program.bind(bindings)) {
            case Program.Static bound ->
                simulate(bound.circuit(), (state, circuit) -> {
                    double[] ofStates = state.probabilities();
                    for (int index = 0; index < ofStates.length; index++) {
                        if (ofStates[index] > 0) {
                            probabilities.merge(circuit.measurements().read(index), ofStates[index], Double::sum);
                        }
                    }
                    return probabilities;
                });
            case Program.Dynamic bound ->
                explore(
                        bound,
                        1.0,
                        new Probabilities(),
                        MOST_BRANCHES,
                        (outcome, share) -> probabilities.merge(outcome, share, Double::sum),
                        bindings);
        }
        return probabilities;
    }

    private <R> R simulate(Circuit circuit, BiFunction<StateVector, CompiledCircuit, R> readout) {
        CompiledCircuit compiled = CompiledCircuit.compile(circuit, budget);
        try (Simulator simulator = new Simulator(budget, 1)) {
            return readout.apply(simulator.run(compiled), compiled);
        }
    }

    private <S> void explore(
            Program.Dynamic program,
            S all,
            Shares<S> shares,
            int mostBranches,
            BiConsumer<BitString, S> results,
            double... bindings) {
        Deadline deadline = new Deadline(limit);
        int mostStates = otherStates(program.qubits());
        Deque<Branch<S>> later = new ArrayDeque<>();
        later.push(new Branch<>(new BitSet(), 0, all, Optional.empty()));
        int branches = 0;
        while (!later.isEmpty()) {
            Branch<S> branch = later.pop();
            branches++;
            if (branches > mostBranches) {
                throw new IllegalArgumentException(
                        "The outcomes go more than %d ways; ask for shots instead".formatted(mostBranches));
            }
            PureState state = branch.before().orElseGet(() -> new PureState(program.qubits(), budget));
            BranchingMachine<S> machine = new BranchingMachine<>(branch, state, shares, later, mostStates, deadline);
            BitString outcome = program.run(machine, bindings);
            results.accept(outcome, machine.share());
        }
    }

    /** How many states fit beside the one that is worked on. */
    private int otherStates(int qubits) {
        long states = budget.bytes() / MemoryBudget.bytesForQubits(qubits);
        return (int) Math.max(0, Math.min(1 << 12, states - 1));
    }
}
