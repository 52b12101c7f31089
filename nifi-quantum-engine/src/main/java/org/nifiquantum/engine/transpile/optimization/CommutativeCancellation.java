// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.optimization;

import java.util.Arrays;
import java.util.Optional;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.transpile.rotation.Angles;
import org.nifiquantum.engine.transpile.rotation.Axis;
import org.nifiquantum.engine.transpile.rotation.Fixed;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Local;
import org.nifiquantum.engine.transpile.rotation.Node;
import org.nifiquantum.engine.transpile.rotation.Rotation;
import org.nifiquantum.engine.transpile.rotation.RotationCircuit;
import org.nifiquantum.engine.transpile.rotation.Turn;

/**
 * Joins what acts on the same wires, moving steps past those they commute with: rotations about the same axes add up, known
 * interactions of the same pair become one, pairs of controlled NOTs around an open rotation become an open interaction.
 * One-qubit gates are carried to the end of each wire, turning the axes of what they pass.
 */
public final class CommutativeCancellation {
    private static final int FARTHEST = 200;
    private static final int MOST_PASSES = 6;

    private final WireLists lists;
    private final Merging merging;
    /** What each wire still has to go through. */
    private final Rotation[] frames;

    private CommutativeCancellation(int wires, boolean continuous) {
        this.lists = new WireLists(wires);
        this.merging = new Merging(continuous);
        this.frames = new Rotation[wires];
        Arrays.fill(frames, Rotation.IDENTITY);
    }

    /**
     * The circuit with its steps joined, over and over until it gets no smaller.
     *
     * @param continuous whether the device has a two-qubit rotation of any angle
     */
    public static RotationCircuit simplify(RotationCircuit circuit, boolean continuous) {
        RotationCircuit best = pass(circuit, continuous);
        for (int pass = 1; pass < MOST_PASSES; pass++) {
            RotationCircuit next = pass(best, continuous);
            if (next.nodes().size() >= best.nodes().size() && next.cost(continuous) >= best.cost(continuous)) {
                return best;
            }
            best = next;
        }
        return best;
    }

    private static RotationCircuit pass(RotationCircuit circuit, boolean continuous) {
        CommutativeCancellation cancellation = new CommutativeCancellation(circuit.wires(), continuous);
        circuit.nodes().forEach(cancellation::add);
        for (int wire = 0; wire < circuit.wires(); wire++) {
            cancellation.flush(wire);
        }
        return circuit.with(cancellation.lists.toList());
    }

    private void add(Node node) {
        switch (node) {
            case Local local -> frames[local.wire()] = frames[local.wire()].then(local.rotation());
            case Turn turn ->
                insert(new Turn(turn.wire(), frames[turn.wire()].inverse().apply(turn.about()), turn.angle()));
            case Interaction interaction ->
                insert(interaction.rotated(
                        frames[interaction.first()].inverse(), frames[interaction.second()].inverse()));
            case Fixed fixed -> {
                fixed.wires().forEach(this::flush);
                lists.append(fixed);
            }
        }
    }

    private void flush(int wire) {
        if (!frames[wire].isIdentity()) {
            lists.append(new Local(wire, frames[wire]));
        }
        frames[wire] = Rotation.IDENTITY;
    }

    /** Puts a one-qubit gate after all nodes on the wire, before what the wire still has to go through. */
    private void follow(int wire, Rotation rotation) {
        frames[wire] = rotation.then(frames[wire]);
    }

    private void insert(Turn turn) {
        for (int places = 0; places < FARTHEST; places++) {
            int number = lists.fromEnd(turn.wire(), places);
            Optional<Axis> axis = number == WireLists.NONE
                    ? Optional.empty()
                    : lists.get(number).axis(turn.wire());
            if (axis.isEmpty() || axis.get().parallel(turn.about()) == 0) {
                break;
            }
            if (lists.get(number) instanceof Turn earlier) {
                Expression sum = Angles.sum(earlier.angle(), axis.get().parallel(turn.about()), turn.angle());
                replace(number, new Turn(turn.wire(), earlier.about(), sum));
                return;
            }
        }
        lists.append(turn);
    }

    private void replace(int number, Turn turn) {
        if (Angles.isOpen(turn.angle())) {
            lists.set(number, turn);
        } else {
            lists.remove(number);
            follow(turn.wire(), Rotation.about(turn.about(), Angles.value(turn.angle())));
        }
    }

