// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nifiquantum.engine.simulation.compile.Primitive.Fused;
import org.nifiquantum.engine.simulation.compile.Primitive.MatrixFactor;
import org.nifiquantum.engine.simulation.compile.Primitive.Phases;

/**
 * Halves the state of circuits that never change when all qubits are flipped: as those of QAOA for cuts, where a side of the cut has no
 * name. They begin with all qubits in {@code |+>}, have phases of even parities only, and matrices that commute with X. The
 * amplitudes of a basis state and of the one with all bits flipped are equal then, so the half with the highest qubit 0 says it all:
 * a state of one qubit less, {@code sqrt(2)} times these amplitudes, on which a phase of a parity is one of the same parity without
 * the highest qubit, and a matrix on the highest qubit becomes a {@link Primitive.Mirror}.
 */
final class SpinFlip {
    private static final double ROUNDING = 1e-15;

    private final int highest;
    private final List<Group> halved = new ArrayList<>();
    private double phase;

    private SpinFlip(int qubits) {
        this.highest = qubits - 1;
    }

    /**
     * Groups of primitives for a state of one qubit less.
     *
     * @param phase of all amplitudes
     */
    record Halved(List<Group> groups, double phase) {}

    /** The groups of a circuit for half of its state, if they allow it. */
    static Optional<Halved> halve(List<Group> groups, int qubits) {
        SpinFlip flip = new SpinFlip(qubits);
        if (groups.isEmpty()
                || !(groups.getFirst() instanceof Group.Others start)
                || !flip.starts(start.primitives())) {
            return Optional.empty();
        }
        for (Group group : groups.subList(1, groups.size())) {
            boolean suits = switch (group) {
                case Group.Linear linear -> flip.add(linear);
                case Group.Others others -> flip.add(others);
            };
            if (!suits) {
                return Optional.empty();
            }
        }
        return Optional.of(new Halved(flip.halved, flip.phase));
    }

    /** Whether all qubits become |+>, but for a phase, and nothing more happens to them. */
    private boolean starts(List<Primitive> primitives) {
        List<Primitive> others = new ArrayList<>();
        for (Primitive primitive : primitives) {
            if (!(primitive instanceof Fused fused)
                    || fused.factors().size() != 1
                    || !isConstant(fused.factors().getFirst())) {
                return false;
            }
            double[] matrix = matrix(fused.factors().getFirst());
            if (Math.hypot(matrix[0] - matrix[4], matrix[1] - matrix[5]) > ROUNDING) {
                return false;
            }
            if (fused.target() == highest) {
                phase = Math.atan2(matrix[1], matrix[0]);
            } else {
                others.add(fused);
            }
        }
        halved.add(new Group.Others(others));
        return primitives.size() == highest + 1 && others.size() == highest;
    }

    private boolean add(Group.Linear linear) {
        if (!linear.block().network().isEmpty()) {
            return false;
        }
        Map<Integer, Angle> angleOfMask = new TreeMap<>();
        for (Map.Entry<Integer, Angle> phases : linear.block()
                .phases()
                .map(Phases::angleOfMask)
                .orElse(Map.of())
                .entrySet()) {
            if (Integer.bitCount(phases.getKey()) % 2 != 0) {
                return false;
            }
            angleOfMask.put(phases.getKey() & ~(1 << highest), phases.getValue());
        }
        if (!angleOfMask.isEmpty()) {
            Phases phases = new Phases((1 << highest) - 1, angleOfMask);
            halved.add(new Group.Linear(new PhaseBlock.Result(Optional.of(phases), List.of())));
        }
        return true;
    }

    private boolean add(Group.Others others) {
        List<Primitive> primitives = new ArrayList<>();
        for (Primitive primitive : others.primitives()) {
            if (!(primitive instanceof Fused fused) || !fused.factors().stream().allMatch(SpinFlip::commutesWithX)) {
                return false;
            }
            primitives.add(fused.target() == highest ? new Primitive.Mirror(highest, fused.factors()) : fused);
        }
        halved.add(new Group.Others(primitives));
        return true;
    }

    private static boolean commutesWithX(MatrixFactor factor) {
        if (!isConstant(factor)) {
            // The one gate with an angle that commutes with X.
            return factor.isRotationAboutX();
        }
        double[] m = matrix(factor);
        return Math.hypot(m[0] - m[6], m[1] - m[7]) <= ROUNDING && Math.hypot(m[2] - m[4], m[3] - m[5]) <= ROUNDING;
    }

    private static boolean isConstant(MatrixFactor factor) {
        return factor.parameters().stream().allMatch(Angle::isConstant);
    }

    private static double[] matrix(MatrixFactor factor) {
        double[] matrix = new double[8];
        factor.matrix()
                .write(factor.parameters().stream().mapToDouble(Angle::constant).toArray(), matrix);
        return matrix;
    }
}
