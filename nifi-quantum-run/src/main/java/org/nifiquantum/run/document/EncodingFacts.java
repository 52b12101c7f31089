// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How the problem became a circuit: {@code objective = offset + scale * expectation}, in the user's sense.
 *
 * @param method the ansatz, {@code qaoa} for instance
 * @param layers how often its layer is repeated
 * @param angles the published schedule of the first parameters
 * @param qubits how many qubits it takes
 * @param penalty what breaking a constraint by one costs, part of every expectation; empty where there is no constraint
 * @param variables names of the problem's variables; variable {@code i} is qubit {@code i}
 */
public record EncodingFacts(
        String method,
        int layers,
        String angles,
        int qubits,
        double offset,
        double scale,
        OptionalDouble penalty,
        List<String> variables) {

    public EncodingFacts {
        requireNonNull(method, "method");
        requireNonNull(angles, "angles");
        requireNonNull(penalty, "penalty");
        variables = List.copyOf(requireNonNull(variables, "variables"));
    }

    /** An expectation, or the energy of a sample, in the user's own measure and sense. */
    public double objective(double expectation) {
        return offset + scale * expectation;
    }
}
