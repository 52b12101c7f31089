// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nifiquantum.engine.circuit.Action;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;

/** Replaces the gates of a circuit by primitives. Barriers and measurements change nothing here. */
final class Lowering {
    private static final int MOST_PRIMITIVES = 10_000_000;

    private final Slots slots;
    private final List<Primitive> primitives = new ArrayList<>();
    private Angle globalPhase = Angle.ZERO;

    private Lowering(Slots slots) {
        this.slots = slots;
    }

    /** The primitives of a circuit and the phase of it all. */
    record Lowered(List<Primitive> primitives, Angle globalPhase) {}

    static Lowered lower(Circuit circuit, Slots slots) {
        Lowering lowering = new Lowering(slots);
        for (Operation operation : circuit.operations()) {
            if (operation instanceof GateOperation gate) {
                lowering.lower(gate);
            }
        }
        FlipsAsPhases.Replaced replaced = FlipsAsPhases.replace(lowering.primitives, lowering.globalPhase);
        return new Lowered(replaced.primitives(), replaced.phase());
    }

    private void lower(GateOperation operation) {
        switch (operation.gate()) {
            case DefinedGate defined -> operation.expand().forEach(this::lower);
            case StandardGate standard -> lower(standard, operation);
        }
    }

    static void requireFewerThanTheMost(int gates) {
        if (gates == MOST_PRIMITIVES) {
            throw new IllegalArgumentException("The circuit has more than %d gates".formatted(MOST_PRIMITIVES));
        }
    }

    private void lower(StandardGate gate, GateOperation operation) {
        requireFewerThanTheMost(primitives.size());
        List<Expression> parameters = operation.parameters();
        int controls = 0;
        for (int qubit : operation.qubits().subList(0, gate.controls())) {
            controls |= 1 << qubit;
        }
        List<Integer> targets =
                operation.qubits().subList(gate.controls(), operation.qubits().size());
        switch (gate.action()) {
            case Action.Phase phase ->
                addPhases(controls, slots.angle(phase.angle().apply(parameters)));
            case Action.Diagonal diagonal -> {
                Angle zero = slots.angle(diagonal.zero().apply(parameters));
                Angle one = slots.angle(diagonal.one().apply(parameters));
                addPhases(controls, zero);
                addPhases(controls | (1 << targets.get(0)), one.plus(zero.times(-1)));
            }
            case Action.Flip flip -> primitives.add(new Primitive.Flip(controls, targets.get(0)));
            case Action.Exchange exchange ->
                primitives.add(new Primitive.Exchange(controls, targets.get(0), targets.get(1)));
            case Action.Dense dense -> {
                List<Angle> angles = parameters.stream().map(slots::angle).toList();
                primitives.add(new Primitive.Dense(
                        controls, targets.get(0), new Primitive.MatrixFactor(dense.matrix(), angles)));
            }
        }
    }

    /**
     * The phase of an angle where all the given qubits are 1, by
     * {@code x_1 ... x_w = 2^-w sum over subsets S of (-1)^|S| (-1)^parity(x in S)}.
     */
    private void addPhases(int qubits, Angle angle) {
        if (angle.isZero()) {
            return;
        }
        double share = 1.0 / (1 << Integer.bitCount(qubits));
        globalPhase = globalPhase.plus(angle.times(share));
        Map<Integer, Angle> angles = new TreeMap<>();
        for (int subset = qubits; subset != 0; subset = (subset - 1) & qubits) {
            angles.put(subset, angle.times(Integer.bitCount(subset) % 2 == 0 ? share : -share));
        }
        if (!angles.isEmpty()) {
            primitives.add(new Primitive.Phases(qubits, angles));
        }
    }
}
