// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import org.nifiquantum.engine.simulation.kernel.Layer;

/** A step that can share a pass through memory with its neighbours. */
sealed interface LayerStep extends Step permits DenseLayer, PhaseLayer {

    /** The step in numbers. */
    Layer layer(int qubits, double[] slotValues);
}
