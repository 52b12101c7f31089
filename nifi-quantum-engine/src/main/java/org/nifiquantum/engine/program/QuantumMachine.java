// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.program;

import org.nifiquantum.engine.circuit.GateOperation;

/** What a program drives: qubits that start as 0. */
public interface QuantumMachine {

    /** Applies a gate without open parameters. */
    void apply(GateOperation operation);

    /** Measures a qubit; true is 1. */
    boolean measure(int qubit);

    /** Makes a qubit 0, whatever it was. */
    void reset(int qubit);
}
