// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

/** A place in memory that holds one value of a fixed type. */
interface Slot {
    Type type();

    Value get();

    /** Takes a value that already has the type of this slot. */
    void set(Value value);
}
