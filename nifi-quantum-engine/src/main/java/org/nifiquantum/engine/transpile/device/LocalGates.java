// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.transpile.device;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The sets of one-qubit gates that devices have; each makes every one-qubit unitary. */
// The sets are unmodifiable.
@SuppressWarnings("ImmutableEnumChecker")
public enum LocalGates {
    /** IBM: {@code rz} costs nothing, {@code sx} and {@code x} are pulses. */
    RZ_SX_X("rz", "sx", "x"),
    /** AQT: rotations about any axis of the equator, and {@code rz}. */
    R_RZ("r", "rz"),
    /** IQM: rotations about any axis of the equator; those about Z are moved into the axes of later gates. */
    PRX("prx"),
    /** IonQ: turns by pi and by pi/2 about any axis of the equator; rotations about Z move as with {@link #PRX}. */
    GPI_GPI2("gpi", "gpi2"),
    /** Rotations about two axes. */
    RZ_RX("rz", "rx"),
    /** One gate for all, with three angles. */
    U3("u3");

    private final Set<String> gates;

    LocalGates(String... gates) {
        this.gates = Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(gates)));
    }

    /** The identifiers of the gates. */
    public Set<String> gates() {
        return gates;
    }
}
