// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.transpile.rotation.Angles;
import org.nifiquantum.engine.transpile.rotation.EntanglingCost;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Rotation;
import org.nifiquantum.engine.transpile.rotation.Term;
import org.nifiquantum.engine.transpile.synthesis.WeylDecomposition;

/**
 * Two interactions of the same pair as one.
 *
 * @param continuous whether the device has a two-qubit rotation of any angle
 */
record Merging(boolean continuous) {

    /** An interaction and the one-qubit gates after it. */
    record Merged(Interaction interaction, Rotation onFirst, Rotation onSecond) {}

    /** The interaction that does what two do one after the other, unless that would cost more or is not known. */
    Optional<Merged> merge(Interaction earlier, Interaction later) {
        Optional<List<Term>> sum = sum(earlier.terms(), later.terms());
        if (sum.isPresent()) {
            return Optional.of(reduce(new Interaction(earlier.first(), earlier.second(), sum.get())));
        }
        if (!earlier.isOpen() && !later.isOpen()) {
            WeylDecomposition product = WeylDecomposition.ofProduct(earlier, later);
            boolean cheaper = EntanglingCost.of(product.interaction(), continuous)
                    <= EntanglingCost.of(earlier, continuous) + EntanglingCost.of(later, continuous);
            return cheaper
                    ? Optional.of(new Merged(product.interaction(), product.onFirst(), product.onSecond()))
                    : Optional.empty();
        }
        if (later.isExchange()) {
            return Optional.of(exchanged(earlier, later));
        }
        return Optional.empty();
    }

    /** Brings known angles into (-pi/2, pi/2]: a rotation by pi about two axes is one gate on each qubit. */
    static Merged reduce(Interaction interaction) {
        List<Term> terms = new ArrayList<>();
        Rotation onFirst = Rotation.IDENTITY;
        Rotation onSecond = Rotation.IDENTITY;
        for (Term term : interaction.terms()) {
            if (term.isOpen()) {
                terms.add(term);
                continue;
            }
            double angle = Angles.value(term.angle());
            double reduced = Angles.reduce(angle, Math.PI);
            if (Math.cos(angle - reduced) < 0) {
                onFirst = onFirst.then(Rotation.about(term.first(), Math.PI));
                onSecond = onSecond.then(Rotation.about(term.second(), Math.PI));
            }
            if (!Angles.isZero(reduced)) {
                terms.add(term.with(Angles.of(reduced)));
            }
        }
        return new Merged(new Interaction(interaction.first(), interaction.second(), terms), onFirst, onSecond);
    }

    /** The terms of both where all commute; empty if some do not. */
    private static Optional<List<Term>> sum(List<Term> earlier, List<Term> later) {
        List<Term> terms = new ArrayList<>(earlier);
        for (Term added : later) {
            int same = indexOfAligned(terms, added);
            if (same >= 0) {
                Term term = terms.get(same);
                terms.set(same, term.with(Angles.sum(term.angle(), term.aligned(added), added.angle())));
            } else if (terms.size() < 3 && terms.stream().allMatch(added::isCrossed)) {
                terms.add(added);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(terms);
    }

    private static int indexOfAligned(List<Term> terms, Term wanted) {
        for (int index = 0; index < terms.size(); index++) {
            if (terms.get(index).aligned(wanted) != 0) {
                return index;
            }
        }
        return -1;
    }

    /**
     * An open interaction and an exchange. Where V takes the exchange's axes on the second wire to those on the first, it is the
     * plain exchange, then V on the first and the inverse of V on the second.
     */
    private static Merged exchanged(Interaction earlier, Interaction exchange) {
        Merged known = reduce(exchange);
        List<Term> triad = known.interaction().triad();
        Rotation turn = Rotation.between(
                triad.get(0).second(),
                triad.get(1).second(),
                triad.get(0).first(),
                triad.get(1).first());
        Interaction.Exchanged plain = earlier.thenExchange();
        Rotation first = plain.onFirst().then(turn);
        Rotation second = plain.onSecond().then(turn.inverse());
        // Where the axes are of opposite hands the triad has an angle of -pi/2: that of pi/2 and a rotation by pi about
        // both axes.
        for (Term term : triad) {
            if (Angles.value(term.angle()) < 0) {
                first = first.then(Rotation.about(term.first(), Math.PI));
                second = second.then(Rotation.about(term.second(), Math.PI));
            }
        }
        Merged reduced = reduce(plain.interaction());
        return new Merged(
                reduced.interaction(),
                reduced.onFirst().then(first).then(known.onFirst()),
                reduced.onSecond().then(second).then(known.onSecond()));
    }
}
