// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.HashSet;
import java.util.List;

/**
 * A gate made of others, as OpenQASM's {@code gate} statement defines it.
 *
 * @param identifier its name
 * @param parameters the names its body may use
 * @param qubits how many qubits a call names
 * @param body operations on the qubits {@code 0} to {@code qubits - 1} of a call
 */
public record DefinedGate(String identifier, List<String> parameters, int qubits, List<GateOperation> body)
        implements Gate {

    public DefinedGate {
        Identifiers.require(identifier, "gate");
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
        if (new HashSet<>(parameters).size() < parameters.size()) {
            throw new IllegalArgumentException("Gate %s names a parameter twice: %s".formatted(identifier, parameters));
        }
        for (GateOperation operation : body) {
            for (int qubit : operation.qubits()) {
                if (qubit >= qubits) {
                    throw new IllegalArgumentException(
                            "Gate %s of %d qubits uses qubit %d".formatted(identifier, qubits, qubit));
                }
            }
            for (Expression parameter : operation.parameters()) {
                if (!parameters.containsAll(parameter.parameters())) {
                    throw new IllegalArgumentException("Gate %s(%s) uses an unknown parameter in %s"
                            .formatted(identifier, String.join(", ", parameters), parameter));
                }
            }
        }
    }

    @Override
    public int parameterCount() {
        return parameters.size();
    }
}
