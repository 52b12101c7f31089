// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.PairKernel;
import org.nifiquantum.engine.simulation.kernel.TransitionKernel;
import org.nifiquantum.engine.simulation.kernel.Workers;

/** Something done to the whole state, given the values of the slots. Immutable. */
sealed interface Step permits LayerStep, Step.Controlled, Step.Flip, Step.Exchange {

    void apply(Amplitudes state, double[] slotValues, Workers workers);

    /** Whether it is the same whatever the slots are. */
    boolean isConstant();

    /**
     * Adds the derivatives by the slots of this step to a sweep and takes both of its states back to before the step.
     *
     * @param undo false if nothing before this step needs the states
     */
    void reverse(Sweep sweep, boolean undo);

    /** Exchanges 0 and 1 of the target where all controls are 1. */
    record Flip(int controls, int target) implements Step {
        @Override
        public void apply(Amplitudes state, double[] slotValues, Workers workers) {
            PairKernel.flip(state, controls, target, workers);
        }

        @Override
        public boolean isConstant() {
            return true;
        }

        @Override
        public void reverse(Sweep sweep, boolean undo) {
            if (undo) {
                apply(sweep.ket(), sweep.slotValues(), sweep.workers());
                apply(sweep.bra(), sweep.slotValues(), sweep.workers());
            }
        }
    }

    /** Exchanges two qubits where all controls are 1. */
    record Exchange(int controls, int first, int second) implements Step {
        @Override
        public void apply(Amplitudes state, double[] slotValues, Workers workers) {
            PairKernel.exchange(state, controls, first, second, workers);
        }

        @Override
        public boolean isConstant() {
            return true;
        }

        @Override
        public void reverse(Sweep sweep, boolean undo) {
            if (undo) {
                apply(sweep.ket(), sweep.slotValues(), sweep.workers());
                apply(sweep.bra(), sweep.slotValues(), sweep.workers());
            }
        }
    }

    /** Applies a matrix to the target where all controls are 1. */
    record Controlled(int controls, int target, MatrixProgram matrix) implements Step {
        @Override
        public void apply(Amplitudes state, double[] slotValues, Workers workers) {
            PairKernel.apply(state, controls, target, matrix.evaluate(slotValues), workers);
        }

        @Override
        public boolean isConstant() {
            return matrix.isConstant();
        }

        @Override
        public void reverse(Sweep sweep, boolean undo) {
            if (!isConstant()) {
                double[] components =
                        TransitionKernel.components(sweep.ket(), sweep.bra(), controls, target, sweep.workers());
                matrix.generators(sweep.slotValues()).addDerivatives(components, 0, sweep.derivatives());
            }
            if (undo) {
                double[] inverse = MatrixProgram.adjoint(matrix.evaluate(sweep.slotValues()));
                PairKernel.apply(sweep.ket(), controls, target, inverse, sweep.workers());
                PairKernel.apply(sweep.bra(), controls, target, inverse, sweep.workers());
            }
        }
    }
}
