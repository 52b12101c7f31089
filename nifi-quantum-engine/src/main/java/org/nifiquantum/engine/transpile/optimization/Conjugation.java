// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.optimization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.transpile.rotation.Angles;
import org.nifiquantum.engine.transpile.rotation.Axis;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Rotation;
import org.nifiquantum.engine.transpile.rotation.Term;
import org.nifiquantum.engine.transpile.rotation.Turn;

/**
 * Open rotations conjugated by a controlled NOT, such as {@code cx; rz(a); cx}, as open interactions: with {@code P = n x n'} the
 * axes of both, {@code exp(i pi/4 P) exp(-i a/2 m) exp(-i pi/4 P) = exp(-i a/2 (m cross n) x n')} for m perpendicular to n. Angles
 * have been reduced, so that those of controlled NOTs are pi/2, not -pi/2.
 *
 * @param interactions what the rotations become, in order
 * @param onFirst then, on the first wire of them all
 * @param onSecond then, on the second
 */
record Conjugation(List<Interaction> interactions, Rotation onFirst, Rotation onSecond) {

    /** Takes off the lists what an interaction and an earlier one have between them, if that is open rotations only. */
    static Optional<Conjugation> open(Interaction upper, WireLists lists) {
        if (!isControlledNot(upper)) {
            return Optional.empty();
        }
        List<Integer> inner = new ArrayList<>();
        int number = below(upper.first(), lists, inner);
        if (number == WireLists.NONE || number != below(upper.second(), lists, inner) || inner.isEmpty()) {
            return Optional.empty();
        }
        Interaction stored = (Interaction) lists.get(number);
        Interaction lower = stored.first() == upper.first() ? stored : stored.flipped();
        if (!isControlledNot(lower)
                || lower.terms().get(0).aligned(upper.terms().get(0)) == 0) {
            return Optional.empty();
        }
        Collections.reverse(inner);
        List<Interaction> opened = new ArrayList<>();
        for (int turn : inner) {
            Turn between = (Turn) lists.get(turn);
            if (!between.about().isPerpendicular(lower.axis(between.wire()).orElseThrow())) {
                return Optional.empty();
            }
            opened.add(new Interaction(lower.first(), lower.second(), List.of(through(lower, between))));
        }
        inner.forEach(lists::remove);
        lists.remove(number);
        Term outer = lower.terms().get(0);
        double total = Angles.value(outer.angle())
                + outer.aligned(upper.terms().get(0))
                        * Angles.value(upper.terms().get(0).angle());
        return Optional.of(
                new Conjugation(opened, Rotation.about(outer.first(), total), Rotation.about(outer.second(), total)));
    }

    private static boolean isControlledNot(Interaction interaction) {
        return interaction.terms().size() == 1 && interaction.terms().get(0).isControlledNot();
    }

    /** The last node of a wire that is no open rotation, those above it added to those inside; none unless an interaction. */
    private static int below(int wire, WireLists lists, List<Integer> inner) {
        for (int places = 0; ; places++) {
            int number = lists.fromEnd(wire, places);
            if (number != WireLists.NONE && lists.get(number) instanceof Turn) {
                inner.add(number);
            } else {
                return number != WireLists.NONE && lists.get(number) instanceof Interaction ? number : WireLists.NONE;
            }
        }
    }

    private static Term through(Interaction outer, Turn turn) {
        Term term = outer.terms().get(0);
        boolean onFirst = turn.wire() == outer.first();
        Axis crossed = turn.about().cross(onFirst ? term.first() : term.second());
        return onFirst ? new Term(crossed, term.second(), turn.angle()) : new Term(term.first(), crossed, turn.angle());
    }
}
