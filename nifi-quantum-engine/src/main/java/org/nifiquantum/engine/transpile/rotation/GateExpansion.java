// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

import java.util.List;
import java.util.function.Consumer;
import org.nifiquantum.engine.circuit.Action;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Expression.Constant;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;

/** Writes each standard gate, up to a global phase, as rotations of one qubit or of two. */
final class GateExpansion {
    private final Consumer<Node> nodes;

    GateExpansion(Consumer<Node> nodes) {
        this.nodes = nodes;
    }

    /** Expands a gate other than a plain exchange. */
    void expand(StandardGate gate, List<Expression> parameters, List<Integer> wires) {
        switch (gate.action()) {
            case Action.Phase phase -> {}
            case Action.Diagonal diagonal -> diagonal(diagonal, parameters, gate.controls(), wires);
            case Action.Flip flip -> flip(gate.controls(), wires);
            case Action.Exchange exchange -> controlledExchange(wires.get(0), wires.get(1), wires.get(2));
            case Action.Dense dense -> {
                if (parameters.stream().allMatch(Constant.class::isInstance)) {
                    numeric(dense, parameters, gate.controls(), wires);
                } else {
                    open(gate, parameters, wires);
                }
            }
        }
    }

    /** Whether the gate only exchanges two qubits, which the caller does by renaming them. */
    static boolean isExchange(GateOperation operation) {
        return operation.gate() instanceof StandardGate gate
                && gate.controls() == 0
                && gate.action() instanceof Action.Exchange;
    }

    private void diagonal(Action.Diagonal diagonal, List<Expression> parameters, int controls, List<Integer> wires) {
        Expression zero = diagonal.zero().apply(parameters);
        Expression one = diagonal.one().apply(parameters);
        Expression angle = Angles.sum(one, -1, zero);
        if (controls == 0) {
            turn(wires.get(0), Axis.Z, angle);
        } else {
            turn(wires.get(0), Axis.Z, Angles.times(0.5, Angles.sum(one, 1, zero)));
            controlled(wires.get(0), wires.get(1), Axis.Z, angle);
        }
    }

    private void flip(int controls, List<Integer> wires) {
        switch (controls) {
            case 0 -> nodes.accept(new Local(wires.get(0), Rotation.about(Axis.X, Math.PI)));
            case 1 -> controlledNot(wires.get(0), wires.get(1));
            default -> toffoli(wires.get(0), wires.get(1), wires.get(2));
        }
    }

    private void numeric(Action.Dense dense, List<Expression> parameters, int controls, List<Integer> wires) {
        double[] matrix = new double[8];
        dense.matrix().write(parameters.stream().mapToDouble(Angles::value).toArray(), matrix);
        Rotation rotation = Rotation.ofMatrix(matrix);
        if (controls == 0) {
            nodes.accept(new Local(wires.get(0), rotation));
            return;
        }
        double sin = Math.sqrt(rotation.x() * rotation.x() + rotation.y() * rotation.y() + rotation.z() * rotation.z());
        turn(wires.get(0), Axis.Z, Angles.of(Rotation.phaseOf(matrix)));
        if (sin > 0) {
            Axis axis = new Axis(rotation.x() / sin, rotation.y() / sin, rotation.z() / sin);
            controlled(wires.get(0), wires.get(1), axis, Angles.of(2 * Math.atan2(sin, rotation.w())));
        }
    }

    private void open(StandardGate gate, List<Expression> p, List<Integer> wires) {
        switch (gate) {
            case RX -> turn(wires.get(0), Axis.X, p.get(0));
            case RY -> turn(wires.get(0), Axis.Y, p.get(0));
            case U2 -> euler(wires.get(0), Expression.constant(Math.PI / 2), p.get(0), p.get(1));
            case U3, BUILTIN_U -> euler(wires.get(0), p.get(0), p.get(1), p.get(2));
            case CRX -> controlled(wires.get(0), wires.get(1), Axis.X, p.get(0));
            case CRY -> controlled(wires.get(0), wires.get(1), Axis.Y, p.get(0));
            case CU -> controlledU(p.get(0), p.get(1), p.get(2), p.get(3), wires.get(0), wires.get(1));
            default -> throw new IllegalStateException("No expansion of " + gate.identifier() + " with open angles");
        }
    }

    /** {@code Rz(phi) Ry(theta) Rz(lambda)}. */
    private void euler(int wire, Expression theta, Expression phi, Expression lambda) {
        turn(wire, Axis.Z, lambda);
        turn(wire, Axis.Y, theta);
        turn(wire, Axis.Z, phi);
    }

    /** Barenco et al., arXiv:quant-ph/9503016, lemma 5.1, with the phase on the control. */
    private void controlledU(
            Expression theta, Expression phi, Expression lambda, Expression gamma, int control, int target) {
        Expression half = Angles.times(0.5, Angles.sum(phi, 1, lambda));
        turn(control, Axis.Z, Angles.sum(gamma, 1, half));
        turn(target, Axis.Z, Angles.times(0.5, Angles.sum(lambda, -1, phi)));
        controlledNot(control, target);
        euler(target, Angles.times(-0.5, theta), Expression.constant(0), Angles.times(-1, half));
        controlledNot(control, target);
        euler(target, Angles.times(0.5, theta), phi, Expression.constant(0));
    }

    /** {@code exp(-i angle/2 (1 - Z)/2 axis)}: the rotation of the target where the control is 1. */
    private void controlled(int control, int target, Axis axis, Expression angle) {
        turn(target, axis, Angles.times(0.5, angle));
        nodes.accept(new Interaction(control, target, List.of(new Term(Axis.Z, axis, Angles.times(-0.5, angle)))));
    }

    private void controlledNot(int control, int target) {
        turn(control, Axis.Z, Expression.constant(Math.PI / 2));
        controlled(control, target, Axis.X, Expression.constant(Math.PI));
    }

    /** Nielsen and Chuang, figure 4.9. */
    private void toffoli(int one, int two, int target) {
        nodes.accept(new Local(target, Rotation.HADAMARD));
        controlledNot(two, target);
        eighth(target, -1);
        controlledNot(one, target);
        eighth(target, 1);
        controlledNot(two, target);
        eighth(target, -1);
        controlledNot(one, target);
        eighth(two, 1);
        eighth(target, 1);
        nodes.accept(new Local(target, Rotation.HADAMARD));
        controlledNot(one, two);
        eighth(one, 1);
        eighth(two, -1);
        controlledNot(one, two);
    }

    private void controlledExchange(int control, int first, int second) {
        controlledNot(second, first);
        toffoli(control, first, second);
        controlledNot(second, first);
    }

    private void eighth(int wire, int sign) {
        turn(wire, Axis.Z, Expression.constant(sign * Math.PI / 4));
    }

    private void turn(int wire, Axis axis, Expression angle) {
        if (angle instanceof Constant constant) {
            nodes.accept(new Local(wire, Rotation.about(axis, constant.value())));
        } else {
            nodes.accept(new Turn(wire, axis, angle));
        }
    }
}
