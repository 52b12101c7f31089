// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.PairKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/** Something done to the whole state, given the values of the slots. Immutable. */
sealed interface Step permits DenseLayer, PhaseLayer, Step.Controlled, Step.Flip, Step.Exchange {

    void apply(Amplitudes state, double[] slotValues, Workers workers);

    /** Exchanges 0 and 1 of the target where all controls are 1. */
    record Flip(int controls, int target) implements Step {
        @Override
        public void apply(Amplitudes state, double[] slotValues, Workers workers) {
            PairKernel.flip(state, controls, target, workers);
        }
    }

    /** Exchanges two qubits where all controls are 1. */
    record Exchange(int controls, int first, int second) implements Step {
        @Override
        public void apply(Amplitudes state, double[] slotValues, Workers workers) {
            PairKernel.exchange(state, controls, first, second, workers);
        }
    }

    /** Applies a matrix to the target where all controls are 1. */
    record Controlled(int controls, int target, MatrixProgram matrix) implements Step {
        @Override
        public void apply(Amplitudes state, double[] slotValues, Workers workers) {
            PairKernel.apply(state, controls, target, matrix.evaluate(slotValues), workers);
        }
    }
}
