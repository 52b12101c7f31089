// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.rotation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.nifiquantum.engine.circuit.Barrier;
import org.nifiquantum.engine.circuit.Measurement;
import org.nifiquantum.engine.circuit.Operation;

/**
 * An operation that is no gate and keeps its place among those that share a qubit or a bit with it.
 *
 * @param operation with its qubits already those of {@code wires}
 * @param bits the classical bits it reads or writes
 */
public record Fixed(Operation operation, List<Integer> wires, List<Integer> bits) implements Node {
    public Fixed {
        wires = List.copyOf(wires);
        bits = List.copyOf(bits);
    }

    public static Fixed of(Barrier barrier) {
        return new Fixed(barrier, barrier.qubits(), List.of());
    }

    public static Fixed of(Measurement measurement) {
        return new Fixed(measurement, List.of(measurement.qubit()), List.of(measurement.bit()));
    }

    @Override
    public Fixed on(IntUnaryOperator mapping) {
        return switch (operation) {
            case Barrier barrier ->
                of(new Barrier(
                        barrier.qubits().stream().map(mapping::applyAsInt).toList()));
            case Measurement measurement ->
                of(new Measurement(mapping.applyAsInt(measurement.qubit()), measurement.bit()));
            default -> throw new IllegalStateException("No fixed operation: " + operation);
        };
    }

    @Override
    public Optional<Axis> axis(int wire) {
        return Optional.empty();
    }
}
