// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.nifiquantum.engine.circuit.Expression;

/** {@code exp(-i angle/2 axis)} on one qubit, of an angle that may be open. */
public record Turn(int wire, Axis about, Expression angle) implements Node {
    @Override
    public List<Integer> wires() {
        return List.of(wire);
    }

    @Override
    public Turn on(IntUnaryOperator wires) {
        return new Turn(wires.applyAsInt(wire), about, angle);
    }

    @Override
    public Optional<Axis> axis(int wire) {
        return Optional.of(about);
    }
}
