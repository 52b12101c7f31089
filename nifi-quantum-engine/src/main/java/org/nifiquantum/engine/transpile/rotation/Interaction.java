// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.nifiquantum.engine.circuit.Expression;

/**
 * A two-qubit unitary up to one-qubit gates: at most three commuting rotations about pairs of axes. Every two-qubit unitary has
 * this form (its canonical or Weyl form: Zhang et al., arXiv:quant-ph/0209120), and so has every one here whose angles are open.
 *
 * @param terms the axes of different terms are perpendicular on both wires
 */
public record Interaction(int first, int second, List<Term> terms) implements Node {
    public Interaction {
        terms = List.copyOf(terms);
        if (first == second) {
            throw new IllegalArgumentException("An interaction of wire %d with itself".formatted(first));
        }
    }

    /** Exchanges two qubits: {@code exp(-i pi/4 (XX + YY + ZZ))} up to a phase and Pauli gates that cancel. */
    public static Interaction exchange(int first, int second) {
        Expression half = Expression.constant(Math.PI / 2);
        return new Interaction(
                first,
                second,
                List.of(
                        new Term(Axis.X, Axis.X, half),
                        new Term(Axis.Y, Axis.Y, half),
                        new Term(Axis.Z, Axis.Z, half)));
    }

    /** An interaction with an exchange of its qubits after it, and the one-qubit gates that follow both. */
    public record Exchanged(Interaction interaction, Rotation onFirst, Rotation onSecond) {}

    /**
     * This interaction, then the exchange of its qubits. Where W takes the axes of the second wire to those of the first, the
     * result is the interaction with pi/2 added to all three angles, then the inverse of W on the first and W on the second.
     */
    public Exchanged thenExchange() {
        List<Term> full = triad();
        Rotation turn = Rotation.between(
                full.get(0).second(),
                full.get(1).second(),
                full.get(0).first(),
                full.get(1).first());
        List<Term> shifted = full.stream()
                .map(term -> term.with(Angles.plus(term.angle(), Math.PI / 2)))
                .toList();
        return new Exchanged(new Interaction(first, second, shifted), turn.inverse(), turn);
    }

    /** Three terms, absent ones with angle 0; on each wire the axes are a right-handed triad. */
    public List<Term> triad() {
        List<Term> full = new ArrayList<>(terms);
        Expression zero = Expression.constant(0);
        if (full.isEmpty()) {
            full.add(new Term(Axis.X, Axis.X, zero));
        }
        if (full.size() == 1) {
            full.add(new Term(
                    perpendicular(full.get(0).first()),
                    perpendicular(full.get(0).second()),
                    zero));
        }
        Axis third = full.get(0).first().cross(full.get(1).first());
        Axis thirdOther = full.get(0).second().cross(full.get(1).second());
        if (full.size() == 2) {
            full.add(new Term(third, thirdOther, zero));
        } else {
            Term last = full.get(2);
            boolean opposite = last.first().dot(third) * last.second().dot(thirdOther) < 0;
            full.set(2, new Term(third, thirdOther, opposite ? Angles.times(-1, last.angle()) : last.angle()));
        }
        return full;
    }

    public boolean isOpen() {
        return terms.stream().anyMatch(Term::isOpen);
    }

    /** Whether it exchanges its qubits, up to one-qubit gates. */
    public boolean isExchange() {
        return terms.size() == 3 && terms.stream().allMatch(Term::isControlledNot);
    }

    /** Seen through rotations of the two wires. */
    public Interaction rotated(Rotation ofFirst, Rotation ofSecond) {
        return new Interaction(
                first,
                second,
                terms.stream().map(term -> term.rotated(ofFirst, ofSecond)).toList());
    }

    /** The same with its wires named in the other order. */
    public Interaction flipped() {
        List<Term> flipped = terms.stream()
                .map(term -> new Term(/* first= */ term.second(), /* second= */ term.first(), term.angle()))
                .toList();
        return new Interaction(/* first= */ second, /* second= */ first, flipped);
    }

    @Override
    public List<Integer> wires() {
        return List.of(first, second);
    }

    @Override
    public Interaction on(IntUnaryOperator wires) {
        return new Interaction(wires.applyAsInt(first), wires.applyAsInt(second), terms);
    }

    @Override
    public Optional<Axis> axis(int wire) {
        if (terms.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(wire == first ? terms.get(0).first() : terms.get(0).second());
    }

    private static Axis perpendicular(Axis axis) {
        for (Axis candidate : List.of(Axis.Z, Axis.X, Axis.Y)) {
            if (candidate.isPerpendicular(axis)) {
                return candidate;
            }
        }
        Axis far = Math.abs(axis.z()) < 0.8 ? Axis.Z : Axis.X;
        return far.cross(axis).unit();
    }
}
