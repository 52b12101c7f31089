// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Register;
import org.nifiquantum.engine.transpile.device.Entangler;
import org.nifiquantum.engine.transpile.device.Target;
import org.nifiquantum.engine.transpile.rotation.Angles;
import org.nifiquantum.engine.transpile.rotation.Axis;
import org.nifiquantum.engine.transpile.rotation.Fixed;
import org.nifiquantum.engine.transpile.rotation.Interaction;
import org.nifiquantum.engine.transpile.rotation.Local;
import org.nifiquantum.engine.transpile.rotation.Node;
import org.nifiquantum.engine.transpile.rotation.Rotation;
import org.nifiquantum.engine.transpile.rotation.RotationCircuit;
import org.nifiquantum.engine.transpile.rotation.Turn;

/** Writes a circuit of rotations, whose wires are the device's qubits, in the device's gates. */
public final class BasisTranslation implements GateSink {
    private final CircuitBuilder builder;
    private final InteractionSynthesis interactions;
    private final LocalSynthesis locals;
    /** For each wire the one-qubit steps that are not written yet. */
    private final List<List<Node>> runs = new ArrayList<>();
    /** For each wire the rotation about Z that comes before its run. */
    private final Expression[] about;

    private BasisTranslation(Circuit source, Target target) {
        this.builder = Circuit.builder(target.couplings().qubits());
        source.parameters().forEach(builder::parameter);
        for (Register register : source.registers()) {
            builder.register(register.name(), register.size());
        }
        this.interactions = new InteractionSynthesis(target.basis(), target.couplings(), this);
        this.locals = new LocalSynthesis(target.basis().local(), builder::add);
        this.about = new Expression[target.couplings().qubits()];
        Arrays.fill(about, Expression.constant(0));
        for (int wire = 0; wire < about.length; wire++) {
            runs.add(new ArrayList<>());
        }
    }

    /**
     * The circuit in the device's gates. A rotation about Z before a measurement at the end is left out.
     *
     * @param source where the parameters and classical registers come from
     */
    public static Circuit translate(RotationCircuit circuit, Circuit source, Target target) {
        BasisTranslation translation = new BasisTranslation(source, target);
        circuit.nodes().forEach(translation::add);
        boolean[] measured = circuit.measured();
        for (int wire = 0; wire < measured.length; wire++) {
            translation.flush(wire);
            if (!measured[wire]) {
                translation.writeAbout(wire);
            }
        }
        for (Measurement measurement : circuit.measurements()) {
            translation.builder.add(measurement);
        }
        return translation.builder.build();
    }

    private void add(Node node) {
        switch (node) {
            case Local local -> runs.get(local.wire()).add(local);
            case Turn turn -> runs.get(turn.wire()).add(turn);
            case Interaction interaction -> interactions.synthesize(interaction);
            case Fixed fixed -> {
                fixed.wires().forEach(this::flush);
                builder.add(fixed.operation());
            }
        }
    }

    @Override
    public void local(int wire, Rotation rotation) {
        runs.get(wire).add(new Local(wire, rotation));
    }

    @Override
    public void turn(int wire, Axis axis, Expression angle) {
        runs.get(wire)
                .add(
                        Angles.isOpen(angle)
                                ? new Turn(wire, axis, angle)
                                : new Local(wire, Rotation.about(axis, Angles.value(angle))));
    }

    @Override
    public void entangle(Entangler gate, int first, int second, Expression angle) {
        flush(first);
        flush(second);
        List<Expression> parameters = List.of(angle);
        switch (gate) {
            case CX -> {
                writeAbout(second);
                parameters = List.of();
            }
            case CZ -> parameters = List.of();
            case ECR -> {
                // ecr flips its first qubit.
                about[first] = Angles.times(-1, about[first]);
                writeAbout(second);
                parameters = List.of();
            }
            case RXX -> {
                writeAbout(first);
                writeAbout(second);
            }
            case RZZ -> {}
            case MS -> parameters = List.of(phase(first), phase(second), angle);
        }
        builder.add(new GateOperation(gate.gate(), parameters, List.of(first, second)));
    }

    private Expression phase(int wire) {
        return LocalSynthesis.positive(Angles.times(-1, about[wire]));
    }

    private void writeAbout(int wire) {
        locals.about(wire, about[wire]);
        about[wire] = Expression.constant(0);
    }

    /** Writes the run of a wire: known gates in between open rotations about Z. */
    private void flush(int wire) {
        Rotation known = Rotation.IDENTITY;
        List<Node> run = runs.get(wire);
        for (int index = 0; index < run.size(); index++) {
            switch (run.get(index)) {
                case Local local -> known = known.then(local.rotation());
                case Turn turn -> known = open(wire, known, turn, knownFrom(run, index + 1));
                default -> throw new IllegalStateException("No one-qubit step: " + run.get(index));
            }
        }
        about[wire] = locals.unitary(wire, known, about[wire]);
        run.clear();
    }

    /**
     * Writes an open rotation: as one about Z after what is known so far, or, where that takes fewer pulses, as one about the
     * equator before it. Returns the known gates that are left to write.
     */
    private Rotation open(int wire, Rotation known, Turn turn, Rotation next) {
        Axis before = known.inverse().apply(turn.about());
        Rotation toZ = Rotation.between(turn.about(), Axis.Z);
        Rotation first = known.then(toZ);
        int asZ = locals.pulses(first) + locals.pulses(toZ.inverse().then(next));
        boolean equatorial = locals.rotatesFreely() && before.isPerpendicular(Axis.Z);
        if (equatorial && 1 + locals.pulses(known.then(next)) < asZ) {
            Expression azimuth = Angles.of(Math.atan2(before.y(), before.x()));
            about[wire] = locals.equatorial(wire, turn.angle(), azimuth, about[wire]);
            return known;
        }
        about[wire] = Angles.sum(locals.unitary(wire, first, about[wire]), 1, turn.angle());
        return toZ.inverse();
    }

    private static Rotation knownFrom(List<Node> run, int start) {
        Rotation known = Rotation.IDENTITY;
        for (int index = start; index < run.size() && run.get(index) instanceof Local local; index++) {
            known = known.then(local.rotation());
        }
        return known;
    }
}
