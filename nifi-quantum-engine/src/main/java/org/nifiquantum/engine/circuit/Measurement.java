// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

/** Measures a qubit in the computational basis into a classical bit. */
public record Measurement(int qubit, int bit) implements Operation {
    public Measurement {
        if (qubit < 0 || bit < 0) {
            throw new IllegalArgumentException("Measurement of qubit %d into bit %d".formatted(qubit, bit));
        }
    }
}
