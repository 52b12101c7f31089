// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.dynamic;

import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.program.QuantumMachine;
import org.nifiquantum.engine.simulation.trajectory.PureState;

/**
 * A machine that repeats the outcomes of a branch, from where it goes on by itself; at each measurement that can go both ways
 * it keeps the other way for later.
 */
final class BranchingMachine<S> implements QuantumMachine {
    private final PureState state;
    private final Shares<S> shares;
    private final Deque<Branch<S>> later;
    private final int mostStates;
    private final Deadline deadline;
    private final BitSet outcomes;
    private final int repeated;
    /** Whether the state is that before the last repeated measurement, so that nothing happens to it until then. */
    private boolean resting;

    private S share;
    private int measurements;

    /**
     * A machine at the start of a branch.
     *
     * @param state all qubits 0, or the state that the branch has kept
     * @param later takes the ways not taken
     * @param mostStates how many of them may keep a state
     * @param deadline looked at before every step
     */
    BranchingMachine(
            Branch<S> branch,
            PureState state,
            Shares<S> shares,
            Deque<Branch<S>> later,
            int mostStates,
            Deadline deadline) {
        this.state = state;
        this.shares = shares;
        this.later = later;
        this.mostStates = mostStates;
        this.deadline = deadline;
        this.outcomes = (BitSet) branch.outcomes().clone();
        this.repeated = branch.measurements();
        this.resting = branch.before().isPresent();
        this.share = branch.share();
    }

    /** What is left of the branch's share. */
    S share() {
        return share;
    }

    @Override
    public void apply(GateOperation operation) {
        deadline.require();
        if (!resting) {
            state.apply(operation);
        }
    }

    @Override
    public boolean measure(int qubit) {
        deadline.require();
        boolean outcome = measurements < repeated ? outcomes.get(measurements) : choose(qubit);
        measurements++;
        if (measurements == repeated) {
            resting = false;
        }
        if (!resting) {
            collapse(qubit, outcome);
        }
        return outcome;
    }

    @Override
    public void reset(int qubit) {
        boolean known = measurements < repeated;
        if (!known && state.probabilityOfOne(qubit) == 0) {
            // Nothing to forget, but the same measurements are counted whichever way shots have come.
            measurements++;
            return;
        }
        boolean outcome = measure(qubit);
        if (outcome && !resting) {
            state.apply(new GateOperation(StandardGate.X, List.of(), List.of(qubit)));
        }
    }

    private boolean choose(int qubit) {
        double probabilityOfOne = state.probabilityOfOne(qubit);
        Shares.Parts<S> parts = shares.divide(share, measurements, probabilityOfOne);
        // A share too small to divide goes the likelier way.
        boolean outcome = parts.zero().isEmpty() && (parts.one().isPresent() || probabilityOfOne > 0.5);
        if (parts.zero().isPresent() && parts.one().isPresent()) {
            BitSet other = (BitSet) outcomes.clone();
            other.set(measurements);
            Optional<PureState> before = keptStates() < mostStates ? Optional.of(state.copy()) : Optional.empty();
            later.push(new Branch<>(other, measurements + 1, parts.one().get(), before));
        }
        outcomes.set(measurements, outcome);
        share = (outcome ? parts.one() : parts.zero()).orElse(share);
        return outcome;
    }

    private long keptStates() {
        return later.stream().filter(branch -> branch.before().isPresent()).count();
    }

    /** A uniform number of 0 gives a 1, and one of 1 a 0, unless that is impossible. */
    private void collapse(int qubit, boolean outcome) {
        state.measure(qubit, outcome ? 0 : 1);
    }
}
