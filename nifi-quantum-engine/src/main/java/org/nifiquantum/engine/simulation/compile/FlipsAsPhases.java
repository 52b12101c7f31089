// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.Action.OneQubitMatrix;
import org.nifiquantum.engine.simulation.compile.Primitive.Dense;
import org.nifiquantum.engine.simulation.compile.Primitive.Flip;
import org.nifiquantum.engine.simulation.compile.Primitive.MatrixFactor;
import org.nifiquantum.engine.simulation.compile.Primitive.Phases;

/**
 * Replaces CX by H, CZ, H on its target where a matrix comes right before and right after it there: these take up the H, and the CZ
 * joins a phase layer, where a CX would be a pass of its own.
 */
final class FlipsAsPhases {
    private static final double QUARTER = Math.PI / 4;
    private static final OneQubitMatrix HADAMARD = (parameters, matrix) -> {
        matrix[0] = Math.sqrt(0.5);
        matrix[2] = matrix[0];
        matrix[4] = matrix[0];
        matrix[6] = -matrix[0];
    };

    private FlipsAsPhases() {}

    /**
     * The primitives with such flips replaced.
     *
     * @param phase the phase of all, and what is added to it
     */
    record Replaced(List<Primitive> primitives, Angle phase) {}

    static Replaced replace(List<Primitive> primitives, Angle phase) {
        boolean[] between = betweenMatrices(primitives);
        List<Primitive> replaced = new ArrayList<>();
        int count = 0;
        for (int index = 0; index < primitives.size(); index++) {
            if (between[index] && primitives.get(index) instanceof Flip(int controls, int target)) {
                Dense hadamard = new Dense(0, target, new MatrixFactor(HADAMARD, List.of()));
                replaced.add(hadamard);
                replaced.add(controlledZ(controls, 1 << target));
                replaced.add(hadamard);
                count++;
            } else {
                replaced.add(primitives.get(index));
            }
        }
        return new Replaced(replaced, phase.plus(new Angle(count * QUARTER, Map.of())));
    }

    /** {@code -1 where both are 1} is {@code exp(i pi/4 (1 - Z - Z' + Z Z'))}. */
    private static Phases controlledZ(int control, int target) {
        Angle quarter = new Angle(QUARTER, Map.of());
        Angle minusQuarter = new Angle(-QUARTER, Map.of());
        return new Phases(
                control | target, Map.of(control, minusQuarter, target, minusQuarter, control | target, quarter));
    }

    private static boolean[] betweenMatrices(List<Primitive> primitives) {
        boolean[] between = new boolean[primitives.size()];
        // For each qubit what touched it last; the flip that waits to see what comes next, or -1.
        Primitive[] last = new Primitive[Integer.SIZE];
        int[] waiting = new int[Integer.SIZE];
        Arrays.fill(waiting, -1);
        for (int index = 0; index < primitives.size(); index++) {
            Primitive primitive = primitives.get(index);
            for (int rest = primitive.qubits(); rest != 0; rest &= rest - 1) {
                int qubit = Integer.numberOfTrailingZeros(rest);
                if (waiting[qubit] >= 0) {
                    between[waiting[qubit]] = isMatrix(primitive);
                    waiting[qubit] = -1;
                }
                boolean target = primitive instanceof Flip flip
                        && Integer.bitCount(flip.controls()) == 1
                        && flip.target() == qubit;
                if (target && last[qubit] != null && isMatrix(last[qubit])) {
                    waiting[qubit] = index;
                }
                last[qubit] = primitive;
            }
        }
        return between;
    }

    private static boolean isMatrix(Primitive primitive) {
        return primitive instanceof Dense dense && dense.controls() == 0;
    }
}
