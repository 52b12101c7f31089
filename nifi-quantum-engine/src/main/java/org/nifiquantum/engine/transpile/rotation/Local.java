// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** A one-qubit unitary with known numbers. */
public record Local(int wire, Rotation rotation) implements Node {
    @Override
    public List<Integer> wires() {
        return List.of(wire);
    }

    @Override
    public Local on(IntUnaryOperator wires) {
        return new Local(wires.applyAsInt(wire), rotation);
    }

    @Override
    public Optional<Axis> axis(int wire) {
        return Optional.empty();
    }
}
