// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.BitSet;

/** The memory of a bit variable. Bits whose measurement has no outcome yet are marked as unknown. */
final class BitMemory {
    static final int NOT_IN_CIRCUIT = -1;

    private final int size;
    private final int firstCircuitBit;
    private final BitSet ones = new BitSet();
    private final BitSet unknown = new BitSet();

    /**
     * Bits that are all 0.
     *
     * @param firstCircuitBit the circuit's bit that is bit 0 of a global register, else {@link #NOT_IN_CIRCUIT}
     */
    BitMemory(int size, int firstCircuitBit) {
        this.size = size;
        this.firstCircuitBit = firstCircuitBit;
    }

    int size() {
        return size;
    }

    int circuitBit(int position) {
        return firstCircuitBit == NOT_IN_CIRCUIT ? NOT_IN_CIRCUIT : firstCircuitBit + position;
    }

    boolean get(int position) {
        return ones.get(position);
    }

    boolean isUnknown(int position) {
        return unknown.get(position);
    }

    void set(int position, boolean bit) {
        ones.set(position, bit);
        unknown.clear(position);
    }

    void setUnknown(int position) {
        ones.clear(position);
        unknown.set(position);
    }
}
