// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

import java.util.List;

/** Keeps the operations before it apart from those after it, on the qubits named; does nothing to the state. */
public record Barrier(List<Integer> qubits) implements Operation {
    public Barrier {
        qubits = List.copyOf(qubits);
        GateOperation.requireDistinct(qubits, () -> "A barrier");
    }
}