    private void insert(Interaction unreduced) {
        Merging.Merged reduced = Merging.reduce(unreduced);
        follow(reduced);
        Interaction later = reduced.interaction();
        if (later.terms().isEmpty()) {
            return;
        }
        if (join(later)) {
            return;
        }
        Optional<Conjugation> conjugation = Conjugation.open(later, lists);
        if (conjugation.isPresent()) {
            add(conjugation.get(), later.first(), later.second());
        } else {
            lists.append(later);
        }
    }

    /** Adds what was in a conjugation after all nodes, before what its wires still have to go through. */
    private void add(Conjugation conjugation, int first, int second) {
        Rotation afterFirst = frames[first];
        Rotation afterSecond = frames[second];
        frames[first] = Rotation.IDENTITY;
        frames[second] = Rotation.IDENTITY;
        conjugation.interactions().forEach(this::add);
        frames[first] = frames[first].then(conjugation.onFirst()).then(afterFirst);
        frames[second] = frames[second].then(conjugation.onSecond()).then(afterSecond);
    }

    /** Joins an interaction with an earlier one of the same pair, if nothing between them is in the way of one of the two. */
    private boolean join(Interaction later) {
        Reach onFirst = reach(later.first(), later.second());
        Reach onSecond = onFirst.number == WireLists.NONE ? onFirst : reach(later.second(), later.first());
        if (onSecond.number == WireLists.NONE) {
            return false;
        }
        Interaction stored = (Interaction) lists.get(onFirst.number);
        Interaction earlier = stored.first() == later.first() ? stored : stored.flipped();
        boolean forward = onFirst.lets(earlier) && onSecond.lets(earlier);
        boolean backward = onFirst.lets(later) && onSecond.lets(later);
        if (!forward && !backward) {
            return false;
        }
        Optional<Merging.Merged> merged = merging.merge(earlier, later);
        if (merged.isEmpty()) {
            return false;
        }
        if (forward || merged.get().interaction().terms().isEmpty()) {
            if (!forward) {
                turnFollowers(onFirst.number, merged.get());
            }
            lists.remove(onFirst.number);
            follow(merged.get());
            if (!merged.get().interaction().terms().isEmpty()) {
                insert(merged.get().interaction());
            }
            return true;
        }
        turnFollowers(onFirst.number, merged.get());
        lists.set(onFirst.number, merged.get().interaction());
        follow(merged.get());
        return true;
    }

    private void follow(Merging.Merged merged) {
        follow(merged.interaction().first(), merged.onFirst());
        follow(merged.interaction().second(), merged.onSecond());
    }

    /** Takes the gates after a merged interaction past the nodes that follow it on its wires. */
    private void turnFollowers(int number, Merging.Merged merged) {
        turnFollowers(number, merged.interaction().first(), merged.onFirst());
        turnFollowers(number, merged.interaction().second(), merged.onSecond());
    }

    private void turnFollowers(int number, int wire, Rotation passed) {
        Rotation back = passed.inverse();
        for (int places = 0; lists.fromEnd(wire, places) != number; places++) {
            int follower = lists.fromEnd(wire, places);
            switch (lists.get(follower)) {
                case Turn turn -> lists.set(follower, new Turn(wire, back.apply(turn.about()), turn.angle()));
                case Interaction interaction ->
                    lists.set(
                            follower,
                            interaction.rotated(
                                    interaction.first() == wire ? back : Rotation.IDENTITY,
                                    interaction.second() == wire ? back : Rotation.IDENTITY));
                case Local local -> throw new IllegalStateException("A gate without an axis is passed by none");
                case Fixed fixed -> throw new IllegalStateException("A fixed operation is passed by none");
            }
        }
    }

    /** The last interaction of a wire with another, and the one axis of all nodes after it; null if there are none. */
    private record Reach(int number, int wire, Axis between) {
        /** Whether an interaction can pass what is between. */
        boolean lets(Interaction interaction) {
            return between == null
                    || interaction.axis(wire).map(between::parallel).orElse(0) != 0;
        }
    }

    private Reach reach(int wire, int other) {
        Axis between = null;
        for (int places = 0; places < FARTHEST; places++) {
            int number = lists.fromEnd(wire, places);
            if (number == WireLists.NONE) {
                break;
            }
            if (lists.get(number) instanceof Interaction interaction
                    && interaction.wires().contains(other)) {
                return new Reach(number, wire, between);
            }
            Optional<Axis> axis = lists.get(number).axis(wire);
            if (axis.isEmpty() || (between != null && axis.get().parallel(between) == 0)) {
                break;
            }
            between = axis.get();
        }
        return new Reach(WireLists.NONE, wire, between);
    }
}
