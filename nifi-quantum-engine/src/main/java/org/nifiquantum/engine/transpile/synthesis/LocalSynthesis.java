// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;
import org.nifiquantum.engine.transpile.device.LocalGates;
import org.nifiquantum.engine.transpile.device.NativeGates;
import org.nifiquantum.engine.transpile.rotation.Angles;
import org.nifiquantum.engine.transpile.rotation.Rotation;

/**
 * One-qubit unitaries as the gates of a basis. Every unitary is {@code Rz(a) R(theta, phi)}, the second a rotation about the axis
 * at phi on the equator; rotations about Z are not written but handed on, since what follows can often take them for nothing
 * (McKay et al., arXiv:1612.00858): {@code R(theta, phi) Rz(z) = Rz(z) R(theta, phi - z)}.
 */
final class LocalSynthesis {
    private static final double HALF_TURN = Math.PI;
    private static final double QUARTER_TURN = Math.PI / 2;
    private static final double FULL_TURN = 2 * Math.PI;

    private final LocalGates gates;
    private final Consumer<GateOperation> output;

    LocalSynthesis(LocalGates gates, Consumer<GateOperation> output) {
        this.gates = gates;
        this.output = output;
    }

    /** {@code Rz(about) R(theta, azimuth)}, theta in [0, pi]. */
    private record Euler(double about, double theta, double azimuth) {
        static Euler of(Rotation r) {
            double cos = Math.hypot(r.w(), r.z());
            double sin = Math.hypot(r.x(), r.y());
            double theta = Angles.reduce(2 * Math.atan2(sin, cos), 2 * FULL_TURN);
            double about = Angles.isZero(theta - HALF_TURN) ? 0 : 2 * Math.atan2(r.z(), r.w());
            double azimuth = Angles.isZero(theta) ? 0 : Math.atan2(r.y(), r.x()) - about / 2;
            return new Euler(about, theta, azimuth);
        }

        boolean isAbout(double angle) {
            return Angles.isZero(theta - angle);
        }
    }

    /** How many gates that are not rotations about Z a unitary takes. */
    int pulses(Rotation rotation) {
        Euler euler = Euler.of(rotation);
        if (euler.isAbout(0)) {
            return 0;
        }
        boolean fixedAngles = gates == LocalGates.RZ_SX_X || gates == LocalGates.GPI_GPI2;
        return fixedAngles && !euler.isAbout(HALF_TURN) && !euler.isAbout(QUARTER_TURN) ? 2 : 1;
    }

    /** Whether one gate rotates by any angle about any axis of the equator. */
    boolean rotatesFreely() {
        return gates != LocalGates.RZ_SX_X && gates != LocalGates.GPI_GPI2;
    }

    /** Whether rotations about Z are gates. */
    private boolean hasRz() {
        return gates.gates().contains("rz");
    }

    /** Writes a rotation about Z and then a unitary; returns the rotation about Z that is still to come. */
    Expression unitary(int wire, Rotation rotation, Expression z) {
        Euler euler = Euler.of(rotation);
        if (euler.isAbout(0)) {
            return Angles.plus(z, euler.about);
        }
        Expression azimuth = Expression.constant(euler.azimuth);
        Expression left = rotatesFreely()
                ? equatorial(wire, Expression.constant(euler.theta), azimuth, z)
                : pulsed(wire, euler, z);
        return Angles.plus(left, euler.about);
    }

    /** Writes a rotation about Z and then one about the axis at an angle on the equator; returns what is left about Z. */
    Expression equatorial(int wire, Expression angle, Expression azimuth, Expression z) {
        Expression seen = Angles.sum(azimuth, -1, z);
        return switch (gates) {
            case PRX -> axis(NativeGates.PRX, wire, angle, seen, z);
            case R_RZ -> axis(NativeGates.R, wire, angle, seen, z);
            case RZ_RX -> {
                about(wire, Angles.times(-1, seen));
                write(StandardGate.RX, wire, angle);
                yield azimuth;
            }
            case U3 -> {
                write(
                        StandardGate.U3,
                        wire,
                        angle,
                        within(Angles.plus(azimuth, -QUARTER_TURN)),
                        within(Angles.plus(Angles.times(-1, seen), QUARTER_TURN)));
                yield Expression.constant(0);
            }
            case RZ_SX_X, GPI_GPI2 -> throw new IllegalStateException(gates + " has no rotation of any angle");
        };
    }

    private Expression axis(Gate gate, int wire, Expression angle, Expression azimuth, Expression z) {
        write(gate, wire, angle, positive(azimuth));
        return z;
    }

    /**
     * Turns by pi or pi/2 are one pulse; others two: {@code Rx(t) = Rz(pi/2) SX Rz(t + pi) SX Rz(pi/2)}. A turn by pi undoes the
     * rotation about Z before it.
     */
    private Expression pulsed(int wire, Euler euler, Expression z) {
        Expression seen = Angles.sum(Expression.constant(euler.azimuth), -1, z);
        if (euler.isAbout(HALF_TURN)) {
            if (gates == LocalGates.GPI_GPI2) {
                write(NativeGates.GPI, wire, positive(seen));
                return z;
            }
            write(StandardGate.X, wire);
            return Angles.sum(Expression.constant(2 * euler.azimuth), -1, z);
        }
        Expression before = Angles.times(-1, seen);
        if (euler.isAbout(QUARTER_TURN)) {
            return Angles.plus(root(wire, before), euler.azimuth);
        }
        Expression middle = Angles.plus(root(wire, Angles.plus(before, QUARTER_TURN)), euler.theta + HALF_TURN);
        return Angles.plus(root(wire, middle), euler.azimuth + QUARTER_TURN);
    }

    /** A rotation about Z, then the square root of X. */
    private Expression root(int wire, Expression z) {
        if (gates == LocalGates.GPI_GPI2) {
            write(NativeGates.GPI2, wire, positive(Angles.times(-1, z)));
            return z;
        }
        about(wire, z);
        write(StandardGate.SX, wire);
        return Expression.constant(0);
    }

    /** Writes a rotation about Z; without such a gate as two turns by pi, half its angle apart. */
    void about(int wire, Expression z) {
        Expression angle = within(z);
        if (!Angles.isOpen(angle) && Angles.isZero(Angles.value(angle))) {
            return;
        }
        if (hasRz()) {
            write(StandardGate.RZ, wire, angle);
            return;
        }
        Expression none = Expression.constant(0);
        Expression half = positive(Angles.times(0.5, angle));
        switch (gates) {
            case PRX -> {
                write(NativeGates.PRX, wire, Expression.constant(HALF_TURN), none);
                write(NativeGates.PRX, wire, Expression.constant(HALF_TURN), half);
            }
            case GPI_GPI2 -> {
                write(NativeGates.GPI, wire, none);
                write(NativeGates.GPI, wire, half);
            }
            default -> write(StandardGate.U3, wire, none, none, angle);
        }
    }

    private void write(Gate gate, int wire, Expression... parameters) {
        output.accept(new GateOperation(gate, Arrays.asList(parameters), List.of(wire)));
    }

    /** A known angle in (-pi, pi]. */
    static Expression within(Expression angle) {
        return Angles.isOpen(angle) ? angle : Angles.of(Angles.reduce(Angles.value(angle), FULL_TURN));
    }

    /** A known angle in [0, 2 pi). */
    static Expression positive(Expression angle) {
        Expression within = within(angle);
        if (Angles.isOpen(within)) {
            return within;
        }
        double value = Angles.value(within);
        return Angles.isZero(value) ? Expression.constant(0) : Angles.of(value < 0 ? value + FULL_TURN : value);
    }
}
