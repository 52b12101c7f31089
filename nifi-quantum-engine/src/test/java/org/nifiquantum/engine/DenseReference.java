// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine;

import java.util.List;
import java.util.Map;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.circuit.DefinedGate;
import org.nifiquantum.engine.circuit.Expression;
import org.nifiquantum.engine.circuit.GateOperation;
import org.nifiquantum.engine.circuit.Operation;
import org.nifiquantum.engine.circuit.StandardGate;

/**
 * The state of a circuit by the definition: every gate, in order, as a product of its full matrix with the state. Its matrices
 * are written down here from the library's source text, not taken from the code under test.
 */
public final class DenseReference {
    private DenseReference() {}

    /** The amplitudes, real before imaginary part. */
    public static double[][] run(Circuit circuit, Map<String, Double> bindings, int start) {
        double[][] state = new double[1 << circuit.qubits()][2];
        state[start][0] = 1;
        for (Operation operation : circuit.operations()) {
            if (operation instanceof GateOperation gate) {
                state = apply(gate, bindings, state);
            }
        }
        return state;
    }

    private static double[][] apply(GateOperation operation, Map<String, Double> bindings, double[][] state) {
        if (operation.gate() instanceof DefinedGate) {
            double[][] result = state;
            for (GateOperation inner : operation.expand()) {
                result = apply(inner, bindings, result);
            }
            return result;
        }
        double[] parameters = operation.parameters().stream()
                .mapToDouble((Expression parameter) -> parameter.evaluate(bindings::get))
                .toArray();
        double[][][] matrix = LibraryMatrices.of((StandardGate) operation.gate(), parameters);
        double[][] result = new double[state.length][2];
        for (int from = 0; from < state.length; from++) {
            int column = gather(from, operation.qubits());
            for (int row = 0; row < matrix.length; row++) {
                int to = scatter(from, row, operation.qubits());
                double[] factor = matrix[row][column];
                result[to][0] += factor[0] * state[from][0] - factor[1] * state[from][1];
                result[to][1] += factor[0] * state[from][1] + factor[1] * state[from][0];
            }
        }
        return result;
    }

    private static int gather(int state, List<Integer> qubits) {
        int gathered = 0;
        for (int operand = 0; operand < qubits.size(); operand++) {
            gathered |= (state >> qubits.get(operand) & 1) << operand;
        }
        return gathered;
    }

    private static int scatter(int state, int bits, List<Integer> qubits) {
        int scattered = state;
        for (int operand = 0; operand < qubits.size(); operand++) {
            int bit = 1 << qubits.get(operand);
            scattered = (bits >> operand & 1) != 0 ? scattered | bit : scattered & ~bit;
        }
        return scattered;
    }
}
