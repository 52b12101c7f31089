// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.CircuitBuilder;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.operator.PauliSum;
import org.nifiquantum.engine.operator.PauliSumBuilder;

/** Circuits whose inputs are rows of data, so that a whole table is one circuit with many bindings. */
public final class DataCircuits {

    private DataCircuits() {}

    /** The state of a row: inputs {@code x_0, x_1, ...}, every qubit measured. */
    public static Circuit ofRow(FeatureMap map) {
        CircuitBuilder circuit = Circuit.builder(map.features());
        declare(circuit, "x_", map.features());
        map.gates(feature -> Expression.parameter("x_" + feature)).forEach(circuit::add);
        return circuit.bits(map.features()).measureAll().build();
    }

    /**
     * The overlap of two rows: the state of row x, then that of row y undone. The probability of all bits 0 is the kernel
     * |&lt;y|x&gt;|^2. Inputs {@code x_0, x_1, ..., y_0, y_1, ...}.
     */
    public static Circuit ofPair(FeatureMap map) {
        CircuitBuilder circuit = Circuit.builder(map.features());
        declare(circuit, "x_", map.features());
        declare(circuit, "y_", map.features());
        map.gates(feature -> Expression.parameter("x_" + feature)).forEach(circuit::add);
        map.gates(feature -> Expression.parameter("y_" + feature)).reversed().stream()
                .map(DataCircuits::undone)
                .forEach(circuit::add);
        return circuit.bits(map.features()).measureAll().build();
    }

    /**
     * The projector onto all qubits 0, whose expectation after {@link #ofPair} is the kernel: the product of (1 + Z) / 2 over
     * all qubits, which has 2^qubits terms.
     */
    public static PauliSum allZero(int qubits) {
        double weight = Math.scalb(1.0, -qubits);
        PauliSumBuilder projector = PauliSum.builder().constant(weight);
        for (int subset = 1; subset < 1 << qubits; subset++) {
            int members = subset;
            int[] chosen = IntStream.range(0, qubits)
                    .filter(qubit -> (members >> qubit & 1) == 1)
                    .toArray();
            projector.add(weight, "Z".repeat(chosen.length), chosen);
        }
        return projector.build();
    }

    private static void declare(CircuitBuilder circuit, String prefix, int features) {
        for (int feature = 0; feature < features; feature++) {
            circuit.parameter(prefix + feature);
        }
    }

    /** H and CX undo themselves, and rotations turn back. */
    private static GateOperation undone(GateOperation gate) {
        List<Expression> back = new ArrayList<>();
        gate.parameters().forEach(angle -> back.add(angle.negate()));
        return new GateOperation(gate.gate(), back, gate.qubits());
    }
}
