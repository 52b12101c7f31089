// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.Action;
import org.nifiquantum.engine.circuit.Action.OneQubitMatrix;
import org.nifiquantum.engine.circuit.StandardGate;

/** What gates become before they are grouped into steps. Qubits are sets of bits: bit q for qubit q. */
sealed interface Primitive {

    /** The qubits it touches. */
    int qubits();

    /** Whether it only gives phases or maps basis states linearly, and so can join a phase layer. */
    default boolean isLinear() {
        return switch (this) {
            case Phases phases -> true;
            case Flip flip -> Integer.bitCount(flip.controls()) == 1;
            case Exchange exchange -> exchange.controls() == 0;
            case Dense dense -> false;
            case Fused fused -> false;
            case Mirror mirror -> false;
        };
    }

    /** Multiplies basis state x by {@code exp(i sum_k angle_k (-1)^parity(x & mask_k))}. */
    record Phases(int qubits, Map<Integer, Angle> angleOfMask) implements Primitive {}

    /** Exchanges 0 and 1 of the target where all controls are 1. */
    record Flip(int controls, int target) implements Primitive {
        @Override
        public int qubits() {
            return controls | (1 << target);
        }
    }

    /** Exchanges two qubits where all controls are 1. */
    record Exchange(int controls, int first, int second) implements Primitive {
        @Override
        public int qubits() {
            return controls | (1 << first) | (1 << second);
        }
    }

    /** A matrix on the target where all controls are 1. */
    record Dense(int controls, int target, MatrixFactor factor) implements Primitive {
        @Override
        public int qubits() {
            return controls | (1 << target);
        }
    }

    /** Several matrices one after the other on one qubit, without controls. */
    record Fused(int target, List<MatrixFactor> factors) implements Primitive {
        @Override
        public int qubits() {
            return 1 << target;
        }
    }

    /**
     * Matrices one after the other on the highest qubit, the given one, of which only the half of the state is kept where it is 0;
     * see {@link SpinFlip}. They commute with X.
     */
    record Mirror(int highest, List<MatrixFactor> factors) implements Primitive {
        @Override
        public int qubits() {
            return (1 << highest) - 1;
        }
    }

    /** A matrix of 2 rows and 2 columns whose parameters are angles. */
    record MatrixFactor(OneQubitMatrix matrix, List<Angle> parameters) {
        private static final OneQubitMatrix RX = ((Action.Dense) StandardGate.RX.action()).matrix();

        boolean isRotationAboutX() {
            return matrix.equals(RX);
        }
    }
}
