// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.compile;

import java.util.List;

/** Primitives that come one after the other and are alike. */
sealed interface Group {

    /** Phases, and what is left of the CX and swaps among them. */
    record Linear(PhaseBlock.Result block) implements Group {}

    /** Matrices, and whatever is no phase. */
    record Others(List<Primitive> primitives) implements Group {
        public Others {
            primitives = List.copyOf(primitives);
        }
    }
}
