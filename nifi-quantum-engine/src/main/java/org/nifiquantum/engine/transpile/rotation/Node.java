// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** One step of a circuit of rotations. */
public sealed interface Node permits Interaction, Local, Turn, Fixed {

    /** The wires it touches. */
    List<Integer> wires();

    /** This step on other wires. */
    Node on(IntUnaryOperator wires);

    /**
     * The axis of the wire that the step leaves as it is; two steps that share a wire commute there if their axes are parallel.
     * Empty if there is none.
     */
    Optional<Axis> axis(int wire);
}
