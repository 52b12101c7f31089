// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.List;

/** A gate with its parameters, not yet on any qubit. */
public record GateCall(Gate gate, List<Expression> parameters) {
    public GateCall {
        parameters = List.copyOf(parameters);
    }
}
