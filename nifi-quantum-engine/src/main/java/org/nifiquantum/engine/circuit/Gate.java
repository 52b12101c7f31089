// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

/** A unitary that operations apply to qubits: one of the standard library or one defined by a circuit. */
public sealed interface Gate permits StandardGate, DefinedGate {

    /** The name OpenQASM calls it by. */
    String identifier();

    /** How many qubits it acts on, controls included. */
    int qubits();

    /** How many parameters a call gives it. */
    int parameterCount();
}
