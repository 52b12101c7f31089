// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.device;

import java.util.List;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * Gates of devices that OpenQASM's library lacks, defined by those it has, so that every simulator and the writer know them.
 * Angles are radians; clients whose provider counts in turns or in pi convert.
 */
public final class NativeGates {
    private static final Expression THETA = Expression.parameter("theta");
    private static final Expression PHI = Expression.parameter("phi");

    /** {@code prx(theta, phi)} of IQM: the rotation by theta about {@code cos(phi) X + sin(phi) Y}. */
    public static final DefinedGate PRX = equatorial("prx");

    /** {@code r(theta, phi)} of AQT: the same gate under Qiskit's name. */
    public static final DefinedGate R = equatorial("r");

    /** {@code gpi(phi)} of IonQ: {@code cos(phi) X + sin(phi) Y}. */
    public static final DefinedGate GPI = new DefinedGate(
            "gpi", List.of("phi"), 1, List.of(gate(StandardGate.X, 0), gate(StandardGate.RZ, PHI.times(2), 0)));

    /** {@code gpi2(phi)} of IonQ: the rotation by pi/2 about {@code cos(phi) X + sin(phi) Y}. */
    public static final DefinedGate GPI2 = new DefinedGate(
            "gpi2",
            List.of("phi"),
            1,
            List.of(
                    gate(StandardGate.RZ, PHI.negate(), 0),
                    gate(StandardGate.RX, Expression.constant(Math.PI / 2), 0),
                    gate(StandardGate.RZ, PHI, 0)));

    /** {@code rzz(theta)}: {@code exp(-i theta/2 ZZ)}. */
    public static final DefinedGate RZZ = new DefinedGate(
            "rzz",
            List.of("theta"),
            2,
            List.of(gate(StandardGate.CX, 0, 1), gate(StandardGate.RZ, THETA, 1), gate(StandardGate.CX, 0, 1)));

    /** {@code rxx(theta)}: {@code exp(-i theta/2 XX)}. */
    public static final DefinedGate RXX = new DefinedGate(
            "rxx",
            List.of("theta"),
            2,
            List.of(gate(StandardGate.CX, 0, 1), gate(StandardGate.RX, THETA, 0), gate(StandardGate.CX, 0, 1)));

    /** {@code ms(phi0, phi1, theta)} of IonQ: {@code exp(-i theta/2 G0 G1)} with {@code G = cos(phi) X + sin(phi) Y}. */
    public static final DefinedGate MS = new DefinedGate(
            "ms",
            List.of("phi0", "phi1", "theta"),
            2,
            List.of(
                    gate(StandardGate.RZ, Expression.parameter("phi0").negate(), 0),
                    gate(StandardGate.RZ, Expression.parameter("phi1").negate(), 1),
                    gate(StandardGate.CX, 0, 1),
                    gate(StandardGate.RX, THETA, 0),
                    gate(StandardGate.CX, 0, 1),
                    gate(StandardGate.RZ, Expression.parameter("phi0"), 0),
                    gate(StandardGate.RZ, Expression.parameter("phi1"), 1)));

    /** {@code ecr} of IBM: {@code (IX - XY)/sqrt(2)}, the right factor on the first qubit. */
    public static final DefinedGate ECR = new DefinedGate(
            "ecr",
            List.of(),
            2,
            List.of(
                    gate(StandardGate.GPHASE, Expression.constant(-Math.PI / 4)),
                    gate(StandardGate.S, 0),
                    gate(StandardGate.SX, 1),
                    gate(StandardGate.CX, 0, 1),
                    gate(StandardGate.X, 0)));

    private NativeGates() {}

    private static DefinedGate equatorial(String identifier) {
        return new DefinedGate(
                identifier,
                List.of("theta", "phi"),
                1,
                List.of(
                        gate(StandardGate.RZ, PHI.negate(), 0),
                        gate(StandardGate.RX, THETA, 0),
                        gate(StandardGate.RZ, PHI, 0)));
    }

    private static GateOperation gate(StandardGate gate, int first) {
        return new GateOperation(gate, List.of(), List.of(first));
    }

    private static GateOperation gate(StandardGate gate, int first, int second) {
        return new GateOperation(gate, List.of(), List.of(first, second));
    }

    private static GateOperation gate(StandardGate gate, Expression parameter) {
        return new GateOperation(gate, List.of(parameter), List.of());
    }

    private static GateOperation gate(StandardGate gate, Expression parameter, int qubit) {
        return new GateOperation(gate, List.of(parameter), List.of(qubit));
    }
}
