// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.circuit;

/**
 * A named run of classical bits.
 *
 * @param first the circuit's bit that is bit 0 of the register
 */
public record Register(String name, int first, int size) {
    public Register {
        Identifiers.require(name, "register");
        if (first < 0 || size < 0) {
            throw new IllegalArgumentException("Register %s of %d bits from bit %d".formatted(name, size, first));
        }
    }
}
