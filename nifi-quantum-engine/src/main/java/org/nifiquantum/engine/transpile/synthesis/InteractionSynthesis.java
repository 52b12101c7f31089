// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.synthesis;

import java.util.List;
import java.util.Optional;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.transpile.device.Basis;
import org.nifiquantum.engine.transpile.device.CouplingMap;
import org.nifiquantum.engine.transpile.device.Entangler;
import org.nifiquantum.engine.transpile.rotation.Angles;
import org.nifiquantum.engine.transpile.rotation.Axis;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Rotation;
import org.nifiquantum.engine.transpile.rotation.Term;

/** Interactions as the two-qubit gates of a basis, with as few of them as there can be. Open angles stay open. */
final class InteractionSynthesis {
    private static final double QUARTER = Math.PI / 2;

    private final Optional<Entangler> rotation;
    private final Optional<Entangler> controlledNot;
    private final CouplingMap couplings;
    private final GateSink sink;

    InteractionSynthesis(Basis basis, CouplingMap couplings, GateSink sink) {
        this.rotation = basis.rotation();
        this.controlledNot = basis.controlledNot();
        this.couplings = couplings;
        this.sink = sink;
    }

    void synthesize(Interaction interaction) {
        List<Term> terms = interaction.terms();
        if (rotation.isPresent()) {
            terms.forEach(term -> rotate(interaction, term, rotation.get()));
            return;
        }
        switch (terms.size()) {
            case 0 -> {}
            case 1 -> single(interaction, terms.get(0));
            case 2 -> twoControlledNots(interaction, terms.get(0), terms.get(1));
            default -> threeControlledNots(interaction);
        }
    }

    private void single(Interaction interaction, Term term) {
        if (term.isControlledNot()) {
            quarter(interaction, term);
        } else {
            Term none = interaction.triad().get(1);
            twoControlledNots(interaction, term, none);
        }
    }

    /** A rotation of any angle, with its sign in the axis so that known angles lie in [0, pi/2]. */
    private void rotate(Interaction interaction, Term term, Entangler entangler) {
        if (term.isControlledNot() && controlledNot.isPresent()) {
            quarter(interaction, term);
            return;
        }
        Axis own = entangler == Entangler.RZZ ? Axis.Z : Axis.X;
        boolean negative = !term.isOpen() && Angles.value(term.angle()) < 0;
        Rotation first = Rotation.between(own, negative ? term.first().negate() : term.first());
        Rotation second = Rotation.between(own, term.second());
        Expression angle = negative ? Angles.times(-1, term.angle()) : term.angle();
        frame(interaction, first.inverse(), second.inverse());
        sink.entangle(entangler, interaction.first(), interaction.second(), angle);
        frame(interaction, first, second);
    }

    /** {@code exp(-i pi/4 ZX) = CX Rz(pi/2) Rx(pi/2)} up to a phase, Z and Rz on the control. */
    private void quarter(Interaction interaction, Term term) {
        boolean negative = Angles.value(term.angle()) < 0;
        Rotation first = Rotation.between(Axis.Z, negative ? term.first().negate() : term.first());
        Rotation second = Rotation.between(Axis.X, term.second());
        frame(interaction, first.inverse(), second.inverse());
        frame(interaction, Rotation.about(Axis.Z, QUARTER), Rotation.about(Axis.X, QUARTER));
        controlledNot(interaction.first(), interaction.second());
        frame(interaction, first, second);
    }

    /** A controlled NOT takes X on its control to XX and Z on its target to ZZ, and back. */
    private void twoControlledNots(Interaction interaction, Term one, Term two) {
        Rotation first = Rotation.between(Axis.X, Axis.Z, one.first(), two.first());
        Rotation second = Rotation.between(Axis.X, Axis.Z, one.second(), two.second());
        frame(interaction, first.inverse(), second.inverse());
        controlledNot(interaction.first(), interaction.second());
        sink.turn(interaction.first(), Axis.X, one.angle());
        sink.turn(interaction.second(), Axis.Z, two.angle());
        controlledNot(interaction.first(), interaction.second());
        frame(interaction, first, second);
    }

    /**
     * Vatan and Williams, arXiv:quant-ph/0308006, figure 6: with C the controlled NOT from b to a and D that from a to b,
     * {@code C Ry_b(g) D Rz_a(h) Ry_b(f) C = (W^-1 x W) exp(-i/2 ((f + pi/2) XY + (g + pi/2) YX + (pi/2 - h) Z(-Z)))}, where
     * W takes the axes (Y, X, -Z) to (X, Y, Z).
     */
    private void threeControlledNots(Interaction interaction) {
        List<Term> terms = interaction.triad();
        int a = interaction.first();
        int b = interaction.second();
        Rotation first = Rotation.between(
                Axis.X, Axis.Y, terms.get(0).first(), terms.get(1).first());
        Rotation second = Rotation.between(
                Axis.Y, Axis.X, terms.get(0).second(), terms.get(1).second());
        Rotation turn = Rotation.between(Axis.Y, Axis.X, Axis.X, Axis.Y);
        frame(interaction, first.inverse(), second.inverse());
        controlledNot(b, a);
        sink.turn(a, Axis.Z, Angles.plus(Angles.times(-1, terms.get(2).angle()), QUARTER));
        sink.turn(b, Axis.Y, Angles.plus(terms.get(0).angle(), -QUARTER));
        controlledNot(a, b);
        sink.turn(b, Axis.Y, Angles.plus(terms.get(1).angle(), -QUARTER));
        controlledNot(b, a);
        frame(interaction, turn.then(first), turn.inverse().then(second));
    }

    private void frame(Interaction interaction, Rotation first, Rotation second) {
        sink.local(interaction.first(), first);
        sink.local(interaction.second(), second);
    }

    private void controlledNot(int control, int target) {
        Entangler gate = controlledNot.orElseThrow();
        if (!gate.isDirected() || couplings.allows(control, target)) {
            controlledNot(gate, control, target);
        } else {
            turnRound(control, target);
            controlledNot(gate, target, control);
            turnRound(control, target);
        }
    }

    private void turnRound(int control, int target) {
        sink.local(control, Rotation.HADAMARD);
        sink.local(target, Rotation.HADAMARD);
    }

    private void controlledNot(Entangler gate, int control, int target) {
        switch (gate) {
            case CX -> sink.entangle(gate, control, target, Expression.constant(0));
            case CZ -> {
                sink.local(target, Rotation.HADAMARD);
                sink.entangle(gate, control, target, Expression.constant(0));
                sink.local(target, Rotation.HADAMARD);
            }
            case ECR -> {
                // Read off the definition of ecr: s and sx, then cx, then x.
                sink.local(control, Rotation.about(Axis.Z, -QUARTER));
                sink.local(target, Rotation.about(Axis.X, -QUARTER));
                sink.entangle(gate, control, target, Expression.constant(0));
                sink.local(control, Rotation.about(Axis.X, Math.PI));
            }
            case RXX, RZZ, MS -> throw new IllegalStateException(gate + " is no controlled NOT");
        }
    }
}
