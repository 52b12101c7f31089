// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.ansatz;

import java.util.List;
import org.nifiquantum.engine.circuit.StandardGate;

/** The rotations that a hardware-efficient layer gives each qubit. */
public enum RotationLayer {
    /** Real amplitudes only: enough for the ground state of a real symmetric operator, with half the parameters. */
    RY("ry"),
    RY_RZ("ryrz");

    private final String text;

    RotationLayer(String text) {
        this.text = text;
    }

    /** The name in documents. */
    public String text() {
        return text;
    }

    /** In the order in which they act. */
    List<StandardGate> gates() {
        return switch (this) {
            case RY -> List.of(StandardGate.RY);
            case RY_RZ -> List.of(StandardGate.RY, StandardGate.RZ);
        };
    }
}
