// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.device;

import java.util.Locale;
import org.nifiquantum.engine.circuit.Gate;
import org.nifiquantum.engine.circuit.StandardGate;

/** The two-qubit gates that devices have. */
// Gates are immutable.
@SuppressWarnings("ImmutableEnumChecker")
public enum Entangler {
    CX(StandardGate.CX, false, true),
    CZ(StandardGate.CZ, false, false),
    ECR(NativeGates.ECR, false, true),
    RXX(NativeGates.RXX, true, false),
    RZZ(NativeGates.RZZ, true, false),
    MS(NativeGates.MS, true, false);

    private final Gate gate;
    private final boolean continuous;
    private final boolean directed;

    Entangler(Gate gate, boolean continuous, boolean directed) {
        this.gate = gate;
        this.continuous = continuous;
        this.directed = directed;
    }

    public Gate gate() {
        return gate;
    }

    /** The gate's name. */
    public String identifier() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a rotation of any angle rather than, up to one-qubit gates, a controlled NOT. */
    public boolean isContinuous() {
        return continuous;
    }

    /** Whether the order of its qubits matters, so that a coupling may allow one order only. */
    public boolean isDirected() {
        return directed;
    }
}
