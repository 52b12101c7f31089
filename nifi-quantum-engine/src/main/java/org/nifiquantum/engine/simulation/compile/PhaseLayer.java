// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nifiquantum.engine.simulation.kernel.AdjointPhaseKernel;
import org.nifiquantum.engine.simulation.kernel.Amplitudes;
import org.nifiquantum.engine.simulation.kernel.DiagonalFunction;
import org.nifiquantum.engine.simulation.kernel.Layer;
import org.nifiquantum.engine.simulation.kernel.PhaseKernel;
import org.nifiquantum.engine.simulation.kernel.PhaseTable;
import org.nifiquantum.engine.simulation.kernel.Workers;

/** One phase for each basis state. */
sealed interface PhaseLayer extends LayerStep {

    /** The phases are a table times one slot, as in a cost layer of QAOA. */
    record Tabulated(PhaseTable table, int slot) implements PhaseLayer {
        @Override
        public void apply(Amplitudes state, double[] slotValues, Workers workers) {
            PhaseKernel.apply(state, table, slotValues[slot], workers);
        }

        @Override
        public Layer layer(int qubits, double[] slotValues) {
            return new Layer.Tabulated(table, slotValues[slot]);
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public void reverse(Sweep sweep, boolean undo) {
            double scale = sweep.slotValues()[slot];
            sweep.derivatives()[slot] -=
                    2 * AdjointPhaseKernel.apply(sweep.ket(), sweep.bra(), table, scale, undo, sweep.workers());
        }
    }

    /** The phases are computed from the angle of each parity. */
    final class Computed implements PhaseLayer {
        private final DiagonalFunction function;
        private final AngleProgram angles;

        Computed(Map<Integer, Angle> angleOfMask) {
            Map<Integer, Angle> sorted = new TreeMap<>(angleOfMask);
            function = new DiagonalFunction(
                    sorted.keySet().stream().mapToInt(Integer::intValue).toArray());
            angles = new AngleProgram(List.copyOf(sorted.values()));
        }

        @Override
        public void apply(Amplitudes state, double[] slotValues, Workers workers) {
            PhaseKernel.apply(state, function, angles.evaluate(slotValues), workers);
        }

        @Override
        public Layer layer(int qubits, double[] slotValues) {
            return new Layer.Computed(function, angles.evaluate(slotValues));
        }

        @Override
        public boolean isConstant() {
            return angles.isConstant();
        }

        @Override
        public void reverse(Sweep sweep, boolean undo) {
            double[] values = angles.evaluate(sweep.slotValues());
            double[] sums = AdjointPhaseKernel.apply(sweep.ket(), sweep.bra(), function, values, undo, sweep.workers());
            angles.addDerivatives(sums, -2, sweep.derivatives());
        }
    }
}
