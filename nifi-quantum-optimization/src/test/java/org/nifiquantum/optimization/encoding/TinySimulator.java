// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.StandardGate;

/** Runs the few gates of QAOA by their textbook matrices, so that encodings are not checked by the engine alone. */
final class TinySimulator {
    private final double[] real;
    private final double[] imaginary;
    private final Map<String, Double> bindings;

    private TinySimulator(int qubits, Map<String, Double> bindings) {
        this.real = new double[1 << qubits];
        this.imaginary = new double[1 << qubits];
        this.real[0] = 1;
        this.bindings = bindings;
    }

    /** The probability of each basis state; bit i of its index is qubit i. */
    static double[] probabilities(Circuit circuit, Map<String, Double> bindings) {
        TinySimulator simulator = new TinySimulator(circuit.qubits(), bindings);
        circuit.operations().stream()
                .filter(GateOperation.class::isInstance)
                .map(GateOperation.class::cast)
                .forEach(simulator::apply);
        double[] probabilities = new double[simulator.real.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = simulator.real[i] * simulator.real[i] + simulator.imaginary[i] * simulator.imaginary[i];
        }
        return probabilities;
    }

    static double expectation(double[] probabilities, IntToDoubleFunction value) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i] * value.applyAsDouble(i);
        }
        return sum;
    }

    private void apply(GateOperation operation) {
        if (operation.gate() instanceof DefinedGate) {
            operation.expand().forEach(this::apply);
            return;
        }
        int target = 1 << operation.qubits().getLast();
        double half = operation.parameters().isEmpty()
                ? 0
                : operation.parameters().getFirst().evaluate(bindings::get) / 2;
        if (operation.gate() == StandardGate.H) {
            double root = Math.sqrt(0.5);
            pairs(target, target, root, 0, root, 0, root, 0, -root, 0);
        } else if (operation.gate() == StandardGate.RX) {
            pairs(target, target, Math.cos(half), 0, 0, -Math.sin(half), 0, -Math.sin(half), Math.cos(half), 0);
        } else if (operation.gate() == StandardGate.RZ) {
            pairs(target, target, Math.cos(half), -Math.sin(half), 0, 0, 0, 0, Math.cos(half), Math.sin(half));
        } else if (operation.gate() == StandardGate.CX) {
            pairs(target, target | 1 << operation.qubits().getFirst(), 0, 0, 1, 0, 1, 0, 0, 0);
        } else {
            throw new AssertionError("QAOA has no gate " + operation.gate().identifier());
        }
    }

    /** Multiplies (a_low, a_high) by a 2 x 2 matrix, row by row, real before imaginary part, where all of mask is 1. */
    private void pairs(int target, int mask, double... matrix) {
        for (int high = 0; high < real.length; high++) {
            if ((high & mask) == mask) {
                int low = high ^ target;
                double[] pair = {real[low], imaginary[low], real[high], imaginary[high]};
                real[low] = matrix[0] * pair[0] - matrix[1] * pair[1] + matrix[2] * pair[2] - matrix[3] * pair[3];
                imaginary[low] = matrix[0] * pair[1] + matrix[1] * pair[0] + matrix[2] * pair[3] + matrix[3] * pair[2];
                real[high] = matrix[4] * pair[0] - matrix[5] * pair[1] + matrix[6] * pair[2] - matrix[7] * pair[3];
                imaginary[high] = matrix[4] * pair[1] + matrix[5] * pair[0] + matrix[6] * pair[3] + matrix[7] * pair[2];
            }
        }
    }
}
