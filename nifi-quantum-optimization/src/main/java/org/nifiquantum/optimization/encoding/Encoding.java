// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import java.util.List;
import java.util.Objects;
import org.nifiquantum.engine.circuit.Circuit;
import org.nifiquantum.engine.operator.PauliSum;

/**
 * A problem as a quantum computer takes it. The objective in the user's sense is {@code offset + scale * expectation},
 * where the expectation is that of the observable, its constant included.
 *
 * @param circuit the ansatz; qubit i stands for variable i and is measured into bit i
 * @param observable the Hamiltonian, to be minimised
 * @param offset what to add to get the objective
 * @param scale what to multiply the expectation with, negative for a problem that is maximised
 * @param variables the names of the variables, one for each qubit
 * @param initialParameters the first value of each of the circuit's parameters, in the circuit's order
 */
public record Encoding(
        Circuit circuit,
        PauliSum observable,
        double offset,
        double scale,
        List<String> variables,
        List<Double> initialParameters) {

    public Encoding {
        Objects.requireNonNull(circuit, "circuit");
        Objects.requireNonNull(observable, "observable");
        variables = List.copyOf(variables);
        initialParameters = List.copyOf(initialParameters);
        if (variables.size() != circuit.qubits()) {
            throw new IllegalArgumentException(
                    variables.size() + " variables for a circuit of " + circuit.qubits() + " qubits.");
        }
        if (initialParameters.size() != circuit.parameters().size()) {
            throw new IllegalArgumentException(
                    initialParameters.size() + " values for the parameters " + circuit.parameters() + ".");
        }
    }

    /** The objective in the user's sense of an expectation of the observable. */
    public double objective(double expectation) {
        return offset + scale * expectation;
    }
}
